/*
 * mojibake_fuzz.c - passes on characters: mojibake, text misread as another
 * encoding, controls, escapes, declarations, guesses
 */
#include "passes.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_passes("characters,+guess", data, size);
}
