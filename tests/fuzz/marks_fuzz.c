/*
 * marks_fuzz.c - passes on punctuation
 */
#include "passes.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_passes("marks", data, size);
}
