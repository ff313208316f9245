/*
 * view_test.c - what the gate kept of a text is what a walk reads of it
 */
#include "words/view.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "words/gate.h"
#include "words/gate_state.h"
#include "words/lexicon.h"

#define LINES 60
#define LEN   16384

static const char *const pieces[] = {
	"a", "I", "the", "officials", "USA", "Word", "photo voltaic",
	"mentioned",
	"pharmaceutical", "characteristics", "counterrevolutionary", "in order",
	"12", "1942;", "don't", "isn\u2019t", "it's", "dogs'", "caf\u00e9",
	"\u201cSo", "so\u201d", "end.", "word,", "no:", "and; so", "\u2014",
	"analysis agency", "broadly out there", "Nationwide Hockey League",
	"however don't", "internet web page", "Radio Instances",
	"some issues", "the potential of", "ought to", "x-ray", "well - known", "and/or", "(so)", "said.", "so!", "so?"
};
/* What hides words, or cuts do something to. */
static const char *const odd[] = {
	"www.a.example", "me@a.example", "--help", "/usr/bin", "f(3)", "f( 3)",
	"{dollars}", "<b>", "</b>", "<a href=x title=\"one two\">", "`one two`",
	"`", "<", "> so", "x_y", "$x", "#a", "@b", "x = 1; y = 2; z = 3;",
	"{ a } [ b ] { c }", "\t\t\t", "a::b", "http://a.example/b", "~~~ x",
	".Nm x", "= = = =", "\u00a0", "\"", "  "
};
static const char *const blocks[] = { "```", "<pre>", "</pre>", ".nf", ".fi" };

struct stream {
	char text[LEN];
	size_t starts[LINES + 1];
	uint64_t places[LINES + 1];
	uint32_t bytes[LINES];
};

/* Put a line of pieces at text + len; its length. */
static size_t
draw_line(char *text, uint64_t *random)
{
	/* A record may be a piece of a line. */
	static const char *const ends[] = { "\r\n", "\r", " ", "\n" };
	size_t len = 0, n = random_next(random) % 40;
	const unsigned odds = 2 + (unsigned)(random_next(random) % 60);

	if (random_next(random) % 80 == 0)
		return (size_t)sprintf(text, "%s\n",
		    blocks[random_next(random) % 5]);
	for (; n > 0 && len < 200; n--) {
		const char *const piece = random_next(random) % odds == 0 ?
		    odd[random_next(random) % (sizeof(odd) / sizeof(*odd))] :
		    pieces[random_next(random) %
		    (sizeof(pieces) / sizeof(*pieces))];

		len += (size_t)sprintf(text + len, "%s%s", piece,
		    random_next(random) % 30 == 0 ? "" : " ");
	}
	return len + (size_t)sprintf(text + len, "%s", ends[
	    random_next(random) % 40 < 3 ? random_next(random) % 3 : 3]);
}

static bool
same(const struct ug_token *a, const struct ug_token *b)
{
	return a->len == b->len && a->hash == b->hash && a->kind == b->kind &&
	    a->letters == b->letters;
}

/* Compare views; how many tokens before the text count is the same, too. */
static void
compare(const struct ug_view *a, const struct ug_view *b, const char *text)
{
	const size_t reach = UG_VECTOR_REACH;
	const size_t before = a->start < reach ? a->start : reach;
	const size_t n = a->n - a->start;
	bool all = CHECK("as many before", before == (b->start < reach ?
	    b->start : reach)) && CHECK("as many", n == b->n - b->start &&
	    a->end - a->start == b->end - b->start);

	for (size_t i = 0; i < before + n && all; i++) {
		const struct ug_token *const x = a->v + a->start - before + i;
		const struct ug_token *const y = b->v + b->start - before + i;

		all = CHECK("a token", same(x, y) && (i == 0 ||
		    x->gap == y->gap) && (i < before ||
		    i >= before + a->end - a->start || x->at == y->at));
	}
	if (!all)
		fprintf(stderr, "\t%s\n", text);
}

/* Spun forms begin where that is said. */
static void
check_told(const struct ug_view *view, struct ug_text text)
{
	struct ug_match any, spun;

	for (size_t i = view->start; i < view->end; i++) {
		const struct ug_cue_form form = view->forms[i - view->start];

		ug_lexicon_match(text, view->v + i, view->end - i, &any, &spun);
		CHECK("told", form.ask || (spun.n == form.n &&
		    (spun.n == 0 || spun.node == form.node)));
	}
}

/*
 * The view of lines from..to, read anew and not, with lines up to `seen` around;
 * whether it was kept.
 */
static bool
check_view(const struct stream *s, const struct ug_spin *spin, size_t from,
    size_t to, size_t seen, size_t forgotten)
{
	const size_t start = s->starts[from], end = s->starts[to];
	const size_t past = start - s->starts[forgotten];
	const size_t rest = s->starts[seen] - end;
	const struct ug_text text = { s->text + start, end - start };
	struct ug_arena arena = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = {
		.spin = spin,
		.first_token = s->places[from],
		.first_byte = s->bytes[from],
		.before = { s->text + start - (past < 1024 ? past : 1024),
		    past < 1024 ? past : 1024 },
		.after = { s->text + end, rest < 1024 ? rest : 1024 },
		.scratch = &arena,
	};
	struct ug_view kept = { 0 }, walked = { 0 };

	CHECK("memory", ug_view_read(&kept, &scope, text) == UNGARBLE_OK);
	scope.changed = true;
	CHECK("memory", ug_view_read(&walked, &scope, text) == UNGARBLE_OK);
	CHECK("walked", walked.forms == NULL);
	compare(&kept, &walked, s->text);
	if (kept.forms != NULL)
		check_told(&kept, text);
	ug_arena_free(&arena);
	return kept.forms != NULL;
}

static void
see_line(struct stream *s, struct ug_spin *spin, size_t i, bool known)
{
	uint64_t end;

	s->bytes[i] = ug_spin_bytes(spin);
	CHECK("memory", ug_spin_see(spin, (struct ug_text){ s->text +
	    s->starts[i], s->starts[i + 1] - s->starts[i] }, known,
	    &s->places[i], &end) == UNGARBLE_OK);
}

/* How many views there were, and how many of them were kept. */
struct tally {
	size_t n, kept;
};

static void
test_drawn(uint64_t seed, struct tally *tally)
{
	static struct stream s;
	uint64_t random = seed;
	struct ug_spin *spin;
	size_t forgotten = 0;

	if (!CHECK("memory", ug_spin_new(&spin, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		exit(1);
	for (size_t i = 0; i < LINES; i++) {
		const bool known = random_next(&random) % 50 != 0;
		size_t from, to;

		s.starts[i + 1] = s.starts[i] + draw_line(s.text +
		    s.starts[i], &random);
		if (random_next(&random) % 60 == 0) {
			ug_spin_leave_gap(spin);
			forgotten = i;
		}
		see_line(&s, spin, i, known);
		forgotten = known ? forgotten : i + 1;
		from = i - random_next(&random) % (i < 9 ? i + 1 : 9);
		to = from + 1 + random_next(&random) % (i + 1 - from);
		if (from < forgotten)
			continue;
		tally->n++;
		tally->kept += check_view(&s, spin, from, to, i + 1 -
		    random_next(&random) % (i + 2 - to), forgotten);
		if (random_next(&random) % 4 == 0)
			ug_spin_forget(spin, s.places[i < 9 ? 0 : i - 9]);
	}
	ug_spin_free(spin);
}

/* Tokens are had from the first on that was not forgotten. */
static void
check_first(void)
{
	static struct stream s;
	struct ug_spin *spin;

	CHECK("memory", ug_spin_new(&spin, &ug_alloc_libc) == UNGARBLE_OK);
	for (size_t i = 0; i < 4; i++) {
		s.starts[i + 1] = s.starts[i] + (size_t)sprintf(s.text +
		    s.starts[i], "The officials said no.\n");
		see_line(&s, spin, i, true);
		CHECK("the first", ug_spin_tokens(spin, 0).v != NULL &&
		    ug_spin_tokens(spin, 0).before == 0);
	}
	ug_spin_tokens_forget(&spin->tokens, s.places[1]);
	CHECK("the first that is left", ug_spin_tokens(spin,
	    s.places[3]).v != NULL);
	CHECK("one before", ug_spin_tokens(spin, s.places[3] - 1).v == NULL);
	ug_spin_free(spin);
}

/* A word that is too long for a cue to tell its length is not kept. */
static void
check_long(void)
{
	for (size_t len = 65530; len < 65540; len++) {
		char *const text = malloc(len + 1);
		struct ug_spin *spin;
		uint64_t first, end;

		CHECK("memory", text != NULL && ug_spin_new(&spin,
		    &ug_alloc_libc) == UNGARBLE_OK);
		memset(text, 'a', len);
		text[len] = '\n';
		CHECK("memory", ug_spin_see(spin, (struct ug_text){ text,
		    len + 1 }, true, &first, &end) == UNGARBLE_OK);
		CHECK("long", (ug_spin_tokens(spin, first).v != NULL) ==
		    (len < 65535));
		ug_spin_free(spin);
		free(text);
	}
}

/* What is seen around a text: words that start within 256 bytes, whole. */
static void
check_around(void)
{
	uint64_t seed = 1;

	for (size_t i = 0; i < 3000; i++) {
		const size_t len = i < 900 ? i : 240 + random_next(&seed) % 40;
		const size_t apart = 30 + random_next(&seed) % 60;
		const size_t from = random_next(&seed) % apart;
		struct ug_arena arena = { .alloc = &ug_alloc_libc };
		struct ug_view view = { 0 };
		char around[1000];
		struct ug_scope scope = { .before = { around, len },
			.after = { around, len }, .scratch = &arena };
		size_t n_before = 0, n_after = 0;

		for (size_t at = 0; at < len; at++)
			around[at] = (at + from) % apart == 0 ? ' ' : 'a';
		for (size_t at = 0; at < len; at++) {
			const bool starts = around[at] != ' ' && (at == 0 ||
			    around[at - 1] == ' ');

			n_before += starts && at + 256 >= len;
			n_after += starts && at <= 256;
		}
		CHECK("memory", ug_view_read(&view, &scope,
		    UG_TEXT("it is")) == UNGARBLE_OK);
		CHECK("before", view.start == n_before &&
		    view.end == n_before + 2);
		CHECK("after", view.n == view.end + n_after);
		ug_arena_free(&arena);
	}
}

int
main(int argc, char **argv)
{
	struct tally tally = { 0, 0 };

	(void)argc;
	for (uint64_t seed = 1; seed < 60; seed++)
		test_drawn(seed, &tally);
	check_first();
	check_long();
	check_around();
	/* To the last one: what is kept and not taken is read twice. */
	if (!CHECK("kept", tally.n == 3053 && tally.kept == 1574))
		fprintf(stderr, "\t%zu of %zu\n", tally.kept, tally.n);
	return check_done(argv[0]);
}
