/*
 * memory.c - facts of the block at hand and of the one before it
 *
 * Each block's facts are a table of bounded size; once it is full a fact that
 * is not in it is not taken up, which depends on nothing but the block.
 */
#include "memory.h"

#include <string.h>

#include "base/hash.h"

#define MEMORY_SLOTS 8192 /* a power of two */
#define MEMORY_FULL  (MEMORY_SLOTS / 4 * 3) /* so that searches stay short */
#define COUNT_MAX    65535 /* by hand; no rule asks for as many */

struct memory_fact {
	uint64_t key;   /* of kind and what; 0: empty */
	uint32_t count;
};

struct memory_table {
	struct memory_fact *facts; /* MEMORY_SLOTS; not set while n is 0 */
	size_t n;
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
	size_t slot = (size_t)(key >> 32) % MEMORY_SLOTS;

	while (table->facts[slot].key != 0 && table->facts[slot].key != key)
		slot = (slot + 1) % MEMORY_SLOTS;
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

	return n < COUNT_MAX ? n : COUNT_MAX;
}

unsigned
ug_memory_count_now(const struct ug_memory *memory, const char *kind,
    struct ug_text what)
{
	return memory == NULL || memory->now.n == 0 ? 0 :
	    memory_table_count(&memory->now,
	    memory_fact_key(kind, ug_memory_key(what)));
}

static enum ungarble_err
memory_table_init(struct memory_table *table, const struct ug_alloc *alloc)
{
	table->facts = ug_new(alloc, MEMORY_SLOTS * sizeof(*table->facts));
	return table->facts != NULL ? UNGARBLE_OK : UNGARBLE_ENOMEM;
}

enum ungarble_err
ug_memory_new(struct ug_memory **memory, const struct ug_alloc *alloc)
{
	struct ug_memory *const m = ug_new(alloc, sizeof(*m));

	*memory = NULL;
	if (m == NULL)
		return UNGARBLE_ENOMEM;
	*m = (struct ug_memory){ .alloc = alloc };
	if (memory_table_init(&m->now, alloc) != UNGARBLE_OK ||
	    memory_table_init(&m->before, alloc) != UNGARBLE_OK) {
		ug_memory_free(m);
		return UNGARBLE_ENOMEM;
	}
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

void
ug_memory_add(struct ug_memory *memory, const char *kind, uint64_t key)
{
	ug_memory_add_times(memory, kind, key, 1);
}

void
ug_memory_add_times(struct ug_memory *memory, const char *kind, uint64_t key,
    size_t n)
{
	const uint64_t id = memory_fact_key(kind, key);
	struct memory_table *const now = &memory->now;
	struct memory_fact *fact;

	/* Most streams have no facts: only then is the table touched. */
	if (now->n == 0)
		memset(now->facts, 0, MEMORY_SLOTS * sizeof(*now->facts));
	fact = memory_find(now, id);
	if (fact->key == 0) {
		if (now->n >= MEMORY_FULL)
			return;
		fact->key = id;
		now->n++;
	}
	fact->count = n < COUNT_MAX - fact->count ?
	    fact->count + (uint32_t)n : COUNT_MAX;
}

static uint64_t
memory_table_state(const struct memory_table *table)
{
	uint64_t sum = table->n;

	for (size_t i = 0; table->n > 0 && i < MEMORY_SLOTS; i++)
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
