/*
 * watch.c - may the text around here have been through a synonym spinner?
 *
 * Nearly all text is clean, and hardly any of its words are such as spinners
 * put.  So those alone are looked for, one to three words; each has the weight
 * it has for the gate, and all words count against them alike:
 *
 *	Officers said the vote is on Friday.       officers 3.2 - 7 x .16
 *	Officers mentioned the vote is on Friday.  and mentioned 3.9
 *
 * What they make together is held as the gate holds its alarm (gate.c); when it
 * rises the gate is asked, which has the words that speak against: more of them
 * stand in clean text than are counted here.
 */
#include "watch.h"

#include "base/least.h"
#include "gate.h"
#include "watch_find.h"
#include "watch_key.h"
#include "watch_state.h"

/* Both as in the gate. */
#define FOR_AT_MOST 2
#define OFTEN_WORDS UG_SPIN_WINDOW /* in which a word counts so often */

/*
 * In hundredths of a nat: what a word costs; how low and how high the alarm
 * stands at most; down to where the gate is asked.  A text begins at 0, awake.
 * Set by hand on marked documents, alone, wrapped and behind clean text: lower
 * costs read more of clean text, higher ones lose first lines of what is spun.
 */
#define COST 16
#define LOW 800
#define HIGH 800
#define WAKES (-140)

/* What a value of the table is to who looks at a record. */
static inline unsigned
watch_sights(unsigned value)
{
	return ((value & UG_WATCH_SURE) != 0 ? UG_WATCH_WAKE : 0) |
	    ((value & UG_WATCH_OTHER) != 0 ? UG_WATCH_PHRASE : 0) |
	    ((value & UG_WATCH_LAST) != 0 ? UG_WATCH_BEGUN : 0);
}

/* The alarm now, after words without evidence. */
static int
watch_alarm(const struct ug_watch *watch)
{
	const uint32_t n = UG_MIN(watch->n, 1000);
	const int alarm = watch->alarm - COST * (int)n;

	return UG_MAX(alarm, -LOW);
}

/* Take evidence of a word or pair, which counts twice at most. */
static unsigned
watch_evidence(struct ug_watch *watch, uint32_t key, unsigned value)
{
	struct ug_watch_often *const often = &watch->often[key %
	    UG_WATCH_OFTEN];
	int alarm = watch_alarm(watch);

	watch->n_often += watch->n;
	watch->n = 0;
	if (watch->n_often > OFTEN_WORDS) {
		watch->n_often = 0;
		memset(watch->often, 0, sizeof(watch->often));
	}
	if (often->key != key)
		*often = (struct ug_watch_often){ key, 0 };
	if (++often->n <= FOR_AT_MOST)
		alarm += (int)((value & UG_WATCH_EVIDENCE) * UG_WATCH_UNIT);
	watch->alarm = UG_MIN(alarm, HIGH);
	return alarm >= WAKES ? UG_WATCH_WAKE : 0;
}

unsigned
ug_watch_note(struct ug_watch *watch, const uint32_t *word)
{
	const uint32_t before = ug_watch_pair(word[-2], word[-1]);
	const uint32_t pair = ug_watch_pair(word[-1], word[0]);
	const unsigned one = ug_watch_tells(word[0]);
	const unsigned two = ug_watch_tells(pair);
	const unsigned three = ug_watch_find_third(before, word[0]);
	unsigned sights = 0;

	if ((three & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, ug_watch_pair(before, word[0]),
		    three);
	else if ((two & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, pair, two);
	else if ((one & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, word[0], one);
	return sights | watch_sights(one | two | three);
}

/* Does the text end with a mark, which no phrase goes on behind? */
static bool
watch_stops(struct ug_text text)
{
	size_t end = text.len;

	while (end > 0 && memchr(" \r\n", text.s[end - 1], 3) != NULL)
		end--;
	return end > 0 && memchr(".,;:!?\")", text.s[end - 1], 8) != NULL;
}

/* A record that is looked at. */
struct watch_record {
	size_t from, n;  /* where it starts, behind how many */
	unsigned sights;
	bool words;      /* it has some */
};

/*
 * Whether a text without letters has no key: all have some but `3,000` and
 * `???`, and what may be like them.
 */
static bool
watch_mute(struct ug_text text)
{
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT(","))) <
	    text.len; at++)
		if (at > 0 && ug_ascii_is_digit(text.s[at - 1]) &&
		    at + 1 < text.len && ug_ascii_is_digit(text.s[at + 1]))
			return false;
	return ug_text_find(text, 0, UG_TEXT("??")) == text.len;
}

/* What the record's last words may begin, those before `end`; or no key is. */
static unsigned
watch_end(const struct watch_record *record, const uint32_t *end,
    struct ug_text text)
{
	const uint32_t last = ug_watch_pair(end[-1], UG_WATCH_END);
	unsigned value;

	if (!record->words)
		return (record->sights & UG_WATCH_WAKE) != 0 &&
		    watch_mute(text) ? UG_WATCH_MUTE : 0;
	value = ug_watch_tells(last);
	value |= ug_watch_find_third(ug_watch_pair(end[-2], end[-1]),
	    UG_WATCH_END);
	/* Where code may turn, what ends the text may be none of it. */
	return value == 0 || ((record->sights & UG_WATCH_SIGN) == 0 &&
	    watch_stops(text)) ? 0 : watch_sights(value);
}

/* How far a part was taken. */
struct watch_taken {
	size_t n, n_hits; /* words, and hits */
};

/* Take the words of a part up to words[n]. */
static void
watch_words(struct ug_watch *watch, const struct ug_watch_part *part,
    struct watch_taken *taken, size_t n, struct watch_record *record)
{
	record->words |= taken->n < n;
	for (; taken->n_hits < part->n_hits && part->hits[taken->n_hits] < n;
	    taken->n_hits++) {
		const size_t at = part->hits[taken->n_hits];

		watch->n += (uint32_t)(at + 1 - taken->n);
		taken->n = at + 1;
		record->sights |= ug_watch_note(watch, part->words +
		    UG_WATCH_BEFORE + at);
	}
	watch->n += (uint32_t)(n - taken->n);
	taken->n = n;
}

void
ug_watch_read(const struct ug_watch *watch, struct ug_watch_part *part,
    struct ug_text text, size_t at)
{
	const struct ug_watch_way *const *way = ug_watch_ways;

	while (!(*way)->there())
		way++;
	memcpy(part->words, watch->last, sizeof(watch->last));
	(*way)->read(part, text, at, ug_watch_filter);
}

/* Remember the words before words[n]. */
static void
watch_leave(struct ug_watch *watch, const struct ug_watch_part *part, size_t n)
{
	memcpy(watch->last, part->words + n, sizeof(watch->last));
}

/*
 * Take the lines of a part from the i-th on that show nothing, by a look at no
 * more than their ends: none has a hit.  Returns which is next.
 */
static size_t
watch_skip_lines(struct ug_watch *watch, const struct ug_watch_part *part,
    struct watch_taken *taken, size_t i, struct watch_record *line)
{
	const size_t hit = taken->n_hits < part->n_hits ?
	    part->hits[taken->n_hits] : SIZE_MAX;
	const size_t first = i;

	if (line->sights != 0)
		return i;
	for (; i < part->n_lines && part->lines[i].n <= hit &&
	    part->lines[i].end <= part->turn; i++) {
		const uint32_t *const end = part->words + UG_WATCH_BEFORE +
		    part->lines[i].n;

		const uint32_t pair = ug_watch_pair(end[-2], end[-1]);

		if (ug_watch_may_be(ug_watch_pair(end[-1], UG_WATCH_END)) ||
		    ug_watch_may_be(ug_watch_pair(pair, UG_WATCH_END)))
			break;
	}
	if (i == first)
		return i;
	watch->n += (uint32_t)(part->lines[i - 1].n - taken->n);
	taken->n = part->lines[i - 1].n;
	*line = (struct watch_record){ .from = part->lines[i - 1].end,
		.n = line->n + i - first };
	return i;
}

/*
 * Take the lines that end in a part of a text, the first of which is `line` as
 * far as it was seen.  Returns where the first ends that shows something; or 0,
 * and `line` is the one that goes on.
 */
static size_t
watch_lines(struct ug_watch *watch, struct ug_text lines,
    const struct ug_watch_part *part, struct watch_record *line)
{
	const uint32_t *const words = part->words + UG_WATCH_BEFORE;
	struct watch_taken taken = { 0, 0 };

	for (size_t i = 0;; i++) {
		size_t n, end;
		unsigned ends;

		i = watch_skip_lines(watch, part, &taken, i, line);
		if (i == part->n_lines)
			break;
		n = part->lines[i].n;
		end = part->lines[i].end;
		watch_words(watch, part, &taken, n, line);
		line->sights |= part->turn < end ? UG_WATCH_SIGN : 0;
		ends = watch_end(line, words + n,
		    ug_text_part(lines, line->from, end - line->from));
		if (line->sights != 0 || ends == 0 ||
		    !ug_watch_breaks_off(lines, line->from, end, words + n))
			line->sights |= ends;
		if (line->sights != 0) {
			watch_leave(watch, part, n);
			return end;
		}
		*line = (struct watch_record){ .from = end, .n = line->n + 1 };
	}
	watch_words(watch, part, &taken, part->n, line);
	line->sights |= part->turn < part->end ? UG_WATCH_SIGN : 0;
	watch_leave(watch, part, part->n);
	return 0;
}

bool
ug_watch_awake(const struct ug_watch *watch)
{
	return watch_alarm(watch) >= WAKES;
}

struct ug_watch_found
ug_watch_lines(struct ug_watch *watch, struct ug_text lines)
{
	struct watch_record line = { .sights = ug_watch_awake(watch) ?
	    UG_WATCH_WAKE : 0 };
	struct ug_watch_part part;
	size_t to = 0;

	for (size_t at = 0; at < lines.len && to == 0; at = part.end) {
		ug_watch_read(watch, &part, lines, at);
		to = watch_lines(watch, lines, &part, &line);
	}
	return (struct ug_watch_found){ line.from, to != 0 ? to : lines.len,
		line.n, line.sights };
}

/*
 * The lines of a text that are mute if they have no words: some of them, so
 * that what is read in vain is little.
 */
static struct ug_text
watch_mute_part(struct ug_text lines)
{
	size_t len = lines.len, end;

	if (len > UG_WATCH_MUTE_MOST) {
		len = UG_WATCH_MUTE_MOST;
		while (len > 0 && lines.s[len - 1] != '\n')
			len--;
	}
	if (len > 0 && watch_mute(ug_text_part(lines, 0, len)))
		return ug_text_part(lines, 0, len);
	for (len = 0; len < lines.len; len = end) {
		end = ug_text_find(lines, len, UG_TEXT("\n")) + 1;
		if (end > UG_WATCH_MUTE_MOST ||
		    !watch_mute(ug_text_part(lines, len, end - len)))
			break;
	}
	return ug_text_part(lines, 0, len);
}

size_t
ug_watch_mute_lines(const struct ug_watch *watch, struct ug_text lines,
    size_t *n)
{
	struct ug_watch_part part = { .n = 0, .turn = SIZE_MAX };
	size_t end = 0;

	*n = 0;
	lines = watch_mute_part(lines);
	for (size_t at = 0; at < lines.len && part.n == 0 &&
	    part.turn >= part.end; at = part.end) {
		ug_watch_read(watch, &part, lines, at);
		for (size_t i = 0; i < part.n_lines && part.lines[i].n == 0 &&
		    part.turn >= part.lines[i].end; i++, ++*n)
			end = part.lines[i].end;
	}
	return end;
}

unsigned
ug_watch_see(struct ug_watch *watch, struct ug_text text)
{
	struct watch_record record = { .sights = ug_watch_awake(watch) ?
	    UG_WATCH_WAKE : 0 };
	struct ug_watch_part part;

	for (size_t at = 0; at < text.len; at = part.end) {
		struct watch_taken taken = { 0, 0 };

		ug_watch_read(watch, &part, text, at);
		watch_words(watch, &part, &taken, part.n, &record);
		record.sights |= part.turn < part.end ? UG_WATCH_SIGN : 0;
		watch_leave(watch, &part, part.n);
	}
	return record.sights | watch_end(&record, watch->last + 2, text);
}

void
ug_watch_calm(struct ug_watch *watch)
{
	*watch = (struct ug_watch){ .alarm = -LOW };
}

void
ug_watch_miss(struct ug_watch *watch)
{
	watch->last[0] = watch->last[1] = 0;
}
