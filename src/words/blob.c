/*
 * blob.c - the bytes of context.bin and classes.bin, linked in
 *
 * The assembler finds the files on its include path: -I src.
 */
#include "blob.h"

__asm__(
	".section .rodata\n"
	".global ug_context_blob\n"
	".hidden ug_context_blob\n"
	".balign 64\n"
	"ug_context_blob:\n"
	".incbin \"words/context.bin\"\n"
	".byte 0\n"
	".global ug_classes_blob\n"
	".hidden ug_classes_blob\n"
	".balign 64\n"
	"ug_classes_blob:\n"
	".incbin \"words/classes.bin\"\n"
	".previous\n");
