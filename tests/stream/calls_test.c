/*
 * calls_test.c - the calls of the public header: options, order, callbacks
 */
#include <string.h>

#include "check.h"
#include "harness.h"

#define GARBLED "Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n"
#define MENDED  "Le café ferme, l’été finit.\n"

static bool
out_is(const struct run *run, const char *s)
{
	return run->out.len == strlen(s) &&
	    memcmp(run->out.s, s, run->out.len) == 0;
}

static void
check_open(const char *name, struct ungarble_options opts,
    enum ungarble_err want)
{
	struct ungarble *ug = (struct ungarble *)(void *)&opts;
	const enum ungarble_err err = ungarble_open(&ug, &opts);

	CHECK(name, err == want);
	CHECK(name, (ug != NULL) == (want == UNGARBLE_OK));
	ungarble_close(ug);
}

static void
check_many_labels(struct ungarble_options opts)
{
	char from[7 * (UNGARBLE_FROM_MAX + 1)] = "";

	for (size_t i = 0; i < UNGARBLE_FROM_MAX; i++)
		strcat(from, i == 0 ? "latin1" : ",utf-8");
	opts.from = from;
	check_open("as many labels as may be", opts, UNGARBLE_OK);
	strcat(from, ",utf-8");
	check_open("one label more", opts, UNGARBLE_EOPTION);
}

static void
check_options(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	check_open("default", opts, UNGARBLE_OK);
	opts.from = "windows-1252";
	check_open("from", opts, UNGARBLE_OK);
	opts.from = "latin1,utf-8,Shift_JIS";
	check_open("several", opts, UNGARBLE_OK);
	opts.from = "latin1,utf-9";
	check_open("no such label", opts, UNGARBLE_ELABEL);
	opts.from = " latin1,\tutf-8 ";
	check_open("blanks around labels", opts, UNGARBLE_OK);
	check_many_labels(opts);
	opts.from = "";
	check_open("empty label", opts, UNGARBLE_ELABEL);
	opts.from = NULL;
	opts.fallback = "klingon";
	check_open("no such fallback", opts, UNGARBLE_ELABEL);
	opts.fallback = NULL;
	opts.fixes = "+mojibake,-words,c1";
	check_open("fixes", opts, UNGARBLE_OK);
	opts.fixes = "mojibakes";
	check_open("no such fix", opts, UNGARBLE_EOPTION);
	opts.fixes = " +mojibake,\t-words , c1";
	check_open("blanks around fixes", opts, UNGARBLE_OK);
	opts.fixes = "c1, ,words";
	check_open("a blank alone", opts, UNGARBLE_EOPTION);
	opts.fixes = "+";
	check_open("empty fix", opts, UNGARBLE_EOPTION);
	opts.fixes = NULL;
	opts.confidence = 101;
	check_open("confidence", opts, UNGARBLE_EOPTION);
	opts.confidence = 0;
	opts.size = 0;
	check_open("size", opts, UNGARBLE_EOPTION);
	opts.size = sizeof(size_t);
	check_open("an older header", opts, UNGARBLE_OK);
}

static void
check_order(void)
{
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);
	struct ungarble *ug;

	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("nothing", ungarble_feed(ug, NULL, 0) == UNGARBLE_OK);
	CHECK("feed", ungarble_feed(ug, "a", 1) == UNGARBLE_OK);
	CHECK("finish", ungarble_finish(ug) == UNGARBLE_OK);
	CHECK("fed on", ungarble_feed(ug, "b", 1) == UNGARBLE_EMISUSE);
	CHECK("sticks", ungarble_finish(ug) == UNGARBLE_EMISUSE);
	CHECK("out", out_is(&run, "a"));
	ungarble_close(ug);
	ungarble_close(NULL);
	run_free(&run);
}

static enum ungarble_answer
ask_skip_first(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	return edit->in_at < 10 ? UNGARBLE_SKIP : UNGARBLE_APPLY;
}

static enum ungarble_answer
ask_stop(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	(void)edit;
	return UNGARBLE_STOP;
}

static int
write_stop(void *user, const char *s, size_t len)
{
	(void)user;
	(void)s;
	(void)len;
	return 1;
}

static void
check_callbacks(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	run_stream(&run, &opts, GARBLED, strlen(GARBLED), CUT_NOWHERE, 0);
	CHECK("mended", run.err == UNGARBLE_OK && out_is(&run, MENDED));
	run_free(&run);
	opts.ask = ask_skip_first;
	run_stream(&run, &opts, GARBLED, strlen(GARBLED), CUT_NOWHERE, 0);
	CHECK("refused", out_is(&run, "Le cafÃ© ferme, l’été finit.\n"));
	for (size_t i = 0; i < run.n_edits; i++)
		CHECK("not told of", run.edits[i].edit.in_at >= 10);
	run_free(&run);
	opts.ask = ask_stop;
	run_stream(&run, &opts, GARBLED, strlen(GARBLED), CUT_NOWHERE, 0);
	CHECK("stopped", run.err == UNGARBLE_ESTOPPED && run.out.len == 0);
	run_free(&run);
	opts.ask = NULL;
	opts.write = write_stop;
	run_stream(&run, &opts, GARBLED, strlen(GARBLED), CUT_NOWHERE, 0);
	CHECK("write stops", run.err == UNGARBLE_ESTOPPED);
	run_free(&run);
}

/* A callback that calls the stream it is called by, and another. */
struct again {
	struct ungarble *ug, *other;
	struct run run;
	unsigned n;
};

static int
again_edit(void *user, const struct ungarble_edit *edit)
{
	struct again *const again = user;
	char *out;
	size_t len;

	(void)edit;
	again->n++;
	CHECK("fed from within", ungarble_feed(again->ug, "x", 1) ==
	    UNGARBLE_EMISUSE);
	CHECK("flushed from within", ungarble_flush(again->ug) ==
	    UNGARBLE_EMISUSE);
	CHECK("finished from within", ungarble_finish(again->ug) ==
	    UNGARBLE_EMISUSE);
	CHECK("sent on from within", ungarble_part_next(again->ug, 0) ==
	    UNGARBLE_EMISUSE);
	CHECK("another fed", ungarble_feed(again->other, GARBLED,
	    strlen(GARBLED)) == UNGARBLE_OK);
	CHECK("a text", ungarble_repair(GARBLED, strlen(GARBLED), NULL, &out,
	    &len) == UNGARBLE_OK);
	CHECK("a text", len == strlen(MENDED) && memcmp(out, MENDED, len) == 0);
	ungarble_free(out, NULL);
	return 0;
}

static int
again_write(void *user, const char *s, size_t len)
{
	bytes_add(&((struct again *)user)->run.out, s, len);
	return 0;
}

static void
check_again(void)
{
	struct again again = { .n = 0 };
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	CHECK("open", ungarble_open(&again.other, &opts) == UNGARBLE_OK);
	ungarble_options_init(&opts, sizeof(opts));
	opts.write = again_write;
	opts.edit = again_edit;
	opts.user = &again;
	CHECK("open", ungarble_open(&again.ug, &opts) == UNGARBLE_OK);
	CHECK("feed", ungarble_feed(again.ug, GARBLED, strlen(GARBLED)) ==
	    UNGARBLE_OK);
	CHECK("finish", ungarble_finish(again.ug) == UNGARBLE_OK);
	CHECK("it goes on", again.n == 3 && out_is(&again.run, MENDED));
	CHECK("the other, too", ungarble_finish(again.other) == UNGARBLE_OK &&
	    out_is(&run, MENDED MENDED MENDED));
	ungarble_close(again.ug);
	ungarble_close(again.other);
	run_free(&again.run);
	run_free(&run);
}

static void
check_init(void)
{
	const struct ungarble_options want = UNGARBLE_OPTIONS_INIT;
	struct ungarble_options opts;

	memset(&opts, 0xA5, sizeof(opts));
	ungarble_options_init(&opts, sizeof(opts));
	CHECK("as the macro", memcmp(&opts, &want, sizeof(opts)) == 0);
	memset(&opts, 0xA5, sizeof(opts));
	ungarble_options_init(&opts, offsetof(struct ungarble_options, write));
	CHECK("an older header", opts.size == offsetof(struct ungarble_options,
	    write) && opts.from == NULL && opts.no_memory == 0);
	CHECK("and what is behind", opts.no_header == 0xA5A5A5A5);
	opts.size = 7;
	ungarble_options_init(&opts, 1);
	CHECK("no room", opts.size >> 8 == 0);
}

static void
check_flush(void)
{
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);
	struct ungarble *ug;

	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("part", ungarble_feed(ug, "cafÃ© ", 8) == UNGARBLE_OK);
	CHECK("waits", run.out.len == 0);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_OK);
	CHECK("a field", out_is(&run, "café "));
	CHECK("legacy", ungarble_feed(ug, "th\xe9", 3) == UNGARBLE_OK);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_OK);
	CHECK("decoded", out_is(&run, "café thé"));
	CHECK("empty", ungarble_flush(ug) == UNGARBLE_OK);
	CHECK("garbled", ungarble_feed(ug, "cafÃ©", 7) == UNGARBLE_OK);
	CHECK("finish", ungarble_finish(ug) == UNGARBLE_OK);
	CHECK("spans", run.n_spans == 3);
	CHECK("numbers", run.n_edits == 2 && run.edits[0].edit.record == 1 &&
	    run.edits[1].edit.record == 3);
	ungarble_close(ug);
	run_free(&run);
}

/* One weak case alone is left; after a sure one of its kind it is not. */
static void
check_memory(void)
{
	static const char weak[] = "Nord – SÃ¸r\n";
	static const char both[] = "Nord – SÃ¸r, Ã¸st\nNord – SÃ¸r\n";
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	run_stream(&run, &opts, weak, sizeof(weak) - 1, CUT_NOWHERE, 0);
	CHECK("weak", out_is(&run, weak));
	run_free(&run);
	run_stream(&run, &opts, both, sizeof(both) - 1, CUT_NOWHERE, 0);
	CHECK("remembered", out_is(&run, "Nord – Sør, øst\nNord – Sør\n"));
	run_free(&run);
	opts.no_memory = 1;
	run_stream(&run, &opts, both, sizeof(both) - 1, CUT_NOWHERE, 0);
	CHECK("no memory", out_is(&run, "Nord – Sør, øst\nNord – SÃ¸r\n"));
	run_free(&run);
}

/* Part of a record is garbled twice: no pass takes half of that for its own. */
static void
check_layers(void)
{
	static const char in[] = "Ã\302\204Â\302\234is vendredo,"
	    " kaj Å\302\235i venos\n";
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);

	run_stream(&run, &opts, in, sizeof(in) - 1, CUT_NOWHERE, 0);
	CHECK("two layers, then one", out_is(&run,
	    "Ĝis vendredo, kaj ŝi venos\n"));
	run_free(&run);
}

/*
 * A mark that was read as three characters is one again where it stands first.
 */
static void
check_mark(void)
{
	static const char in[] = "ï»¿name,city\nï»¿name,city\n";
	static const char dos[] = "∩╗┐name,city";
	static const char alone[] = "ï»¿";
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);

	run_stream(&run, &opts, in, sizeof(in) - 1, CUT_NOWHERE, 0);
	CHECK("mark", out_is(&run, "\xef\xbb\xbfname,city\nï»¿name,city\n"));
	run_free(&run);
	run_stream(&run, &opts, dos, sizeof(dos) - 1, CUT_NOWHERE, 0);
	CHECK("mark, IBM437", out_is(&run, "\xef\xbb\xbfname,city"));
	run_free(&run);
	run_stream(&run, &opts, alone, sizeof(alone) - 1, CUT_NOWHERE, 0);
	CHECK("nothing but a mark", out_is(&run, "\xef\xbb\xbf"));
	run_free(&run);
}

/* Half a unit waits for its other half. */
static void
check_flush_wide(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct ungarble *ug;

	opts.from = "utf-16le";
	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("feed", ungarble_feed(ug, "a\0\n", 3) == UNGARBLE_OK);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_OK);
	CHECK("the whole unit", out_is(&run, "a"));
	CHECK("feed", ungarble_feed(ug, "\0b", 2) == UNGARBLE_OK);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_OK);
	CHECK("the other half", out_is(&run, "a\n"));
	CHECK("finish", ungarble_finish(ug) == UNGARBLE_OK);
	CHECK("half of one", out_is(&run, "a\n\xef\xbf\xbd"));
	ungarble_close(ug);
	run_free(&run);
}

static void
check_from(const char *name, const char *from, const char *in, size_t len,
    const char *want)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	opts.from = from;
	opts.fixes = "encoding";
	run_stream(&run, &opts, in, len, CUT_EVERYWHERE, 0);
	CHECK(name, run.err == UNGARBLE_OK && out_is(&run, want));
	opts.invalid = UNGARBLE_INVALID_FAIL;
	opts.user = &run;
	run_free(&run);
	run_stream(&run, &opts, in, len, CUT_NOWHERE, 0);
	CHECK(name, run.err == (strstr(want, "\xef\xbf\xbd") != NULL ?
	    UNGARBLE_EINPUT : UNGARBLE_OK));
	run_free(&run);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_options();
	check_order();
	check_callbacks();
	check_again();
	check_init();
	check_flush();
	check_flush_wide();
	check_memory();
	check_layers();
	check_mark();
	check_from("latin1", "latin1", "caf\xe9 \x80\n", 7, "café €\n");
	check_from("koi8-r", "koi8-r", "\xc1\n", 2, "а\n");
	check_from("utf-8", "utf-8", "a\xff\xe9" "b\n", 5,
	    "a\xef\xbf\xbd\xef\xbf\xbd" "b\n");
	check_from("utf-16be", "utf-16be", "\0a\xd8\0\0\n", 6,
	    "a\xef\xbf\xbd\n");
	check_from("shift_jis", "shift_jis", "\x93\xfa\n", 3, "日\n");
	check_from("none of two reads it", "iso-8859-3,iso-8859-8", "\xd0\n", 2,
	    "\xef\xbf\xbd\n");
	check_from("no mark of another", "koi8-r,windows-1251", "\xff\xfe\n", 3,
	    "яю\n");
	check_from("a stray of the list", "utf-8,iso-8859-2",
	    "d\xc3\xa9j\xc3\xa0 vu: kr\xe1l a th\xc3\xa9\n", 23,
	    "déjà vu: král a thé\n");
	check_from("one of two", "koi8-r,utf-8",
	    "\xf0\xd2\xc9\xd7\xc5\xd4 \xcd\xc9\xd2\n", 11, "Привет мир\n");
	return check_done(argv[0]);
}
