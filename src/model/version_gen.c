/*
 * version_gen.c - prints version_table.h: which model.bin that is
 *
 *	version_gen > version_table.h
 *
 * A new model.bin calls for it: make tables.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "blob.h"
#include "blob_format.h"

int
main(void)
{
	const uint32_t h = ug_hash_32_bytes(UG_HASH_32, ug_model_blob,
	    ug_bytes_32(ug_model_blob + UG_BLOB_LEN * 4));

	printf("/* Printed by version_gen.c. */\n");
	printf("#define UG_MODEL_NAME \"model %08" PRIX32 "\"\n", h);
	return 0;
}
