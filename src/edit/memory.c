/*
 * memory.c - facts of the block at hand and of the one before it
 *
 * Each block's facts are a table of bounded size; once it is full a fact that
 * is not in it is not taken up, which depends on nothing but the block.
 */
#include "memory.h"

#include <string.h>

#include "base/hash.h"
#include "base/least.h"

/* A table has few slots at first, and four times as many as it fills. */
#define SLOTS_FIRST  128
#define SLOTS_GROW   4
#define SLOTS_MOST   8192
#define SLOTS_FULL(slots) ((slots) / 4 * 3) /* so that searches stay short */
#define COUNT_MAX    65535 /* by hand; no rule asks for as many */

struct memory_fact {
	uint64_t key;   /* of kind and what; 0: empty */
	uint32_t count;
};

struct memory_table {
	struct memory_fact *facts; /* not set while n is 0 */
	size_t n, slots;
};

struct ug_memory {
	struct memory_table now, before;
	uint64_t block;
	const struct ug_alloc *alloc;
};

uint64_t
ug_memory_key(struct ug_text what)
{
	return ug_hash_bytes(UG_HASH, what.s, what.len);
}

static uint64_t
memory_fact_key(const char *kind, uint64_t what)
{
	const uint64_t key = ug_hash_bytes(what, kind, strlen(kind) + 1);

	return key != 0 ? key : 1;
}

/* The fact with that key, or the empty slot where it would stand. */
static struct memory_fact *
memory_find(const struct memory_table *table, uint64_t key)
{
	size_t slot = (size_t)(key >> 32) % table->slots;

	while (table->facts[slot].key != 0 && table->facts[slot].key != key)
		slot = (slot + 1) % table->slots;
	return &table->facts[slot];
}

static unsigned
memory_table_count(const struct memory_table *table, uint64_t key)
{
	return table->n == 0 ? 0 : memory_find(table, key)->count;
}

unsigned
ug_memory_count(const struct ug_memory *memory, const char *kind,
    struct ug_text what)
{
	if (memory == NULL || memory->now.n + memory->before.n == 0)
		return 0;

	const uint64_t key = memory_fact_key(kind, ug_memory_key(what));
	const unsigned n = memory_table_count(&memory->now, key) +
	    memory_table_count(&memory->before, key);

	return UG_MIN(n, COUNT_MAX);
}

unsigned
ug_memory_count_now(const struct ug_memory *memory, const char *kind,
    struct ug_text what)
{
	return memory == NULL || memory->now.n == 0 ? 0 :
	    memory_table_count(&memory->now,
	    memory_fact_key(kind, ug_memory_key(what)));
}

enum ungarble_err
ug_memory_new(struct ug_memory **memory, const struct ug_alloc *alloc)
{
	struct ug_memory *const m = ug_new(alloc, sizeof(*m));

	*memory = NULL;
	if (m == NULL)
		return UNGARBLE_ENOMEM;
	*m = (struct ug_memory){ .alloc = alloc };
	*memory = m;
	return UNGARBLE_OK;
}

void
ug_memory_free(struct ug_memory *memory)
{
	if (memory == NULL)
		return;
	ug_release(memory->alloc, memory->now.facts);
	ug_release(memory->alloc, memory->before.facts);
	ug_release(memory->alloc, memory);
}

void
ug_memory_enter(struct ug_memory *memory, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == memory->block)
		return;

	const struct memory_table old = memory->before;

	memory->before = memory->now;
	memory->now = old;
	memory->now.n = 0;
	if (block != memory->block + 1)
		memory->before.n = 0;
	memory->block = block;
}

/* Give a table so many slots. */
static enum ungarble_err
memory_table_grow(struct memory_table *table, size_t slots,
    const struct ug_alloc *alloc)
{
	struct memory_table grown = { .n = table->n, .slots = slots };

	grown.facts = ug_new(alloc, slots * sizeof(*grown.facts));
	if (grown.facts == NULL)
		return UNGARBLE_ENOMEM;
	memset(grown.facts, 0, slots * sizeof(*grown.facts));
	for (size_t i = 0; table->n > 0 && i < table->slots; i++)
		if (table->facts[i].key != 0)
			*memory_find(&grown, table->facts[i].key) =
			    table->facts[i];
	ug_release(alloc, table->facts);
	*table = grown;
	return UNGARBLE_OK;
}

/* Make room for a fact more, but for one that is not taken up. */
static enum ungarble_err
memory_table_reserve(struct memory_table *table, const struct ug_alloc *alloc)
{
	if (table->slots == 0)
		return memory_table_grow(table, SLOTS_FIRST, alloc);
	/* Most streams have no facts: only then is the table touched. */
	if (table->n == 0)
		memset(table->facts, 0, table->slots * sizeof(*table->facts));
	if (table->n < SLOTS_FULL(table->slots) || table->slots == SLOTS_MOST)
		return UNGARBLE_OK;
	return memory_table_grow(table, table->slots * SLOTS_GROW, alloc);
}

enum ungarble_err
ug_memory_add(struct ug_memory *memory, const char *kind, uint64_t key)
{
	return ug_memory_add_times(memory, kind, key, 1);
}

enum ungarble_err
ug_memory_add_times(struct ug_memory *memory, const char *kind, uint64_t key,
    size_t n)
{
	const uint64_t id = memory_fact_key(kind, key);
	struct memory_table *const now = &memory->now;
	struct memory_fact *fact;

	if (memory_table_reserve(now, memory->alloc) != UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	fact = memory_find(now, id);
	if (fact->key == 0) {
		if (now->n >= SLOTS_FULL(now->slots))
			return UNGARBLE_OK;
		fact->key = id;
		now->n++;
	}
	fact->count = n < COUNT_MAX - fact->count ?
	    fact->count + (uint32_t)n : COUNT_MAX;
	return UNGARBLE_OK;
}

static uint64_t
memory_table_state(const struct memory_table *table)
{
	uint64_t sum = table->n;

	for (size_t i = 0; table->n > 0 && i < table->slots; i++)
		if (table->facts[i].key != 0)
			sum += ug_mix_64(ug_hash(table->facts[i].key,
			    table->facts[i].count));
	return sum;
}

uint64_t
ug_memory_state(const struct ug_memory *memory)
{
	return ug_hash(memory_table_state(&memory->now),
	    memory_table_state(&memory->before));
}
