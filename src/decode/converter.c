/*
 * converter.c - ICU's converters, for the encodings WHATWG does not read
 *
 * The only file that knows ICU's converters.  Characters are fetched one by
 * one, since the source map wants each one's bytes; an escape sequence counts
 * as part of the character after it:
 *
 *	HZ  ~ { 4 s ~ }  ->  (4 for U+5927) (2 for nothing)
 */
#include "converter.h"

#include <unicode/ucnv.h>

enum ungarble_err
ug_converter_open(struct ug_converter **converter, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *const icu = ucnv_open(name, &status);

	*converter = NULL;
	if (U_SUCCESS(status))
		ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL,
		    NULL, &status);
	if (U_FAILURE(status)) {
		ucnv_close(icu);
		return status == U_MEMORY_ALLOCATION_ERROR ? UNGARBLE_ENOMEM :
		    UNGARBLE_ECONVERTER;
	}
	*converter = (struct ug_converter *)icu;
	return UNGARBLE_OK;
}

void
ug_converter_close(struct ug_converter *converter)
{
	ucnv_close((UConverter *)converter);
}

void
ug_converter_reset(struct ug_converter *converter)
{
	ucnv_resetToUnicode((UConverter *)converter);
}

struct ug_char
ug_converter_next(struct ug_converter *converter, const unsigned char *bytes,
    size_t len)
{
	const char *const start = (const char *)bytes;
	const char *at = start;
	UErrorCode status = U_ZERO_ERROR;
	const UChar32 c = ucnv_getNextUChar((UConverter *)converter, &at,
	    start + len, &status);
	const size_t used = (size_t)(at - start);

	if (status == U_INDEX_OUTOFBOUNDS_ERROR)
		return (struct ug_char){ len, UG_SILENT, 0 };
	if (U_FAILURE(status) || c < 0 || (c >= 0xD800 && c < 0xE000))
		return (struct ug_char){ used > 0 ? used : 1, UG_MALFORMED,
			0 };
	return (struct ug_char){ used, (uint32_t)c, 0 };
}

const char ug_icu_name[] = "ICU " U_ICU_VERSION;
