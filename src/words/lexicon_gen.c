/*
 * lexicon_gen.c - makes lexicon_table.h from lexicon.tsv
 *
 *	lexicon_gen < lexicon.tsv > lexicon_table.h
 *
 * Rows become a tree of tokens: each spun form and each original is a path from
 * the root, nodes are numbered in order of first appearance, a node's pairs
 * stand together.  A row that cannot be used, or that contradicts others, is an
 * error, not a warning.
 */
#include "base/hash.h"
#include "lexicon.h"
#include "lexicon_check.h"
#include "lexicon_gen_cues.h"
#include "rule.h"

#define MAX_NODES 65535
#define MAX_PAIRS 65535
#define MAX_WORDS (1 << 21)
#define N_COLUMNS 7

enum column { SPUN, ORIGINAL, KIND, TIER, PRIOR, RULE, SOURCE };

struct row {
	char *column[N_COLUMNS];
	unsigned line, node;
	unsigned original; /* its node */
	struct ug_pair pair;
};

static struct ug_node nodes[MAX_NODES + 1];
static unsigned n_nodes = 1;
static struct row rows[MAX_PAIRS];
static unsigned n_rows;
static char words[MAX_WORDS];
static uint32_t n_words;
static char *kinds[256], *rules[256];
static unsigned n_kinds, n_rules;
static uint32_t *slots;
static unsigned n_bad;
static uint32_t mask, version = UG_HASH_32;

static void
complain(unsigned line, const char *what)
{
	fprintf(stderr, "lexicon_gen: line %u: %s\n", line, what);
	n_bad++;
}

static void
fail(unsigned line, const char *what)
{
	complain(line, what);
	exit(1);
}

static char *
copy(const char *s)
{
	char *own = malloc(strlen(s) + 1);

	if (own == NULL)
		fail(0, "no memory");
	return strcpy(own, s);
}

static uint32_t
hash_bytes(uint32_t hash, const char *s)
{
	return ug_hash_32(ug_hash_32_bytes(hash, s, strlen(s)), '\n');
}

/* The place of `word` in the pool, put there if it is new. */
static uint32_t
intern(const char *word)
{
	static uint32_t table[1 << 18];
	uint32_t at = hash_bytes(UG_HASH_32, word) & ((1 << 18) - 1);
	size_t len = strlen(word) + 1;

	for (; table[at] != 0; at = (at + 1) & ((1 << 18) - 1))
		if (strcmp(words + table[at], word) == 0)
			return table[at];
	if (n_words == 0)
		n_words = 1; /* offset 0 is the empty word */
	if (n_words + len > MAX_WORDS)
		fail(0, "the words are too many");
	memcpy(words + n_words, word, len);
	table[at] = n_words;
	n_words += (uint32_t)len;
	return table[at];
}

/* The place of `name` in a list of at most 255; 0 is the empty one. */
static uint8_t
enlist(char **list, unsigned *n, char *name, unsigned line)
{
	unsigned i;

	for (i = 0; i < *n; i++)
		if (strcmp(list[i], name) == 0)
			return (uint8_t)i;
	if (*n == 256)
		fail(line, "too many kinds or rules");
	list[(*n)++] = name;
	return (uint8_t)i;
}

static unsigned
child(unsigned parent, struct ug_text text, const struct ug_token *token)
{
	static uint32_t table[1 << 18];
	bool glued = parent != 0 && token->gap == UG_GAP_NONE;
	uint32_t at = (ug_mix(parent) ^ token->hash ^ glued) &
	    ((1 << 18) - 1);
	char word[256];
	size_t i, len = 0;

	for (; table[at] != 0; at = (at + 1) & ((1 << 18) - 1)) {
		const struct ug_node *v = &nodes[table[at]];

		if (v->parent == parent && v->hash == token->hash &&
		    ((v->flags & UG_NODE_GLUED) != 0) == glued)
			return table[at];
	}
	if (n_nodes > MAX_NODES || token->len >= sizeof(word))
		fail(0, "too many nodes, or too long a word");
	for (i = token->at; i < token->at + token->len; i++) {
		const size_t quote = ug_text_apostrophe(text, i);

		word[len++] = quote != 0 ? '\'' : ug_ascii_lower(text.s[i]);
		i += quote == 3 ? 2 : 0;
	}
	word[len] = '\0';
	nodes[n_nodes] = (struct ug_node){ .hash = token->hash,
		.parent = (uint16_t)parent, .word = intern(word),
		.flags = glued ? UG_NODE_GLUED : 0 };
	if (parent != 0)
		nodes[parent].flags |= UG_NODE_MORE;
	table[at] = n_nodes;
	return n_nodes++;
}

/* The node of a key; its tokens' cases, if asked for. */
static unsigned
key(const char *s, unsigned line, struct ug_pair *pair)
{
	struct ug_text text = { s, strlen(s) };
	struct ug_tokens walk;
	struct ug_token token;
	unsigned node = 0, n = 0;

	ug_tokens_start(&walk, text, 0);
	while (ug_tokens_next(&walk, &token)) {
		if (token.kind == UG_TOKEN_HIDDEN)
			complain(line, "a key is no prose");
		if (n == UG_KEY_MAX) {
			if (pair != NULL)
				complain(line, "a key is too long");
			return 0;
		}
		node = child(node, text, &token);
		if (pair != NULL && token.letters == UG_CASE_TITLE)
			pair->title |= (uint8_t)(1 << n);
		if (pair != NULL && token.letters == UG_CASE_UPPER)
			pair->upper |= (uint8_t)(1 << n);
		n++;
	}
	if (n == 0)
		fail(line, "an empty key");
	return node;
}

static void
read_rows(void)
{
	static char line[4096];
	unsigned number = 0;

	while (fgets(line, sizeof(line), stdin) != NULL) {
		struct row *row = &rows[n_rows];
		char *s, *rest;
		unsigned i;

		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		if (n_rows == MAX_PAIRS || strpbrk(line, "\"\\") != NULL)
			fail(number, "too many rows, or a quotation mark");
		version = hash_bytes(version, line);
		rest = s = copy(line);
		for (i = 0; i < N_COLUMNS; i++) {
			row->column[i] = rest;
			rest += strcspn(rest, "\t");
			if (*rest == '\0' && i + 1 < N_COLUMNS)
				fail(number, "too few columns");
			if (*rest != '\0')
				*rest++ = '\0';
		}
		row->line = number;
		n_rows++;
	}
}

/* The place of a column's value on a list; `what` is said if it has none. */
static unsigned
choice(const struct row *row, enum column column, const char *const *list,
    unsigned n, const char *what)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (strcmp(row->column[column], list[i]) == 0)
			return i;
	fail(row->line, what);
	return 0;
}

static uint8_t
per_cent(const struct row *row)
{
	const char *s = row->column[PRIOR];
	size_t len = strlen(s);

	if (len < 1 || len > 2 || strspn(s, "0123456789") != len ||
	    atoi(s) == 0)
		fail(row->line, "a prior is not 1 to 99");
	return (uint8_t)atoi(s);
}

static void
add_row(struct row *row)
{
	static const char *const tiers[] = { "A0", "A", "B", "C", "D" };
	static const char *const known[] = { "word", "phrase", "name",
		"demonym", "number", "contraction", "split", "reordered",
		"leak", "doubled" };
	static const char *const sources[] = { "recalled", "list", "seen" };
	struct ug_pair *pair = &row->pair;
	char kind[64];

	choice(row, KIND, known, sizeof(known) / sizeof(known[0]),
	    "an unknown kind");
	if (!ug_rule_good(row->column[RULE]))
		fail(row->line, "a rule that cannot be read");
	row->node = key(row->column[SPUN], row->line, pair);
	row->original = key(row->column[ORIGINAL], row->line, NULL);
	nodes[row->node].flags |= UG_NODE_SPUN;
	nodes[row->original].flags |= row->original != 0 ? UG_NODE_ORIGINAL : 0;
	pair->spun = intern(row->column[SPUN]);
	pair->original = intern(row->column[ORIGINAL]);
	snprintf(kind, sizeof(kind), "words/%s", row->column[KIND]);
	pair->kind = enlist(kinds, &n_kinds, copy(kind), row->line);
	pair->weight = (uint8_t)(1 << choice(row, SOURCE, sources, 3,
	    "an unknown source"));
	pair->prior = per_cent(row);
	pair->tier = (uint8_t)choice(row, TIER, tiers, 5, "an unknown tier");
	pair->rule = enlist(rules, &n_rules, row->column[RULE], row->line);
	if (pair->tier == UG_TIER_SURE)
		nodes[row->node].flags |= UG_NODE_SURE;
}

static int
row_order(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static void
check_rows(void)
{
	struct ug_lexicon_row *all = calloc(n_rows + 1, sizeof(*all));
	const char *fault;
	unsigned i;

	if (all == NULL)
		fail(0, "no memory");
	for (i = 0; i < n_rows; i++)
		all[i] = (struct ug_lexicon_row){ rows[i].column[SPUN],
			rows[i].node, rows[i].original, rows[i].pair.tier,
			rows[i].pair.prior, rows[i].column[RULE] };
	for (i = 0; i < n_rows; i++)
		if ((fault = ug_lexicon_fault(all, n_rows, i)) != NULL)
			complain(rows[i].line, fault);
	free(all);
}

static void
fill_slots(void)
{
	unsigned i;

	for (mask = 1; mask < 2 * n_nodes; mask *= 2)
		;
	slots = calloc(mask--, sizeof(*slots));
	for (i = 1; i < n_nodes; i++) {
		uint32_t h = nodes[i].hash ^ ug_mix(nodes[i].parent);
		uint32_t at = ug_mix_down(h) & mask;

		while (slots[at] != 0)
			at = (at + 1) & mask;
		slots[at] = (nodes[i].hash & 0xFFFF0000u) | i;
	}
}

static void
print_lists(void)
{
	uint32_t at;
	unsigned i;

	printf("#define UG_LEXICON_VERSION 0x%08xu\n"
	    "#define UG_LEXICON_NAME \"lexicon %08X\"\n"
	    "#define UG_LEXICON_N_NODES %u\n\n"
	    "#ifdef LEXICON_TABLE\n\n"
	    "const uint32_t ug_lexicon_version = UG_LEXICON_VERSION;\n\n",
	    version, version, n_nodes);
	printf("const char *const ug_lexicon_kinds[] = {\n");
	for (i = 0; i < n_kinds; i++)
		printf("\t\"%s\",\n", kinds[i]);
	printf("};\n\nconst char *const ug_lexicon_rules[] = {\n");
	for (i = 0; i < n_rules; i++)
		printf("\t\"%s\",\n", rules[i]);
	printf("};\n\n#pragma GCC diagnostic push\n"
	    "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
	    "const char ug_lexicon_words[] =\n\t\"\\0\"\n");
	for (at = 1; at < n_words; at += (uint32_t)strlen(words + at) + 1)
		printf("\t\"%s\" \"\\0\"\n", words + at);
	printf(";\n#pragma GCC diagnostic pop\n\n");
}

static void
print_table(void)
{
	unsigned i;

	printf("const struct ug_node ug_lexicon_nodes[] = {\n\t{ 0 },\n");
	for (i = 1; i < n_nodes; i++)
		printf("\t{ 0x%08xu, %u, %u, %u, %u, %u }, /* %s */\n",
		    nodes[i].hash, nodes[i].word, nodes[i].parent,
		    nodes[i].pair, nodes[i].n_pairs, nodes[i].flags,
		    words + nodes[i].word);
	printf("};\n\nconst struct ug_pair ug_lexicon_pairs[] = {\n");
	for (i = 0; i < n_rows; i++) {
		const struct ug_pair *p = &rows[i].pair;

		printf("\t{ %u, %u, %u, %u, %u, %u, %u, %u, %u },\n",
		    p->spun, p->original, p->kind, p->tier, p->prior, p->title,
		    p->upper, p->rule, p->weight);
	}
	printf("};\n\n#define LEXICON_MASK 0x%xu\n", mask);
	printf("#define LEXICON_MIX(h) (((h) ^ (h) >> 15) & LEXICON_MASK)\n");
	printf("#define LEXICON_PLACE(from, hash) \\\n"
	    "\tLEXICON_MIX((hash) ^ (uint32_t)(from) * 2654435761u)\n\n");
	printf("/* A node, and half of its hash. */\n"
	    "static const uint32_t lexicon_slots[] = {");
	for (i = 0; i <= mask; i++)
		printf("%s%u,", i % 8 == 0 ? "\n\t" : " ", slots[i]);
	printf("\n};\n\n#endif /* LEXICON_TABLE */\n");
}

int
main(void)
{
	static char none[] = "";
	unsigned i;

	rules[n_rules++] = none;
	read_rows();
	for (i = 0; i < n_rows; i++)
		add_row(&rows[i]);
	qsort(rows, n_rows, sizeof(rows[0]), row_order);
	for (i = n_rows; i-- > 0;) {
		struct ug_node *node = &nodes[rows[i].node];

		if (node->n_pairs == 255)
			fail(rows[i].line, "too many originals");
		node->pair = (uint16_t)i;
		node->n_pairs++;
	}
	check_rows();
	fill_slots();
	puts("/* Made by lexicon_gen.c from lexicon.tsv; do not edit. */\n");
	print_lists();
	print_table();
	cues_print(nodes, n_nodes, words);
	return fflush(stdout) != 0 || ferror(stdout) != 0 || n_bad != 0;
}
