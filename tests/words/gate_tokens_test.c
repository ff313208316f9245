/*
 * gate_tokens_test.c - tokens that are kept are those that were seen, as many
 * as were not forgotten, and take no more memory than these need
 */
#include "words/gate_tokens.h"

#include <string.h>

#include "check.h"
#include "failing.h"
#include "random.h"
#include "words/gate_state.h"

#define MANY 40 /* tokens of a record */
#define ALL  60000

static struct ug_cues cues;
static struct ug_token drawn[MANY];

/* All that was ever seen, by places; those from `oldest` on are kept. */
static struct {
	uint32_t at[ALL];
	uint64_t end, oldest, plain;
	uint32_t bytes, plain_byte;
} seen;

/* Nothing is seen yet. */
static void
start(struct ug_spin *spin, const struct ug_alloc *alloc)
{
	memset(spin, 0, sizeof(*spin));
	spin->alloc = alloc;
	memset(&seen, 0, sizeof(seen));
	/* The number of bytes is too large soon, and starts anew. */
	seen.bytes = spin->tokens.bytes = UINT32_MAX - 20000;
	cues.tokens = drawn;
}

/* See a record of n tokens that ends with a byte. */
static bool
see(struct ug_spin *spin, size_t n, char end, bool plain, bool too_long)
{
	char text[100];
	const struct ug_text record = { text, end != '\0' ? n + 1 : 0 };
	struct ug_cue_form *forms;

	memset(text, 'a', n);
	text[n] = end;
	cues.n = n;
	cues.too_long = too_long;
	for (size_t i = 0; i < n; i++) {
		drawn[i].at = (uint32_t)i;
		drawn[i].hash = (uint32_t)(seen.end + i);
		seen.at[seen.end + i] = seen.bytes + (uint32_t)i;
	}
	forms = ug_spin_tokens_reserve(&spin->tokens, spin->alloc, &cues);
	if (forms == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		forms[i].node = (uint16_t)(seen.end + i);
	spin->end_token = seen.end += n;
	ug_spin_tokens_add(&spin->tokens, &cues, record, plain, seen.end);
	seen.bytes += (uint32_t)record.len;
	if (!plain || too_long || (end != '\n' && end != '\r')) {
		seen.plain = seen.end;
		seen.plain_byte = seen.bytes;
	}
	return true;
}

/* What is kept from a place on. */
static void
check_place(const struct ug_spin *spin, uint64_t place)
{
	const struct ug_spin_kept kept = ug_spin_tokens(spin, place);
	const uint64_t first = seen.oldest > seen.plain ? seen.oldest :
	    seen.plain;
	bool same = true;

	CHECK("bytes", ug_spin_bytes(spin) == seen.bytes);
	CHECK("where all is plain", kept.plain_byte == seen.plain_byte);
	if (!CHECK("kept", (kept.v != NULL) == (place <= seen.end &&
	    place >= first)) || kept.v == NULL)
		return;
	CHECK("so many", kept.n == seen.end - place);
	CHECK("so many before", kept.before == place - first);
	for (size_t i = 0; i < kept.before + kept.n; i++) {
		const size_t at = (size_t)(place - kept.before) + i;
		const struct ug_token *const token = kept.v - kept.before + i;

		same &= token->at == seen.at[at] && token->hash == at &&
		    (kept.forms - kept.before)[i].node == (uint16_t)at;
	}
	CHECK("those", same);
}

/* Records of all kinds; some is forgotten, some left out. */
static void
check_random(uint64_t seed)
{
	struct ug_spin spin;

	start(&spin, &ug_alloc_libc);
	CHECK("none yet", ug_spin_tokens(&spin, 0).v == NULL);
	for (int i = 0; i < 1500; i++) {
		static const char ends[] = "\n\n\n\n\n\n\r .";
		const size_t n = random_next(&seed) % MANY;
		const char end = ends[random_next(&seed) % sizeof(ends)];
		const bool plain = random_next(&seed) % 20 != 0;
		const uint64_t keep = random_next(&seed) % 200;

		if (!CHECK("memory", see(&spin, end == '\0' ? 0 : n, end,
		    plain, random_next(&seed) % 30 == 0)))
			break;
		if (random_next(&seed) % 3 == 0) {
			ug_spin_tokens_forget(&spin.tokens, keep);
			if (seen.end > seen.oldest + keep)
				seen.oldest = seen.end - keep;
		}
		if (random_next(&seed) % 200 == 0) {
			spin.end_token = seen.end += 10;
			ug_spin_tokens_cut(&spin.tokens, seen.end);
			seen.oldest = seen.plain = seen.end;
			seen.plain_byte = seen.bytes;
		}
		for (uint64_t back = 0; back < 60 && back <= seen.end;
		    back += 1 + back / 4)
			check_place(&spin, seen.end - back);
		check_place(&spin, seen.end + 1);
		check_place(&spin, seen.oldest);
		check_place(&spin, seen.plain);
		if (seen.oldest > 0)
			check_place(&spin, seen.oldest - 1);
		if (seen.plain > 0)
			check_place(&spin, seen.plain - 1);
	}
	ug_spin_tokens_free(&spin.tokens, &ug_alloc_libc);
}

/* However long a stream is, what is kept of it takes no more room. */
static void
check_room(void)
{
	struct failing memory = { .left = 40 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_spin spin;

	start(&spin, &alloc);
	for (int i = 0; i < 1000; i++) {
		CHECK("memory", see(&spin, MANY, '\n', true, false));
		ug_spin_tokens_forget(&spin.tokens, 50);
		seen.oldest = seen.end > 50 ? seen.end - 50 : 0;
		check_place(&spin, seen.oldest);
	}
	CHECK("room", spin.tokens.cap <= 8 * MANY &&
	    spin.tokens.cap_forms <= 8 * MANY);
	/* What did not get memory is not seen, and what was there stays. */
	memory.left = 0;
	while (!memory.failed && seen.end + MANY < ALL)
		(void)see(&spin, MANY, '\n', true, false);
	CHECK("no memory", memory.failed);
	check_place(&spin, seen.oldest);
	ug_spin_tokens_free(&spin.tokens, &alloc);
	CHECK("given back", memory.live == 0);
}

int
main(int argc, char **argv)
{
	(void)argc;
	for (uint64_t seed = 1; seed < 5; seed++)
		check_random(seed);
	check_room();
	return check_done(argv[0]);
}
