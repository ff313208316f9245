/*
 * languages_train.c - numbers of languages, and which of them share a table
 */
#include "counts_train.h"
#include "languages.h"

struct train_language train_languages[UG_LANGUAGES_MAX];
size_t train_n_languages;
struct train_table train_tables[TRAIN_TABLES_MAX];
size_t train_n_tables;

/* Languages that share a table stand together: returns where those of i end. */
static size_t
written_alike(size_t i)
{
	const size_t n = sizeof(written) / sizeof(*written);
	size_t end = i + 1;

	while (end < n && written[end].script == written[i].script &&
	    written[end].table == written[i].table)
		end++;
	return end;
}

void
train_languages_number(void)
{
	const size_t n = sizeof(written) / sizeof(*written);

	for (size_t i = 0, end; i < n; i = end) {
		struct train_table *const table =
		    &train_tables[train_n_tables++];
		size_t unit, room;

		end = written_alike(i);
		unit = end - i <= UG_BLOB_FEW ? UG_BLOB_FEW : UG_BLOB_MANY;
		room = (end - i + unit - 1) / unit * unit;
		table->script = written[i].script;
		table->first = (unsigned)train_n_languages;
		/* Of one language the other numbers are never asked for. */
		table->n_languages = end - i == 1 ? 1 : (unsigned)room;
		for (size_t k = 0; k < room; k++) {
			struct train_language *const l =
			    &train_languages[train_n_languages++];

			*l = written[i + k < end ? i + k : i];
			if (i + k >= end)
				l->code = "";
		}
	}
	while (train_n_languages % UG_BLOB_MANY != 0)
		train_languages[train_n_languages++] =
		    (struct train_language){ "", UG_NO_SCRIPT, 0, AS_IT_IS };
}
