/*
 * blob.c - the bytes of context.bin and classes.bin, linked in
 */
#include "blob.h"

#include "base/incbin.h"

UG_INCBIN(ug_context_blob, "words/context.bin");
UG_INCBIN(ug_classes_blob, "words/classes.bin");
