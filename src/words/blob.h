/*
 * blob.h - the bytes of context.bin and classes.bin, linked in
 */
#ifndef UG_BLOB_H
#define UG_BLOB_H

extern const unsigned char ug_context_blob[], ug_classes_blob[];

#endif /* UG_BLOB_H */
