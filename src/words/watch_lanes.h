/*
 * watch_lanes.h - the words of a text by vectors: included by each way to do so
 *
 * Compiled for a processor with AVX2, words are looked up eight at a time.
 */
#include "base/block.h"
#include "region.h"
#include "watch_key.h"
#include "watch_read.h"

#define AHEAD 7 /* bytes behind a block that may be read */
#define SOME (UG_LANE > 16 ? 32 : 16) /* bytes that are looked at in a row */

/* Of what a block may have most. */
#define BLOCK_WORDS (UG_BLOCK_BYTES / 2)
#define BLOCK_LINES UG_BLOCK_BYTES

/* What stands in a block, a bit each. */
struct read_block {
	uint64_t letters, ends, signs; /* signs: where code may turn */
};

/* Look at a part of the block at `s`. */
static UG_INLINE ug_lane
read_some(struct read_block *block, const char *s, unsigned from)
{
	ug_lane rare = ug_lane_equal(ug_lane_load(s + from), '<');

	for (unsigned i = from; i < from + SOME; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);

		block->letters |= ug_lane_bits(ug_lane_letters(lane)) << i;
		block->ends |= ug_lane_bits(ug_lane_equal(lane, '\n')) << i;
		block->signs |= ug_lane_bits(ug_lane_equal(lane, '.')) << i;
		rare = ug_lane_or(ug_lane_or(rare, ug_lane_equal(lane, '<')),
		    ug_lane_or(ug_lane_equal(lane, '`'),
		    ug_lane_equal(lane, '~')));
	}
	return rare;
}

static UG_INLINE struct read_block
read_look(const char *s)
{
	struct read_block block = { 0, 0, 0 };
	ug_lane rare = ug_lane_or(read_some(&block, s, 0),
	    read_some(&block, s, SOME));

#if SOME * 4 == UG_BLOCK_BYTES
	rare = ug_lane_or(rare, ug_lane_or(read_some(&block, s, 2 * SOME),
	    read_some(&block, s, 3 * SOME)));
#endif
	/* Behind a letter a stop is a stop. */
	block.signs &= ~(block.letters << 1);
	if (ug_lane_bits(rare) != 0)
		block.signs |= ug_block_any(s, "<`~~");
	return block;
}

/*
 * Leave to a block what is its own, of the `left` bytes from its start on: not
 * a word that may go on behind it.  Returns how many bytes.
 */
static UG_INLINE size_t
read_trim(struct read_block *block, size_t left)
{
	const size_t n = left < UG_BLOCK_BYTES ? left :
	    block->letters >> (UG_BLOCK_BYTES - 1) == 0 ? UG_BLOCK_BYTES :
	    (size_t)ug_letters_highest(~block->letters) + 1;
	const uint64_t own = UINT64_MAX >> (UG_BLOCK_BYTES - n);

	block->letters &= own;
	block->ends &= own;
	block->signs &= own;
	return n;
}

/* The key of the `len` letters at `s`, behind which seven bytes may be read. */
static UG_INLINE uint64_t
read_key(const char *s, size_t len)
{
#define MASK(n) UINT64_MAX >> (64 - 8 * (n))
	static const uint64_t masks[] = { 0, MASK(1), MASK(2), MASK(3),
		MASK(4), MASK(5), MASK(6), MASK(7), MASK(8) };
#undef MASK
	const uint64_t first = ug_bytes_64(s) | UG_EACH_BYTE * 0x20;

	if (len > 8)
		return ug_cue_key_long(first, ug_bytes_64(s + len - 8) |
		    UG_EACH_BYTE * 0x20);
	return first & masks[len];
}

/* The words of a block whose last byte is no letter; returns the next place. */
static UG_INLINE uint32_t *
read_words(uint32_t *words, const char *s, uint64_t letters)
{
	uint64_t starts = letters & ~(letters << 1);
	uint64_t ends = letters << 1 & ~letters;

	for (; starts != 0; starts &= starts - 1, ends &= ends - 1) {
		const size_t first = ug_letters_lowest(starts);
		const size_t end = ug_letters_lowest(ends);

		*words++ = ug_watch_mix(read_key(s + first, end - first));
	}
	return words;
}

/* The lines of the block at text.s[at], whose words are words[n] and more. */
static UG_INLINE void
read_lines(struct ug_watch_part *part, size_t at, struct read_block block,
    size_t n)
{
	uint64_t starts = block.letters & ~(block.letters << 1);

	for (; block.ends != 0; block.ends &= block.ends - 1) {
		const unsigned i = ug_letters_lowest(block.ends);
		const uint64_t before = ~(UINT64_MAX << i);

		for (; (starts & before) != 0; starts &= starts - 1)
			n++;
		part->lines[part->n_lines++] = (struct ug_watch_line){ n,
			at + i + 1 };
	}
}

/* Where code may turn first at the signs of the block at text.s[at], if so. */
static void
read_turn(struct ug_watch_part *part, struct ug_text text, size_t at,
    uint64_t signs)
{
	for (; signs != 0 && part->turn == SIZE_MAX; signs &= signs - 1) {
		const size_t sign = at + ug_letters_lowest(signs);

		if (ug_region_may_turn(text, sign))
			part->turn = sign;
	}
}

#ifdef __AVX2__
/* The upper bit of each of eight keys is set that may be in the filter. */
static inline __m256i
read_filter_8(const uint32_t *bits, __m256i keys)
{
	const __m256i cells = _mm256_i32gather_epi32((const int *)bits,
	    _mm256_srli_epi32(keys, 32 - (UG_WATCH_BITS - 5)), 4);

	const __m256i low = _mm256_set1_epi32(31);

	/* 31 less five bits of a key, as shifts count them, and five more. */
	return _mm256_and_si256(_mm256_sllv_epi32(cells,
	    _mm256_andnot_si256(keys, low)), _mm256_sllv_epi32(cells,
	    _mm256_andnot_si256(_mm256_srli_epi32(keys, 5), low)));
}

static inline __m256i
read_pairs_8(__m256i first, __m256i second)
{
	return _mm256_add_epi32(_mm256_add_epi32(_mm256_slli_epi32(first, 3),
	    first), second);
}

static inline __m256i
read_load_8(const uint32_t *words)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)words);
}

/* Find the words, pairs and threes of which something may be known. */
static void
read_filter(struct ug_watch_part *part, const uint32_t *bits)
{
	uint32_t *const words = part->words + UG_WATCH_BEFORE;

	/* What is read behind the last word is of no use, but known. */
	_mm256_storeu_si256((__m256i *)(void *)(words + part->n),
	    _mm256_setzero_si256());
	for (size_t i = 0; i < part->n; i += 8) {
		const __m256i third = read_load_8(words + i);
		const __m256i second = read_load_8(words + i - 1);
		const __m256i first = read_load_8(words + i - 2);
		const __m256i pairs = read_pairs_8(second, third);
		const __m256i threes = read_pairs_8(read_pairs_8(first,
		    second), third);
		const __m256i any = _mm256_or_si256(read_filter_8(bits, third),
		    _mm256_or_si256(read_filter_8(bits, pairs),
		    read_filter_8(bits, threes)));
		uint32_t hits = (uint32_t)_mm256_movemask_ps(
		    _mm256_castsi256_ps(any));

		if (part->n - i < 8)
			hits &= (1u << (part->n - i)) - 1;
		for (; hits != 0; hits &= hits - 1)
			part->hits[part->n_hits++] = (uint16_t)(i +
			    ug_letters_lowest(hits));
	}
}
#else
/* Find the words, pairs and threes of which something may be known. */
static void
read_filter(struct ug_watch_part *part, const uint32_t *bits)
{
	const uint32_t *const words = part->words + UG_WATCH_BEFORE;
	uint32_t before = ug_watch_pair(words[-2], words[-1]);

	for (size_t i = 0; i < part->n; i++) {
		const uint32_t pair = ug_watch_pair(words[i - 1], words[i]);

		if (ug_watch_bit(bits, words[i]) || ug_watch_bit(bits, pair) ||
		    ug_watch_bit(bits, ug_watch_pair(before, words[i])))
			part->hits[part->n_hits++] = (uint16_t)i;
		before = pair;
	}
}
#endif

/* Whether a part has room for what a block may have. */
static inline bool
read_goes_on(const struct ug_watch_part *part, size_t n)
{
	return n <= UG_WATCH_WORDS - BLOCK_WORDS &&
	    part->n_lines <= UG_WATCH_LINES - BLOCK_LINES;
}

/*
 * Read blocks from text.s[at] on as long as there is nothing to them but words
 * and lines; nothing is called, so that all constants stay where they are.
 * Returns where they end.
 */
static inline size_t
read_plain(struct ug_watch_part *part, struct ug_text text, size_t at)
{
	uint32_t *const first = part->words + UG_WATCH_BEFORE;
	uint32_t *words = first + part->n;

	while (text.len - at >= UG_BLOCK_BYTES + AHEAD &&
	    read_goes_on(part, (size_t)(words - first))) {
		struct read_block block = read_look(text.s + at);
		size_t n;

		if (block.signs != 0 || ~block.letters == 0)
			break;
		n = read_trim(&block, UG_BLOCK_BYTES);
		if (block.ends != 0)
			read_lines(part, at, block, (size_t)(words - first));
		words = read_words(words, text.s + at, block.letters);
		at += n;
	}
	part->n = (size_t)(words - first);
	return at;
}

/* Read any block, or a word that is longer.  Returns where it ends. */
static size_t
read_any(struct ug_watch_part *part, struct ug_text text, size_t at)
{
	char room[UG_BLOCK_BYTES + AHEAD];
	const char *const s = ug_block_window(text, at, 0, AHEAD, room);
	uint32_t *const words = part->words + UG_WATCH_BEFORE + part->n;
	struct read_block block = read_look(s);
	uint64_t key;
	size_t n;

	if (~block.letters == 0) {
		at += ug_cue_word(text, at, &key);
		*words = ug_watch_mix(key);
		part->n++;
		return at;
	}
	n = read_trim(&block, text.len - at);
	read_lines(part, at, block, part->n);
	read_turn(part, text, at, block.signs);
	part->n += (size_t)(read_words(words, s, block.letters) - words);
	return at + n;
}

/* struct ug_watch_way has read(). */
static void
read_part(struct ug_watch_part *part, struct ug_text text, size_t at,
    const uint32_t *bits)
{
	part->n = part->n_lines = part->n_hits = 0;
	part->turn = SIZE_MAX;
	while (at < text.len && part->turn == SIZE_MAX &&
	    read_goes_on(part, part->n)) {
		const size_t from = at;

		at = read_plain(part, text, at);
		if (at == from)
			at = read_any(part, text, at);
	}
	part->end = at;
	read_filter(part, bits);
}
