/*
 * blob.h - the bytes of model.bin, linked in
 */
#ifndef UG_MODEL_BLOB_H
#define UG_MODEL_BLOB_H

extern const unsigned char ug_model_blob[];

#endif /* UG_MODEL_BLOB_H */
