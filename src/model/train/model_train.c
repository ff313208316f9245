/*
 * model_train.c - makes model.bin: which characters follow which
 *
 *	model_train DIR [N] > model.bin
 *
 * DIR holds LANG.txt, a sentence a line, for each of the languages of
 * languages.h, as texts_train.c writes them, and may hold LANG.words.
 *
 * One line in N (TRAIN_HELD; 0: none) is left out, for
 * detect/train/fit_train.c.
 */
#include "model_train.h"

#include <stdlib.h>

#include "counts_train.h"
#include "out_train.h"

static void
write_languages(void)
{
	train_section(UG_BLOB_LANGUAGES);
	for (size_t l = 0, t = 0; l < train_n_languages; l++) {
		const char *const code = train_languages[l].code;

		while (t + 1 < train_n_tables && l >= train_tables[t + 1].first)
			t++;
		train_put8((unsigned char)code[0]);
		train_put8(code[0] == '\0' ? 0 : (unsigned char)code[1]);
		train_put8(0);
		train_put8((unsigned)t);
	}
}

/* What stands in front of all sections. */
static void
write_head(void)
{
	train_word_set(UG_BLOB_MAGIC * 4, UG_BLOB_MAGIC_NUMBER);
	train_word_set(UG_BLOB_LEN * 4, (uint32_t)train_out_len);
	train_word_set(UG_BLOB_N_LANGUAGES * 4, (uint32_t)train_n_languages);
	train_word_set(UG_BLOB_N_TABLES * 4, (uint32_t)train_n_tables);
	train_word_set(UG_BLOB_N_SIGNS * 4, (uint32_t)train_n_signs);
}

int
main(int argc, char **argv)
{
	if (argc != 2 && argc != 3) {
		fprintf(stderr, "usage: model_train DIR [N]\n");
		return 2;
	}
	train_languages_number();
	train_count(argv[1], argc == 3 ? (unsigned)atoi(argv[2]) :
	    TRAIN_HELD);
	train_tables_number();
	write_languages();
	train_write_pages();
	train_write_classes();
	train_write_signs();
	train_write_tables();
	train_write_ideographs();
	write_head();
	fprintf(stderr, "bytes %zu\n", train_out_len);
	return fwrite(train_out, 1, train_out_len, stdout) != train_out_len ||
	    fflush(stdout) != 0;
}
