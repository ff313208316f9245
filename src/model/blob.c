/*
 * blob.c - the bytes of model.bin, linked in
 *
 * The assembler finds the file on its include path: -I src.
 */
#include "blob.h"

__asm__(
	".section .rodata\n"
	".global ug_model_blob\n"
	".hidden ug_model_blob\n"
	".balign 64\n"
	"ug_model_blob:\n"
	".incbin \"model/model.bin\"\n"
	".byte 0\n"
	".previous\n");
