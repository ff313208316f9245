/*
 * train.h - what the trainers share: clean text, and a spinner to spoil it with
 */
#ifndef UG_TRAIN_H
#define UG_TRAIN_H

#include <stdio.h>

#include "words/context.h"
#include "words/lexicon.h"

/* Room for n of `size` bytes in place of `p`; exits with a message if none. */
void *train_memory(void *p, size_t n, size_t size);

/* A document: tokens, and what was substituted where. */
struct train_doc {
	struct ug_token *tokens;
	uint16_t *pair;   /* row applied here, + 1; 0: none */
	uint8_t *offset;  /* of the token in the substituted key */
	size_t n, cap;
};

void train_doc_add(struct train_doc *doc, const struct ug_token *token,
    uint16_t pair, uint8_t offset);

/* Clean text: a paragraph a line, an empty line between documents. */
struct train_file {
	char *s;
	size_t len, at;
	unsigned long n; /* documents given so far */
};

/* Exits with a message if the file cannot be read. */
void train_file_open(struct train_file *file, const char *dir,
    const char *name);
void train_file_close(struct train_file *file);

/* Read the next document into *doc; false at the end. */
bool train_file_next(struct train_file *file, struct train_doc *doc);

/* Numbers that are the same on every machine. */
uint64_t train_random(uint64_t *state);
double train_uniform(uint64_t *state);

/* ln(x) in hundredths, the same on every machine; x > 0. */
int train_log(double x);

/* Prepare the spinner with the text of `dir`: call once. */
void train_spinner_init(const char *dir);

/* How often a part of the text in `dir` has each node; free() it. */
unsigned long *train_named(const char *dir);

/* The chance that a row is made of its original's node, of those counts. */
float train_ordinary(const unsigned long *named, unsigned row,
    unsigned original);

/* Substitute with probability `rate` what the lexicon has an original of. */
void train_spin(const struct train_doc *clean, double rate, uint64_t *state,
    struct train_doc *spun);

/* A weight of the context model. */
struct train_weight {
	uint32_t feature, pair; /* pair + 1; 0: empty */
	float w, g; /* g: the sum of squared gradients; then what it matters */
};

#define TRAIN_WEIGHTS 1100000u /* in context.bin at most */

/* What a weight matters by what it was fitted to. */
float train_importance(const struct train_weight *w);

/* A place where a spun form stands. */
struct train_example {
	uint32_t rows[256];
	unsigned n_rows, right; /* right: in rows; n_rows: keep */
	unsigned weight;        /* in hundredths */
	bool held;              /* judged, not learned */
	uint32_t features[UG_N_FEATURES];
	uint32_t at, len;       /* tokens of the document added last */
};

/* Vectors of words and rows (vectors.h) as they are learned. */
void train_vectors_start(void);

/* Take a document's words; returns where they start. */
uint32_t train_vectors_add(const struct train_doc *doc);

/* A place: a key of `len` tokens at word `at`, and its numbers. */
struct train_vector {
	uint32_t at, len;
	float v[UG_VECTOR_SIZE];
};

/* Read place->v. */
void train_vectors_read(struct train_vector *place);

float train_vectors_score(const struct train_vector *place, uint32_t row);

/* Learn from rows[0..n), whose scores' gradients are given. */
void train_vectors_learn(const struct train_vector *place,
    const uint32_t *rows, const float *gradients, unsigned n);

/* Write the vectors, rounded, as context.c reads them. */
void train_vectors_write(FILE *f);

/*
 * The fit: when all examples have been added, weights are fitted from biases
 * `start` and *n are left, about `most`; `start` becomes their biases.
 */
void train_fit_start(void);
void train_fit_doc(const struct train_doc *doc);
void train_fit_add(const struct train_example *x);
struct train_weight *train_fit(float *start, size_t most, size_t *n);

/* Write context.bin from the best of weights[0..n), which are put in order. */
int train_pack(struct train_weight *weights, size_t n, const float *bias);

/* The square root of x > 0, by a first guess that halves the exponent. */
static inline float
train_root(float x)
{
	uint32_t bits;
	float r;
	int i;

	memcpy(&bits, &x, sizeof(bits));
	bits = (bits >> 1) + 0x1FBB4F2E;
	memcpy(&r, &bits, sizeof(r));
	for (i = 0; i < 3; i++)
		r = (r + x / r) / 2;
	return r;
}

#define TRAIN_STRONG 250 /* hundredths: what clean text hardly has */

/*
 * Which keys are inflections of one word, so that an article on drooping is not
 * full of strong keys: for each node the first of its kind, as strong as it is.
 */
void train_families(const int *weights, int *families);

int train_gate(const char *dir);
int train_classes(const char *dir);
int train_context(const char *dir);

/* Print what clean text says against rows; 1 if it says anything. */
int train_check(const char *dir);

#endif /* UG_TRAIN_H */
