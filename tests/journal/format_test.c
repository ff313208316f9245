/*
 * format_test.c - numbers, hashes and bytes of a journal, whole and cut
 */
#include "journal/format.h"

#include "check.h"

static const struct {
	uint64_t n;
	size_t len;
	const char *bytes;
} numbers[] = {
	{ 0, 1, "\0" }, { 1, 1, "\x01" }, { 127, 1, "\x7f" },
	{ 128, 2, "\x80\x01" }, { 300, 2, "\xac\x02" },
	{ 16383, 2, "\xff\x7f" }, { 16384, 3, "\x80\x80\x01" },
	{ UINT64_C(1) << 56, 9, "\x80\x80\x80\x80\x80\x80\x80\x80\x01" },
	{ INT64_MAX, 9, "\xff\xff\xff\xff\xff\xff\xff\xff\x7f" },
};

static struct ug_cursor
cursor(const char *s, size_t len)
{
	return (struct ug_cursor){ .s = (const unsigned char *)s, .len = len };
}

static void
check_number(size_t i)
{
	struct ug_buf buf = { .alloc = &ug_alloc_libc };
	struct ug_cursor at;

	CHECK("put", ug_put_number(&buf, numbers[i].n) == UNGARBLE_OK &&
	    buf.len == numbers[i].len &&
	    memcmp(buf.s, numbers[i].bytes, buf.len) == 0);
	ug_buf_free(&buf);
	for (size_t len = 0; len < numbers[i].len; len++) {
		at = cursor(numbers[i].bytes, len);
		CHECK("cut", ug_get_number(&at) == 0 && at.bad &&
		    at.at == len);
	}
	at = cursor(numbers[i].bytes, numbers[i].len);
	CHECK("get", ug_get_number(&at) == numbers[i].n && !at.bad &&
	    at.at == numbers[i].len);
}

/* Nine bytes hold what a length may be; a tenth is wrong. */
static void
check_long(void)
{
	struct ug_cursor at = cursor("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00",
	    10);

	CHECK("ten bytes", ug_get_number(&at) == 0 && at.bad);
}

static void
check_bytes(void)
{
	struct ug_cursor at = cursor("abc", 3);
	const char *const s = (const char *)at.s;

	CHECK("none", ug_get_bytes(&at, 0) == s && at.at == 0);
	CHECK("one", ug_get_bytes(&at, 1) == s && at.at == 1);
	CHECK("too many", ug_get_bytes(&at, 3) == NULL && at.bad &&
	    at.at == 1);
	at.bad = false;
	CHECK("all", ug_get_bytes(&at, 2) == s + 1 && at.at == 3 && !at.bad);
	CHECK("none left", ug_get_bytes(&at, 0) == s + 3 && !at.bad);
	CHECK("far too many", ug_get_bytes(&at, UINT64_MAX) == NULL && at.bad);
}

static void
check_hash(void)
{
	static const char bytes[] = "\xef\xcd\xab\x89\x67\x45\x23\x01";
	struct ug_buf buf = { .alloc = &ug_alloc_libc };
	struct ug_cursor at = cursor(bytes, 8), cut = cursor(bytes, 7);

	CHECK("put", ug_put_hash(&buf, UINT64_C(0x0123456789abcdef)) ==
	    UNGARBLE_OK && buf.len == 8 && memcmp(buf.s, bytes, 8) == 0);
	CHECK("get", ug_get_hash(&at) == UINT64_C(0x0123456789abcdef) &&
	    at.at == 8 && !at.bad);
	CHECK("cut", ug_get_hash(&cut) == 0 && cut.bad);
	ug_buf_free(&buf);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		check_number(i);
	check_long();
	check_bytes();
	check_hash();
	return check_done(argv[0]);
}
