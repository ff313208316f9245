/*
 * forms_test.c - files in different forms, one after the other
 *
 * Whatever they are and however they are cut, the text comes out.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "encodings/encodings.h"
#include "harness.h"

#define ENGLISH "The ferry leaves at nine.\n" \
	"The harbour is quiet until then.\n" \
	"Nobody had told the gardener about the gate.\n"
#define CHINESE "今天早上天气很好，我们一起去公园散步。\n" \
	"路上看见很多人在湖边跑步，还有人在唱歌。\n中午我们回家吃饭。\n"
#define JAPANESE "駅前の本屋は今日も混んでいました。\n" \
	"川のそばの家まで歩いて帰りました。\n"
#define PLAIN "plain words and no end of them, for as long as it takes\n"
#define RUSSIAN "Вчера мы долго шли вдоль реки.\nПотом пошёл дождь.\n"

enum part_form {
	IN_UTF16LE, IN_UTF16BE, IN_UTF32LE, IN_UTF32BE,
	IN_UTF8, IN_BYTES, IN_EBCDIC
};

static const struct part {
	const char *name;
	enum part_form form;
	const char *text;
	const char *bytes; /* IN_BYTES: what stands for it; else a mark */
} parts[] = {
	{ "utf-8", IN_UTF8, ENGLISH RUSSIAN CHINESE, "" },
	{ "ascii", IN_UTF8, ENGLISH, "" },
	{ "utf-16le", IN_UTF16LE, ENGLISH, "" },
	{ "utf-16be", IN_UTF16BE, ENGLISH, "" },
	{ "utf-32le", IN_UTF32LE, RUSSIAN, "" },
	{ "utf-32be", IN_UTF32BE, ENGLISH, "" },
	{ "utf-16le, Russian", IN_UTF16LE, RUSSIAN, "" },
	{ "utf-16be, Russian", IN_UTF16BE, RUSSIAN, "" },
	{ "utf-16le, Chinese", IN_UTF16LE, CHINESE, "" },
	{ "utf-16be, Chinese", IN_UTF16BE, CHINESE, "" },
	{ "utf-16le, Japanese", IN_UTF16LE, JAPANESE, "" },
	{ "utf-16le with a mark", IN_UTF16LE, "\uFEFF" ENGLISH, "" },
	{ "utf-16be with a mark", IN_UTF16BE, "\uFEFF" CHINESE, "" },
	{ "utf-32le with a mark", IN_UTF32LE, "\uFEFF" ENGLISH, "" },
	{ "utf-8 with a mark", IN_UTF8, "\uFEFF" JAPANESE, "" },
	{ "utf-16le, long", IN_UTF16LE, ENGLISH ENGLISH ENGLISH, "" },
	{ "one line", IN_UTF8,
	  "just one plain line of sixty-six bytes, and not one more than tha\n",
	  "" },
	{ "ebcdic", IN_EBCDIC, ENGLISH, "" },
	{ "iso-2022-jp", IN_BYTES, "日本の本。\n" PLAIN "かな\n",
	  "\x1B$BF|K\\$NK\\!#\x1B(B\n" PLAIN "\x1B$B$+$J\x1B(B\n" },
	{ "iso-2022-kr", IN_BYTES, "머리\n" PLAIN "한글 text\n",
	  "\x1B$)C\x0E\x38\x53\x38\x2E\x0F\n" PLAIN "\x0EGQ1[\x0F text\n" },
	{ "iso-2022-cn", IN_BYTES, "欢迎\n" PLAIN,
	    "\x1B$)A\x0E;6S-\x0F\n" PLAIN },
	{ "hz", IN_BYTES, "see 中文.\n" PLAIN, "see ~{VPND~}.\n" PLAIN },
	{ "utf-7", IN_BYTES, "café, thé\n1 + 1\n" PLAIN,
	    "caf+AOk-, th+AOk-\n1 + 1\n" PLAIN },
};

#define N_PARTS (sizeof(parts) / sizeof(*parts))

static void
add_unit(struct bytes *out, uint32_t unit, size_t size, bool little)
{
	for (size_t i = 0; i < size; i++) {
		const unsigned char byte = (unsigned char)(unit >>
		    8 * (little ? i : size - 1 - i));

		bytes_add(out, &byte, 1);
	}
}

static void
add_ebcdic(struct bytes *out, uint32_t c)
{
	const struct ug_encoding *const page =
	    ug_encoding_by_label("ibm037", 6);
	unsigned byte = 0;

	while (byte < 0xFF && ug_single_byte(page, (unsigned char)byte) != c)
		byte++;
	add_unit(out, byte, 1, true);
}

static void
add_part(struct bytes *out, const struct part *part)
{
	const struct ug_text text = { part->text, strlen(part->text) };

	for (size_t at = 0; at < text.len && part->form != IN_BYTES;) {
		const size_t from = at;
		const uint32_t c = ug_text_next(text, &at);

		if (part->form == IN_UTF8)
			bytes_add(out, text.s + from, at - from);
		else if (part->form == IN_EBCDIC)
			add_ebcdic(out, c);
		else
			add_unit(out, c, part->form <= IN_UTF16BE ? 2 : 4,
			    part->form == IN_UTF16LE ||
			    part->form == IN_UTF32LE);
	}
	if (part->form == IN_BYTES)
		bytes_string(out, part->bytes);
}

/* Run what `in` holds in some cuts; whether `want` comes out of it. */
static void
check_text(const char *name, const struct bytes *in, const struct bytes *want)
{
	static const enum cuts cuts[] = { CUT_NOWHERE, CUT_EVERYWHERE,
		CUT_AT_RANDOM };
	struct bytes report = { 0 };

	for (size_t i = 0; i < sizeof(cuts) / sizeof(*cuts); i++) {
		struct run run = { 0 };
		struct ungarble_options opts = run_options(&run);

		opts.fixes = "encoding";
		run_stream(&run, &opts, in->s, in->len, cuts[i], i);
		CHECK(name, run.err == UNGARBLE_OK);
		if (!CHECK(name, bytes_equal(&run.out, want)) && i == 0)
			fprintf(stderr, "%.*s", (int)run.out.len, run.out.s);
		if (i == 0)
			bytes_add(&report, run.report.s, run.report.len);
		CHECK(name, bytes_equal(&run.report, &report));
		run_free(&run);
	}
	bytes_free(&report);
}

/* The mark at the very start is not text; one further on is kept. */
static void
want_part(struct bytes *want, const struct part *part)
{
	bytes_string(want, part->text);
}

static void
check_list(const struct part *const *list, size_t n, size_t before)
{
	struct bytes in = { 0 }, want = { 0 };
	char name[160] = "";

	for (size_t i = 0; i < before; i++) {
		bytes_string(&in, "A plain line, and no end of them.\n");
		bytes_string(&want, "A plain line, and no end of them.\n");
	}
	for (size_t i = 0; i < n; i++) {
		strcat(strcat(name, i > 0 ? " + " : ""), list[i]->name);
		add_part(&in, list[i]);
		want_part(&want, list[i]);
	}
	check_text(name, &in, &want);
	bytes_free(&in);
	bytes_free(&want);
}

/* Fields are records of their own: one that is cut off is no other's affair. */
static void
check_fields(void)
{
	static const char *const fields[] = { "\x1B$BF|K\\",
		"see \x1B$BF|K\\" };
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);
	struct ungarble *ug;

	run.err = ungarble_open(&ug, &opts);
	for (size_t i = 0; i < 2 && run.err == UNGARBLE_OK; i++) {
		run.err = ungarble_feed(ug, fields[i], strlen(fields[i]));
		if (run.err == UNGARBLE_OK)
			run.err = ungarble_flush(ug);
	}
	ungarble_close(ug);
	bytes_add(&run.out, "", 1);
	CHECK("fields", run.err == UNGARBLE_OK &&
	    strcmp(run.out.s, "日本see 日本") == 0);
	run_free(&run);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_fields();
	for (size_t i = 0; i < N_PARTS; i++) {
		const struct part *list[3] = { &parts[i] };

		check_list(list, 1, 0);
		check_list(list, 1, 3000);
		for (size_t j = 0; j < N_PARTS; j++) {
			list[1] = &parts[j];
			check_list(list, 2, 0);
			list[2] = &parts[i];
			check_list(list, 3, 1);
		}
	}
	return check_done(argv[0]);
}
