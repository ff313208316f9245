/*
 * lexicon_gen_cues.h - the part of lexicon_gen.c that prints what cues_find.c
 * and cue_match.c read
 *
 * A table of the words that keys are made of, and filters that most others do
 * not pass.
 */
#ifndef UG_LEXICON_GEN_CUES_H
#define UG_LEXICON_GEN_CUES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cue_key.h"
#include "lexicon.h"

#define N_CUES (1u << UG_CUE_PLACE_BITS)
#define N_STEPS (1u << UG_STEP_PLACE_BITS)

struct cue_entry {
	const struct ug_node *node;
	unsigned root;
};

static uint32_t cue_bits[(1 << UG_CUE_BITS) / 32];
static struct cue_entry cue_entries[N_CUES];

/* The place of a word in the table. */
static uint32_t
cue_place(const struct ug_node *node, const char *word)
{
	uint32_t at = ug_cue_mix(ug_cue_key(word, strlen(word))) >>
	    (UG_CUE_BITS - UG_CUE_PLACE_BITS);

	while (cue_entries[at].node != NULL &&
	    cue_entries[at].node->word != node->word)
		at = (at + 1) % N_CUES;
	return at;
}

static void
cue_note(const struct ug_node *node, unsigned number, const char *word)
{
	static unsigned n_cues;
	const size_t len = strlen(word);
	const uint32_t mix = ug_cue_mix(ug_cue_key(word, len));
	const uint32_t at = cue_place(node, word);

	if (cue_entries[at].node == NULL && (++n_cues == N_CUES / 2 ||
	    node->hash == 0 || len > UINT8_MAX)) {
		fprintf(stderr, "lexicon_gen: UG_CUE_BITS are too few\n");
		exit(1);
	}
	cue_bits[mix / 32] |= UINT32_C(1) << mix % 32;
	if (cue_entries[at].node == NULL)
		cue_entries[at].node = node;
	if (node->parent == 0)
		cue_entries[at].root = number;
}

static void
bits_print(const char *name, const uint32_t *bits, unsigned n)
{
	unsigned i;

	printf("static const uint32_t %s[] = {", name);
	for (i = 0; i < n; i++)
		printf("%s0x%08xu,", i % 6 == 0 ? "\n\t" : " ", bits[i]);
	printf("\n};\n\n");
}

/* The nodes that are not the first of their key. */
static void
steps_print(const struct ug_node *nodes, unsigned n_nodes, const char *words)
{
	static uint32_t bits[(1 << UG_STEP_BITS) / 32];
	static uint32_t steps[N_STEPS];
	unsigned i;

	if (n_nodes > N_STEPS / 4 * 3) {
		fprintf(stderr, "lexicon_gen: UG_STEP_BITS are too few\n");
		exit(1);
	}
	for (i = 1; i < n_nodes; i++) {
		const struct ug_node *v = &nodes[i];
		const uint32_t mix = ug_step_mix(v->parent, cue_place(v,
		    words + v->word));
		uint32_t at = mix >> (UG_STEP_BITS - UG_STEP_PLACE_BITS);

		if (v->parent == 0)
			continue;
		while (steps[at] != 0)
			at = (at + 1) % N_STEPS;
		steps[at] = i;
		bits[mix / 32] |= UINT32_C(1) << mix % 32;
	}
	printf("#ifdef LEXICON_STEPS\n\n"
	    "/* A node, with where it is reached from and by which cue. */\n"
	    "static const struct lexicon_step {\n"
	    "\tuint16_t from, cue, node;\n\tuint8_t flags;\n"
	    "} lexicon_steps[] = {");
	for (i = 0; i < N_STEPS; i++) {
		const struct ug_node *v = &nodes[steps[i]];

		printf("%s{ %u, %u, %u, %u },", i % 4 == 0 ? "\n\t" : " ",
		    v->parent, steps[i] == 0 ? 0 :
		    cue_place(v, words + v->word), steps[i], v->flags);
	}
	printf("\n};\n\n");
	bits_print("lexicon_step_bits", bits, (1 << UG_STEP_BITS) / 32);
	printf("#endif /* LEXICON_STEPS */\n");
}

static void
cues_print(const struct ug_node *nodes, unsigned n_nodes, const char *words)
{
	unsigned i;

	for (i = 1; i < n_nodes; i++)
		cue_note(&nodes[i], i, words + nodes[i].word);
	printf("\n#ifdef LEXICON_CUES\n\n"
	    "/* A word that keys are made of, and the node of it alone. */\n"
	    "static const struct lexicon_cue {\n\tuint64_t key;\n"
	    "\tuint32_t hash;\n\tuint16_t root;\n\tuint8_t flags, len;\n"
	    "} lexicon_cues[] = {");
	for (i = 0; i < N_CUES; i++) {
		const struct cue_entry *cue = &cue_entries[i];
		const char *word = cue->node == NULL ? "" :
		    words + cue->node->word;

		if (cue->node == NULL)
			printf("%s{ 0 },", i % 8 == 0 ? "\n\t" : " ");
		else
			printf("\n\t{ 0x%016llxu, 0x%08xu, %u, %u, %u }, "
			    "/* %s */\n\t", (unsigned long long)
			    ug_cue_key(word, strlen(word)), cue->node->hash,
			    cue->root, cue->root == 0 ? 0u :
			    nodes[cue->root].flags + 0u, (unsigned)strlen(word),
			    word);
	}
	for (i = 0; cue_entries[i].node != NULL; i++)
		;
	printf("\n};\n#define LEXICON_NO_CUE %u\n\n", i);
	bits_print("lexicon_cue_bits", cue_bits, (1 << UG_CUE_BITS) / 32);
	printf("#endif /* LEXICON_CUES */\n\n");
	steps_print(nodes, n_nodes, words);
}

#endif /* UG_LEXICON_GEN_CUES_H */
