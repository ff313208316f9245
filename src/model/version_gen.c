/*
 * version_gen.c - prints version_table.h: which model.bin that is
 *
 *	version_gen > version_table.h
 *
 * A new model.bin calls for it: make tables.
 */
#include <inttypes.h>
#include <stdio.h>

#include "blob.h"
#include "blob_format.h"

int
main(void)
{
	const unsigned char *const len = ug_model_blob + BLOB_LEN * 4;
	const uint32_t n = len[0] | (uint32_t)len[1] << 8 |
	    (uint32_t)len[2] << 16 | (uint32_t)len[3] << 24;
	uint32_t h = 2166136261u; /* FNV-1a of all bytes */

	for (uint32_t i = 0; i < n; i++)
		h = (h ^ ug_model_blob[i]) * 16777619u;
	printf("/* Printed by version_gen.c. */\n");
	printf("#define UG_MODEL_NAME \"model %08" PRIX32 "\"\n", h);
	return 0;
}
