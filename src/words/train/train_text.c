/*
 * train_text.c - clean text for the trainers, and a spinner to spoil it with
 *
 * The spinner is the lexicon run forwards: the longest original at each place
 * is replaced, with a given probability, by one of its spun forms: more often
 * by those better attested, and by those that more often stand for this
 * original; ordinary English (tier D) as seldom as train_ordinary.c says.
 */
#include <stdio.h>
#include <stdlib.h>

#include "words/rule.h"
#include "train.h"

struct spun_form {
	struct ug_token *tokens;
	unsigned n, n_original;
	uint8_t title;    /* of the original's tokens */
	unsigned original;
	float chance;     /* that it is made where it was chosen */
};

static struct spun_form *forms;
static unsigned *first_form; /* by original's node, into form_order */
static unsigned *form_order;

void *
train_memory(void *p, size_t n, size_t size)
{
	p = realloc(p, n * size);
	if (p == NULL) {
		fprintf(stderr, "train: no memory\n");
		exit(2);
	}
	return p;
}

void
train_doc_add(struct train_doc *doc, const struct ug_token *token,
    uint16_t pair, uint8_t offset)
{
	if (doc->n == doc->cap) {
		doc->cap = doc->cap * 2 + 1024;
		doc->tokens = train_memory(doc->tokens, doc->cap,
		    sizeof(*doc->tokens));
		doc->pair = train_memory(doc->pair, doc->cap,
		    sizeof(*doc->pair));
		doc->offset = train_memory(doc->offset, doc->cap,
		    sizeof(*doc->offset));
	}
	doc->tokens[doc->n] = *token;
	doc->pair[doc->n] = pair;
	doc->offset[doc->n++] = offset;
}

void
train_file_open(struct train_file *file, const char *dir, const char *name)
{
	char path[4096];
	FILE *f;
	size_t cap = 0, n;

	*file = (struct train_file){ 0 };
	snprintf(path, sizeof(path), "%s%s%s", name[0] == '/' ? "" : dir,
	    name[0] == '/' ? "" : "/", name);
	f = fopen(path, "rb");
	if (f == NULL) {
		fprintf(stderr, "train: cannot open %s\n", path);
		exit(2);
	}
	do {
		if (file->len == cap) {
			cap = cap * 2 + (1 << 20);
			file->s = train_memory(file->s, cap, 1);
		}
		n = fread(file->s + file->len, 1, cap - file->len, f);
		file->len += n;
	} while (n > 0);
	fclose(f);
}

void
train_file_close(struct train_file *file)
{
	free(file->s);
}

bool
train_file_next(struct train_file *file, struct train_doc *doc)
{
	struct ug_tokens walk;
	struct ug_token token;
	size_t start = file->at, end = start;

	doc->n = 0;
	if (start >= file->len)
		return false;
	while (end < file->len && (file->s[end] != '\n' ||
	    (end > start && file->s[end - 1] != '\n')))
		end++;
	file->at = end + 1;
	file->n++;
	ug_tokens_start(&walk, (struct ug_text){ file->s + start, end - start },
	    0);
	while (ug_tokens_next(&walk, &token))
		train_doc_add(doc, &token, 0, 0);
	return true;
}

uint64_t
train_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

double
train_uniform(uint64_t *state)
{
	return (double)(train_random(state) >> 11) / 9007199254740992.0;
}

int
train_log(double x)
{
	double sum = 0, y, y2;
	int i;

	while (x > 1.05) {
		x /= 1.1051709180756477; /* e^.1 */
		sum += 10;
	}
	while (x < 0.95) {
		x *= 1.1051709180756477;
		sum -= 10;
	}
	y = (x - 1) / (x + 1);
	y2 = y * y;
	for (i = 1; i < 12; i += 2, y *= y2)
		sum += 200 * y / i;
	return (int)(sum < 0 ? sum - 0.5 : sum + 0.5);
}

static int
form_compare(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	if (forms[x].original != forms[y].original)
		return forms[x].original < forms[y].original ? -1 : 1;
	return x < y ? -1 : x > y;
}

static size_t
train_tokens(const char *s, struct ug_token *tokens, size_t max)
{
	struct ug_tokens walk;
	size_t n = 0;

	ug_tokens_start(&walk, (struct ug_text){ s, strlen(s) }, 0);
	while (n < max && ug_tokens_next(&walk, &tokens[n]))
		n++;
	return n;
}

void
train_spinner_init(const char *dir)
{
	static const struct ug_text none = { NULL, 0 };
	struct ug_token tokens[16];
	struct ug_match any, spun;
	unsigned long *named;
	unsigned i, node;

	forms = train_memory(NULL, ug_lexicon_n_pairs, sizeof(*forms));
	form_order = train_memory(NULL, ug_lexicon_n_pairs,
	    sizeof(*form_order));
	first_form = train_memory(NULL, ug_lexicon_n_nodes + 1u,
	    sizeof(*first_form));
	for (i = 0; i < ug_lexicon_n_pairs; i++) {
		const struct ug_pair *pair = &ug_lexicon_pairs[i];
		struct spun_form *form = &forms[i];
		size_t n = train_tokens(ug_lexicon_words + pair->original,
		    tokens, 16), j;

		*form = (struct spun_form){ .n_original = (unsigned)n };
		ug_lexicon_match(none, tokens, n, &any, &spun);
		if (any.n == n)
			form->original = any.node;
		for (j = 0; j < n && j < 8; j++)
			if (tokens[j].letters == UG_CASE_TITLE)
				form->title |= (uint8_t)(1 << j);
		form->tokens = train_memory(NULL, UG_KEY_MAX,
		    sizeof(*form->tokens));
		form->n = (unsigned)train_tokens(ug_lexicon_words + pair->spun,
		    form->tokens, UG_KEY_MAX);
		form_order[i] = i;
	}
	named = train_named(dir);
	for (i = 0; i < ug_lexicon_n_pairs; i++)
		forms[i].chance = ug_lexicon_pairs[i].tier != UG_TIER_D ? 1 :
		    train_ordinary(named, i, forms[i].original);
	free(named);
	qsort(form_order, ug_lexicon_n_pairs, sizeof(*form_order),
	    form_compare);
	for (node = i = 0; node <= ug_lexicon_n_nodes; node++) {
		while (i < ug_lexicon_n_pairs &&
		    forms[form_order[i]].original < node)
			i++;
		first_form[node] = i;
	}
}

static bool
title_fits(uint8_t title, const struct ug_token *tokens, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < 8; i++)
		if ((title >> i & 1) && tokens[i].letters != UG_CASE_TITLE &&
		    tokens[i].letters != UG_CASE_UPPER)
			return false;
	return true;
}

/* Choose a form of the original at `tokens`; UINT_MAX-like: none fits. */
static unsigned
choose_form(unsigned node, const struct train_doc *doc, size_t at,
    uint64_t *state)
{
	const struct ug_token *tokens = doc->tokens + at;
	unsigned i, sum = 0, chosen = ug_lexicon_n_pairs;

	for (i = first_form[node]; i < first_form[node + 1]; i++) {
		unsigned row = form_order[i];
		unsigned weight = ug_lexicon_pairs[row].weight *
		    (ug_lexicon_pairs[row].prior + 1u);

		if (!title_fits(forms[row].title, tokens,
		    forms[row].n_original) ||
		    !ug_rule_around(&ug_lexicon_pairs[row], doc->tokens,
		    doc->n, at, forms[row].n_original))
			continue;
		sum += weight;
		if (train_uniform(state) * sum < weight)
			chosen = row;
	}
	if (chosen < ug_lexicon_n_pairs && forms[chosen].chance < 1 &&
	    train_uniform(state) >= forms[chosen].chance)
		return ug_lexicon_n_pairs;
	return chosen;
}

static void
put_form(const struct spun_form *form, unsigned row,
    const struct ug_token *was, struct train_doc *spun)
{
	bool all = form->n_original > 1;
	unsigned i;

	for (i = 0; i < form->n_original; i++)
		all = all && was[i].letters == UG_CASE_TITLE;
	for (i = 0; i < form->n; i++) {
		struct ug_token token = form->tokens[i];

		if (i == 0)
			token.gap = was[0].gap;
		if (token.letters == UG_CASE_LOWER && form->title == 0 &&
		    was[0].letters == UG_CASE_TITLE && (all || i == 0))
			token.letters = UG_CASE_TITLE;
		train_doc_add(spun, &token, (uint16_t)(row + 1), (uint8_t)i);
	}
}

void
train_spin(const struct train_doc *clean, double rate, uint64_t *state,
    struct train_doc *spun)
{
	static const struct ug_text none = { NULL, 0 };
	struct ug_match any, key;
	size_t i = 0;

	spun->n = 0;
	while (i < clean->n) {
		const struct ug_token *t = &clean->tokens[i];
		unsigned row = ug_lexicon_n_pairs;

		ug_lexicon_match(none, t, clean->n - i, &any, &key);
		if (any.n > 0 && t->letters != UG_CASE_UPPER &&
		    train_uniform(state) < rate)
			row = choose_form(any.node, clean, i, state);
		if (row == ug_lexicon_n_pairs) {
			train_doc_add(spun, t, 0, 0);
			i++;
			continue;
		}
		put_form(&forms[row], row, t, spun);
		i += forms[row].n_original;
	}
}
