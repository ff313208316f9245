/*
 * witness_test.c - what the witness says, as far as it is there; memory that it
 * asks for in vain ends nothing but the answer
 */
#include "detect/witness.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "encodings/by_label.h"

static const struct {
	const char *name, *bytes, *encoding; /* NULL: nothing */
} rows[] = {
	{ "empty", "", NULL },
	{ "Japanese", "\xB2\xC8\xA4\xCF\xC2\xBC\xA4\xCE\xA4\xCF\xA4\xBA\xA4"
	  "\xEC\xA4\xCE\xC0\xEE\xA4\xCE\xA4\xBD\xA4\xD0\xA4\xCB\xCE\xA9\xA4"
	  "\xC3\xA4\xC6\xA4\xA4\xA4\xEB\xA1\xA3", "EUC-JP" },
	{ "UTF-8", "Das Haus steht am Fluß, über dem schönen Tal.", "UTF-8" },
};

/* What uchardet had when memory ran out it does not free: no test for ASan. */
#if !defined(UG_NO_UCHARDET) && defined(__GNUC__) && \
    __SIZEOF_SIZE_T__ == 8 && !defined(__SANITIZE_ADDRESS__)
#define FAILS_NEW 1

/* C++'s operators new and delete, in place of the library's. */
#define SHOWN __attribute__((visibility("default")))
SHOWN void *_Znwm(size_t size);
SHOWN void *_Znam(size_t size);
SHOWN void _ZdlPv(void *ptr);
SHOWN void _ZdlPvm(void *ptr, size_t size);
SHOWN void _ZdaPv(void *ptr);
_Noreturn void _ZSt17__throw_bad_allocv(void);

static long new_left = -1; /* -1: there is no end to it */
static long n_new;

void *
_Znwm(size_t size)
{
	n_new++;
	if (new_left == 0)
		_ZSt17__throw_bad_allocv();
	new_left -= new_left > 0;
	return malloc(size);
}

void *
_Znam(size_t size)
{
	return _Znwm(size);
}

void
_ZdlPv(void *ptr)
{
	free(ptr);
}

void
_ZdlPvm(void *ptr, size_t size)
{
	(void)size;
	free(ptr);
}

void
_ZdaPv(void *ptr)
{
	free(ptr);
}

/* Whether these are called: valgrind has its own. */
static bool
is_called(void)
{
	const char *const loaded = getenv("LD_PRELOAD");

	return loaded == NULL || strstr(loaded, "vgpreload") == NULL;
}

/* Each time that the witness wants memory, it gets none from there on. */
static void
check_memory(const char *name, const char *bytes)
{
	char whole[UG_WITNESS_LEN];
	long n;

	if (!is_called())
		return;

	new_left = -1;
	n_new = 0;
	ug_witness_ask((const unsigned char *)bytes, strlen(bytes), whole);
	n = n_new;
	CHECK(name, n > 10 || bytes[0] == '\0');
	for (long i = 0; i < n; i++) {
		char label[UG_WITNESS_LEN] = "?";

		new_left = i;
		ug_witness_ask((const unsigned char *)bytes, strlen(bytes),
		    label);
		CHECK(name, label[0] == '\0' || strcmp(label, whole) == 0);
	}
	new_left = -1;
}
#endif

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char label[UG_WITNESS_LEN] = "?";

		ug_witness_ask((const unsigned char *)rows[i].bytes,
		    strlen(rows[i].bytes), label);
#ifdef UG_NO_UCHARDET
		CHECK(rows[i].name, label[0] == '\0');
#else
		CHECK(rows[i].name, rows[i].encoding == NULL ?
		    label[0] == '\0' : by_label(label) ==
		    by_label(rows[i].encoding));
#endif
#ifdef FAILS_NEW
		check_memory(rows[i].name, rows[i].bytes);
#endif
	}
	return check_done(argv[0]);
}
