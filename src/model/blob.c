/*
 * blob.c - the bytes of model.bin, linked in
 */
#include "blob.h"

#include "base/incbin.h"

UG_INCBIN(ug_model_blob, "model/model.bin");
