/*
 * error.c - errors in words, and the version
 */
#include "ungarble.h"

#define UG_VERSION "0.1.0"

const char *
ungarble_strerror(enum ungarble_err err)
{
	switch (err) {
	case UNGARBLE_OK:
		return "no error";
	case UNGARBLE_ENOMEM:
		return "no memory";
	case UNGARBLE_EOPTION:
		return "an option has no such value";
	case UNGARBLE_ELABEL:
		return "no encoding of that name";
	case UNGARBLE_EINPUT:
		return "malformed input";
	case UNGARBLE_ECONVERTER:
		return "a converter cannot be opened";
	case UNGARBLE_ESTOPPED:
		return "stopped by the caller";
	case UNGARBLE_EMISUSE:
		return "called out of order";
	case UNGARBLE_EJOURNAL:
		return "the journal is damaged or cut";
	case UNGARBLE_EMISMATCH:
		return "not the text that the journal is of";
	case UNGARBLE_EBINARY:
		return "no text but binary";
	case UNGARBLE_EFIELD:
		return "there is no such column";
	case UNGARBLE_EPART:
		return "a part does not start as it was said";
	}
	return "unknown error";
}

const char *
ungarble_version(void)
{
	return UG_VERSION;
}
