/*
 * blob_read.h - where things stand in model.bin
 */
#ifndef UG_MODEL_BLOB_READ_H
#define UG_MODEL_BLOB_READ_H

#include "base/bytes.h"
#include "blob.h"
#include "blob_format.h"
#include "weights.h"

/* What a nibble weighs. */
#define UG_BLOB_NIBBLE (UG_BLOB_STEP * UG_W(LETTERS) / 100)

static inline uint32_t
blob_header(enum ug_blob_word word)
{
	return ug_bytes_32(ug_model_blob + (size_t)word * 4);
}

static inline unsigned
blob_half_at(size_t at)
{
	return ug_bytes_16(ug_model_blob + at);
}

static inline size_t
blob_n_tables(void)
{
	return blob_header(UG_BLOB_N_TABLES);
}

static inline size_t
blob_table_of(size_t language)
{
	return ug_model_blob[blob_header(UG_BLOB_LANGUAGES) + language * 4 + 3];
}

static inline const unsigned char *
blob_table(size_t table)
{
	return ug_model_blob + blob_header(UG_BLOB_TABLES) +
	    table * UG_BLOB_TABLE_LEN;
}

static inline const unsigned char *
blob_script(unsigned script)
{
	return ug_model_blob + blob_header(UG_BLOB_SCRIPTS) +
	    script * UG_BLOB_SCRIPT_LEN;
}

#endif /* UG_MODEL_BLOB_READ_H */
