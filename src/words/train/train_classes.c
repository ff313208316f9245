/*
 * train_classes.c - classes of words that stand among the same words
 *
 * The exchange algorithm: a word moves to the class by which the words on
 * either side of its members are foretold best, again and again:
 *
 *	gadget, device, phone        stunning, gorgeous, lovely
 *
 * The commonest words have a class, all others none.  No library function
 * rounds here, so the bytes are the same on every machine.  context.c tells the
 * form of the file.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "words/context.h"
#include "corpus.h"
#include "train.h"

#define WORDS 30000u
#define CLASSES 255u        /* 0 is for words without one */
#define ROUNDS 8
#define TYPE_BITS 22
#define BESIDE_BITS 25
#define TABLED (1u << 20)

enum { LEFT, RIGHT };

struct type {
	uint32_t hash, n;
};

struct beside {
	uint32_t word[2], n; /* word[LEFT] stands before word[RIGHT] */
};

/* What one side tells: for a word, what stands there. */
struct side {
	struct beside *list;  /* by word[self] */
	size_t *first;        /* by word */
	unsigned self;
	uint32_t *count;      /* [other word][class of self] */
	uint64_t *word, *class;
};

static struct type *types;       /* by hash; then the commonest first */
static uint32_t *numbers;        /* by place in types: of the word, or 0 */
static struct beside *besides;
static size_t n_besides;
static struct side sides[2];
static uint32_t *class_of;
static float *tabled;

static double
logarithm(double x)
{
	double sum = 0, y, y2;
	int i;

	for (; x > 1.5; x /= 2)
		sum += 0.6931471805599453;
	y = (x - 1) / (x + 1);
	y2 = y * y;
	for (i = 1; i < 26; i += 2, y *= y2)
		sum += 2 * y / i;
	return sum;
}

/* n ln n */
static float
weight_of(uint64_t n)
{
	return n < TABLED ? tabled[n] : (float)((double)n *
	    logarithm((double)n));
}

static size_t
type_find(uint32_t hash)
{
	size_t at = ug_mix(hash) >> (32 - TYPE_BITS);

	while (types[at].n > 0 && types[at].hash != hash)
		at = (at + 1) & ((1u << TYPE_BITS) - 1);
	return at;
}

static void
beside_add(uint32_t left, uint32_t right)
{
	uint64_t h = ((uint64_t)left << 20 ^ right) * 0x9E3779B97F4A7C15u;
	size_t at = h >> (64 - BESIDE_BITS);
	struct beside *b = &besides[at];

	while (b->n > 0 && (b->word[LEFT] != left || b->word[RIGHT] != right)) {
		at = (at + 1) & ((1u << BESIDE_BITS) - 1);
		b = &besides[at];
	}
	if (b->n == 0 && n_besides >= 15u << (BESIDE_BITS - 4))
		return;
	n_besides += b->n == 0;
	*b = (struct beside){ { left, right }, b->n + 1 };
}

static void
count_doc(const struct train_doc *doc, bool pairs)
{
	uint32_t last = 0;
	size_t at;

	for (at = 0; at <= doc->n; at++) {
		uint32_t hash = ug_vector_word(doc->tokens, doc->n, at);
		size_t type = type_find(hash);

		if (pairs) {
			uint32_t number = types[type].n > 0 ? numbers[type] : 0;

			if (last > 0 && number > 0)
				beside_add(last, number);
			last = number;
		} else {
			types[type].hash = hash;
			types[type].n++;
		}
	}
}

static void
count_text(const char *dir, bool pairs)
{
	struct train_doc doc = { 0 };
	unsigned i;

	for (i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		if (corpus_files[i].weight == 0)
			continue;
		train_file_open(&file, dir, corpus_files[i].name);
		while (train_file_next(&file, &doc))
			if (file.n % 100 < corpus_files[i].share)
				count_doc(&doc, pairs);
		train_file_close(&file);
	}
}

static int
type_order(const void *a, const void *b)
{
	const struct type *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int
left_order(const void *a, const void *b)
{
	const struct beside *x = a, *y = b;

	if (x->word[LEFT] != y->word[LEFT])
		return x->word[LEFT] < y->word[LEFT] ? -1 : 1;
	return x->word[RIGHT] < y->word[RIGHT] ? -1 :
	    x->word[RIGHT] > y->word[RIGHT];
}

static int
right_order(const void *a, const void *b)
{
	const struct beside *x = a, *y = b;

	if (x->word[RIGHT] != y->word[RIGHT])
		return x->word[RIGHT] < y->word[RIGHT] ? -1 : 1;
	return left_order(a, b);
}

static void *
memory(size_t n, size_t size)
{
	void *p = calloc(n, size);

	if (p == NULL) {
		fprintf(stderr, "train: no memory\n");
		exit(2);
	}
	return p;
}

/* Number the commonest words from 1 on; how they stand in *list. */
static void
number_words(struct type *list)
{
	size_t i, n = 0;

	for (i = 0; i < (size_t)1 << TYPE_BITS; i++)
		if (types[i].n > 0)
			list[n++] = types[i];
	qsort(list, n, sizeof(*list), type_order);
	for (i = 0; i < n && i < WORDS; i++)
		numbers[type_find(list[i].hash)] = (uint32_t)i + 1;
}

static void
side_make(unsigned self, int (*order)(const void *, const void *))
{
	struct side *side = &sides[self];
	size_t i;

	*side = (struct side){
		.list = memory(n_besides, sizeof(*side->list)),
		.first = memory(WORDS + 2, sizeof(*side->first)), .self = self,
		.count = memory((size_t)(WORDS + 1) * CLASSES, 4),
		.word = memory(WORDS + 1, 8), .class = memory(CLASSES, 8)
	};
	memcpy(side->list, besides, n_besides * sizeof(*besides));
	qsort(side->list, n_besides, sizeof(*besides), order);
	for (i = 0; i < n_besides; i++) {
		const struct beside *b = &side->list[i];
		uint32_t w = b->word[self], class = class_of[w];

		side->first[w + 1]++;
		side->word[w] += b->n;
		side->class[class] += b->n;
		side->count[(size_t)b->word[!self] * CLASSES + class] += b->n;
	}
	for (i = 1; i < WORDS + 2; i++)
		side->first[i] += side->first[i - 1];
}

/* Take word w out of its class, and tell what each class would gain by it. */
static void
side_take(struct side *side, uint32_t w, float *gain)
{
	uint32_t c, was = class_of[w];
	uint64_t own = side->word[w];
	size_t i;

	for (i = side->first[w]; i < side->first[w + 1]; i++) {
		uint32_t n = side->list[i].n, *count = side->count +
		    (size_t)side->list[i].word[!side->self] * CLASSES;
		float alone = weight_of(n);

		count[was] -= n;
		for (c = 0; c < CLASSES; c++)
			gain[c] += count[c] == 0 ? alone :
			    weight_of(count[c] + n) - weight_of(count[c]);
	}
	side->class[was] -= own;
	for (c = 0; c < CLASSES; c++)
		gain[c] -= weight_of(side->class[c] + own) -
		    weight_of(side->class[c]);
}

static void
side_put(struct side *side, uint32_t w)
{
	size_t i;

	for (i = side->first[w]; i < side->first[w + 1]; i++)
		side->count[(size_t)side->list[i].word[!side->self] * CLASSES +
		    class_of[w]] += side->list[i].n;
	side->class[class_of[w]] += side->word[w];
}

/* Move each word to where it fits best; how many moved. */
static unsigned
exchange(void)
{
	float gain[CLASSES];
	unsigned moved = 0;
	uint32_t w, c, best;

	for (w = 1; w <= WORDS; w++) {
		memset(gain, 0, sizeof(gain));
		side_take(&sides[LEFT], w, gain);
		side_take(&sides[RIGHT], w, gain);
		best = class_of[w];
		for (c = 0; c < CLASSES; c++)
			if (gain[c] > gain[best])
				best = c;
		moved += best != class_of[w];
		class_of[w] = best;
		side_put(&sides[LEFT], w);
		side_put(&sides[RIGHT], w);
	}
	return moved;
}

static int
write_classes(const struct type *list)
{
	unsigned char *slots = memory(UG_CLASS_SLOTS, 2);
	size_t i, lost = 0;

	for (i = 0; i < WORDS && list[i].n > 0; i++) {
		unsigned print, j;
		size_t at = ug_context_class_slot(list[i].hash, &print);

		for (j = 0; j < UG_CLASS_PROBES; j++, at++)
			if (slots[2 * (at % UG_CLASS_SLOTS)] == 0)
				break;
		if (j == UG_CLASS_PROBES) {
			lost++;
			continue;
		}
		slots[2 * (at % UG_CLASS_SLOTS)] = (unsigned char)print;
		slots[2 * (at % UG_CLASS_SLOTS) + 1] =
		    (unsigned char)(class_of[i + 1] + 1);
	}
	fprintf(stderr, "words without a place %zu\n", lost);
	fwrite(slots, 2, UG_CLASS_SLOTS, stdout);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}

int
train_classes(const char *dir)
{
	struct type *list = memory((size_t)1 << TYPE_BITS, sizeof(*list));
	size_t i, n = 0;

	types = memory((size_t)1 << TYPE_BITS, sizeof(*types));
	numbers = memory((size_t)1 << TYPE_BITS, sizeof(*numbers));
	besides = memory((size_t)1 << BESIDE_BITS, sizeof(*besides));
	class_of = memory(WORDS + 1, sizeof(*class_of));
	tabled = memory(TABLED, sizeof(*tabled));
	for (i = 1; i < TABLED; i++)
		tabled[i] = (float)((double)i * logarithm((double)i));
	count_text(dir, false);
	number_words(list);
	count_text(dir, true);
	for (i = 0; i < (size_t)1 << BESIDE_BITS; i++)
		if (besides[i].n > 1) /* once is chance */
			besides[n++] = besides[i];
	n_besides = n;
	for (i = 1; i <= WORDS; i++)
		class_of[i] = (uint32_t)(i - 1) % CLASSES;
	side_make(LEFT, left_order);
	side_make(RIGHT, right_order);
	for (i = 0; i < ROUNDS; i++)
		fprintf(stderr, "words that moved: %u\n", exchange());
	return write_classes(list);
}
