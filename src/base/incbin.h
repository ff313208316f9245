/*
 * incbin.h - the bytes of a file, linked in
 *
 *	UG_INCBIN(ug_model_blob, "model/model.bin");
 *
 * The assembler finds the file on its include path: -I src.  A zero follows.
 */
#ifndef UG_INCBIN_H
#define UG_INCBIN_H

#define UG_INCBIN(name, file) \
	__asm__( \
	    ".section .rodata\n" \
	    ".global " #name "\n" \
	    ".hidden " #name "\n" \
	    ".balign 64\n" \
	    #name ":\n" \
	    ".incbin \"" file "\"\n" \
	    ".byte 0\n" \
	    ".previous\n")

#endif /* UG_INCBIN_H */
