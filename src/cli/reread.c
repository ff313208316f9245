/*
 * reread.c - bytes read again, in one encoding and in others
 *
 *	é, utf-8 -> C3 A9 -> windows-1252 -> Ã©
 *
 * There is no encoder here: of an encoding with one byte a character each byte
 * is read until one is the character.
 */
#include <string.h>

#include "reread.h"
#include "memory.h"
#include "printable.h"

#define REREAD_TEXT 4096

static enum ungarble_err reread_error;

/* What was read. */
struct text {
	char s[REREAD_TEXT];
	size_t len;
};

static int
text_add(void *user, const char *bytes, size_t len)
{
	struct text *const text = user;

	if (len > sizeof(text->s) - text->len)
		return 1;
	memcpy(text->s + text->len, bytes, len);
	text->len += len;
	return 0;
}

/* False if not all of them can be read so. */
static bool
text_read(struct text *text, const char *label, const char *bytes, size_t len)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	opts.from = label;
	opts.fixes = "none";
	opts.invalid = UNGARBLE_INVALID_FAIL;
	opts.no_memory = 1;
	opts.write = text_add;
	opts.user = text;
	opts.resize = cli_memory_resize;
	text->len = 0;
	if (reread_error != UNGARBLE_OK || len > sizeof(text->s) / 4)
		return false;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, bytes, len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	ungarble_close(ug);
	if (err != UNGARBLE_EINPUT && err != UNGARBLE_ESTOPPED)
		reread_error = err;
	return err == UNGARBLE_OK;
}

enum ungarble_err
cli_reread_error(void)
{
	return reread_error;
}

void
cli_reread_forget(void)
{
	reread_error = UNGARBLE_OK;
}

bool
cli_reread_is(const char *label, const char *bytes, size_t len,
    const char *text, size_t text_len)
{
	static struct text read;

	return text_read(&read, label, bytes, len) && read.len == text_len &&
	    memcmp(read.s, text, text_len) == 0;
}

/* The bytes of a character in an encoding. */
static bool
reread_encode(struct cli_reread *reread, const char *label)
{
	if (strcmp(label, "utf-8") == 0) {
		memcpy(reread->bytes, reread->character,
		    reread->character_len);
		reread->bytes_len = reread->character_len;
		return true;
	}
	reread->bytes_len = 1;
	for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
		reread->bytes[0] = (char)byte;
		if (cli_reread_is(label, reread->bytes, 1, reread->character,
			reread->character_len))
			return true;
	}
	return false;
}

bool
cli_reread(struct cli_reread *reread, const char *was, const char *reader,
    const char *text, size_t len)
{
	static struct text taken;
	size_t at = 0;

	while (at < len && (text[at] & 0x80) == 0)
		at++;
	if (at == len)
		return false;
	reread->character_len = cli_char_at(text + at, len - at).len;
	memcpy(reread->character, text + at, reread->character_len);
	if (!reread_encode(reread, was) ||
	    !text_read(&taken, reader, reread->bytes, reread->bytes_len) ||
	    taken.len == 0 || taken.len > sizeof(reread->taken))
		return false;
	memcpy(reread->taken, taken.s, taken.len);
	reread->taken_len = taken.len;
	return true;
}

bool
cli_reread_guess(const struct cli_options *options, const char *bytes,
    size_t len, struct ungarble_guess *guesses, size_t cap, size_t *n)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.from = options->from;
	opts.fallback = options->fallback;
	opts.languages = options->languages;
	opts.declared = options->declared;
	opts.resize = cli_memory_resize;
	reread_error = ungarble_guess(bytes, len, &opts, guesses, cap, n);
	return reread_error == UNGARBLE_OK;
}
