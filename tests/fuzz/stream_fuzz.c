/*
 * stream_fuzz.c - what must hold of a stream, on anything
 *
 * Where the input is cut does not matter: fed whole, bytewise and in pieces the
 * output, the edits, the spans and the pieces are the same.  Pieces are the
 * whole input and output.  Text comes out well-formed, and not much longer.
 * The edits, made in what was decoded, give the output.  Repairing twice is
 * repairing once, but for what records learn from one another.
 *
 * An input that starts with a byte of 1..7 is one of options: the next four say
 * which.  The cuts are drawn from the input.
 */
#include "base/utf8.h"
#include "fuzz.h"
#include "stream/replay.h"

#define N(array) (sizeof(array) / sizeof(*(array)))
#define TIMES    4 /* repaired again */

/* A run, and whether its records are lines of its output. */
struct fed {
	struct run run; /* the first: callbacks of the harness are given it */
	int (*piece)(void *user, const struct ungarble_piece *piece);
	bool lines, binary;
};

static int
fed_piece(void *user, const struct ungarble_piece *piece)
{
	struct fed *const fed = user;
	const char *const end = memchr(piece->out, '\n', piece->out_len);
	const size_t line = end != NULL ?
	    (size_t)(end - piece->out) + 1 : piece->out_len;

	/* Only the last one may have no end. */
	if (line != piece->out_len || (fed->run.pieces_out.len > 0 &&
	    fed->run.pieces_out.s[fed->run.pieces_out.len - 1] != '\n'))
		fed->lines = false;
	fed->binary = fed->binary || strcmp(piece->encoding, "binary") == 0;
	return fed->piece(user, piece);
}

/* Turns down one edit in four, always the same ones. */
static enum ungarble_answer
fed_ask(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	return fuzz_hash(edit->before, edit->before_len) % 4 == 0 ?
	    UNGARBLE_SKIP : UNGARBLE_APPLY;
}

static int
fed_finding(void *user, const struct ungarble_finding *finding)
{
	char line[256];

	snprintf(line, sizeof(line), "finding %llu %llu+%llu %s %s\n",
	    (unsigned long long)finding->record,
	    (unsigned long long)finding->in_at,
	    (unsigned long long)finding->in_len, finding->rule,
	    finding->found);
	bytes_string(&((struct fed *)user)->run.report, line);
	return 0;
}

static void
feed(struct fed *fed, const struct ungarble_options *given, const void *in,
    size_t len, enum cuts cuts, uint64_t seed)
{
	struct ungarble_options opts = *given;
	const struct ungarble_options kept = run_options(&fed->run);

	*fed = (struct fed){ .piece = kept.piece, .lines = true };
	opts.write = kept.write;
	opts.span = kept.span;
	opts.edit = kept.edit;
	opts.piece = fed_piece;
	opts.user = fed;
	run_stream(&fed->run, &opts, in, len, cuts, seed);
	FUZZ_CHECK(fed->run.err == UNGARBLE_OK ||
	    (fed->run.err == UNGARBLE_EINPUT &&
	    opts.invalid == UNGARBLE_INVALID_FAIL));
}

/* ---- options ---- */

/* All repairs but one, or that one alone. */
static const char *
choose_fixes(unsigned byte, char *room, size_t size)
{
	static const char *const some[] = { NULL, "all", "none", "default",
		"characters", "marks", "words", "+guess", "+tidy" };
	const unsigned which = byte < 128 ? byte % 32 : N(some) + byte / 32;
	const struct ungarble_fix *const fix = ungarble_fix(byte % 32);

	if (which < N(some))
		return some[which];
	if (fix == NULL)
		return "all";
	snprintf(room, size, which % 2 == 0 ? "all,-%s" : "none,+%s",
	    fix->name);
	return room;
}

/* A name of an encoding, by number; binary and its like among them. */
static const char *
choose_encoding(unsigned byte)
{
	size_t n = 0;

	while (ungarble_encoding(n) != NULL)
		n++;
	return ungarble_encoding(byte % n);
}

struct room {
	char fixes[64], from[128];
};

static struct ungarble_options
choose(struct fuzz_input *in, struct room *room)
{
	static const char *const languages[] = { NULL, "de", "fr,en", "ja",
		"ru,uk", "zh", "vi", "ar" };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	unsigned fixes, kind, flags;
	const char *encoding;

	if (in->len == 0 || in->s[0] < 1 || in->s[0] > 7)
		return opts;
	(void)fuzz_byte(in);
	fixes = fuzz_byte(in);
	opts.fixes = choose_fixes(fixes, room->fixes, sizeof(room->fixes));
	kind = fuzz_byte(in);
	flags = fuzz_byte(in);
	encoding = choose_encoding(fuzz_byte(in));
	snprintf(room->from, sizeof(room->from), "utf-8,%s", encoding);
	opts.languages = languages[kind / 32];
	switch (kind % 8) {
	case 1:
		opts.from = encoding;
		break;
	case 2:
		opts.from = room->from;
		break;
	case 3:
		opts.declared = encoding;
		break;
	case 4:
		opts.fallback = encoding;
		break;
	default:
		break;
	}
	opts.no_memory = flags & 1;
	opts.scope = (flags & 2) != 0 ? UNGARBLE_SCOPE_STREAM :
	    UNGARBLE_SCOPE_RECORD;
	opts.invalid = (flags & 12) == 12 ? UNGARBLE_INVALID_FAIL :
	    UNGARBLE_INVALID_REPLACE;
	opts.finding = (flags & 16) != 0 ? fed_finding : NULL;
	opts.ask = (flags & 96) == 96 ? fed_ask : NULL;
	opts.confidence = (flags & 128) != 0 ? 1 + fixes % 100 : 0;
	return opts;
}

/* ---- properties ---- */

static void
check_cuts(const struct fed *whole, const struct ungarble_options *opts,
    const struct fuzz_input *in)
{
	const uint64_t seed = fuzz_hash(in->s, in->len);
	struct fed cut;

	for (int i = 0; i < 2; i++) {
		feed(&cut, opts, in->s, in->len,
		    i == 0 ? CUT_EVERYWHERE : CUT_AT_RANDOM, seed);
		FUZZ_CHECK(cut.run.err == whole->run.err);
		if (cut.run.err == UNGARBLE_OK) {
			FUZZ_CHECK(bytes_equal(&cut.run.out, &whole->run.out));
			FUZZ_CHECK(bytes_equal(&cut.run.report,
			    &whole->run.report));
		}
		run_free(&cut.run);
	}
}

/* The edits give the output, where records are lines. */
static void
check_edits(const struct fed *whole, const struct ungarble_options *given,
    const struct fuzz_input *in)
{
	struct ungarble_options opts = *given;
	struct fed decoded;

	opts.fixes = "none";
	feed(&decoded, &opts, in->s, in->len, CUT_NOWHERE, 0);
	if (decoded.lines)
		FUZZ_CHECK(replay_gives(&decoded.run.out, &whole->run));
	run_free(&decoded.run);
}

/*
 * What came out is UTF-8, and is read as that.  Records do not learn from one
 * whose reading was not sure; once it is UTF-8 they do.  So with a memory it
 * may take another time or two until nothing changes.
 */
static void
check_twice(const struct fed *whole, const struct ungarble_options *given)
{
	struct ungarble_options opts = *given;
	const struct fed *last = whole;
	struct fed twice[TIMES] = { 0 };
	bool same = false;
	int n = 0;

	if (opts.from != NULL)
		opts.from = "utf-8";
	for (; !same && n < (opts.no_memory ? 1 : TIMES); n++) {
		feed(&twice[n], &opts, last->run.out.s, last->run.out.len,
		    CUT_NOWHERE, 0);
		FUZZ_CHECK(twice[n].run.err == UNGARBLE_OK);
		same = bytes_equal(&twice[n].run.out, &last->run.out);
		last = &twice[n];
	}
	FUZZ_CHECK(same);
	while (n > 0)
		run_free(&twice[--n].run);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	struct room room;
	const struct ungarble_options opts = choose(&in, &room);
	struct fed whole;

	feed(&whole, &opts, in.s, in.len, CUT_NOWHERE, 0);
	check_cuts(&whole, &opts, &in);
	if (whole.run.err == UNGARBLE_OK) {
		FUZZ_CHECK(run_is_whole(&whole.run, (const char *)in.s,
		    in.len));
		FUZZ_CHECK(whole.run.out.len <= 12 * in.len + 64);
		FUZZ_CHECK(whole.binary || ug_utf8_prefix(
		    (const unsigned char *)whole.run.out.s, whole.run.out.len,
		    NULL) == whole.run.out.len);
		check_edits(&whole, &opts, &in);
		if (!whole.binary)
			check_twice(&whole, &opts);
	}
	run_free(&whole.run);
	return 0;
}
