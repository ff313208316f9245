/*
 * components.c - what output depends on, and what can be read
 */
#include "decode/converter.h"
#include "encodings/encodings.h"
#include "model/version_table.h"
#include "ungarble.h"
#include "words/lexicon_table.h"

const char *
ungarble_component(size_t i)
{
	static const char *const components[] = {
		ug_icu_name,
#ifndef UG_NO_UCHARDET
		"uchardet",
#endif
		UG_LEXICON_NAME,
		UG_MODEL_NAME,
	};

	return i < sizeof(components) / sizeof(*components) ? components[i] :
	    NULL;
}

const char *
ungarble_encoding(size_t i)
{
	const struct ug_encoding *const encoding = ug_encoding_at(i);

	return encoding != NULL ? encoding->name : NULL;
}

const char *
ungarble_label(size_t i, size_t j)
{
	const struct ug_encoding *const encoding = ug_encoding_at(i);

	if (encoding == NULL)
		return NULL;
	for (size_t k = 0; k < j; k++) {
		if (encoding->labels[k] == NULL)
			return NULL;
	}
	return encoding->labels[j];
}
