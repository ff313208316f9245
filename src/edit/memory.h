/*
 * memory.h - what a stream remembers of the records before: sure decisions only
 *
 * Input is divided into blocks of 1 MiB at fixed offsets; a record belongs to
 * the block it starts in.  What it may know is drawn from the records before it
 * in its own block and in the block before that, and of those only what they
 * said without memory's help.  So whoever starts a block early knows the same.
 */
#ifndef UG_MEMORY_H
#define UG_MEMORY_H

#include "base/buf.h"
#include "base/text.h"

/* Tests may have it shorter. */
#ifndef UG_BLOCK_LEN
#define UG_BLOCK_LEN ((uint64_t)1 << 20)
#endif

/* How many of `len` bytes from byte `at` on are in the block of that one. */
static inline size_t
ug_memory_block_part(uint64_t at, size_t len)
{
	const uint64_t rest = UG_BLOCK_LEN - at % UG_BLOCK_LEN;

	return len > rest ? (size_t)rest : len;
}

struct ug_memory;

/*
 * How often a fact was noted: edits made under the rule `kind` (`what` empty),
 * or ug_edits_note().  0 if `memory` is NULL.  Saturates at 65535.
 */
unsigned ug_memory_count(const struct ug_memory *memory, const char *kind,
    struct ug_text what);

/* The same, by records of this block alone. */
unsigned ug_memory_count_now(const struct ug_memory *memory, const char *kind,
    struct ug_text what);

/* The key under which `what` is remembered: stable across machines. */
uint64_t ug_memory_key(struct ug_text what);

UG_CHECK enum ungarble_err ug_memory_new(struct ug_memory **memory,
    const struct ug_alloc *alloc);
void ug_memory_free(struct ug_memory *memory);

/* A record that starts at byte `in_at` of the stream comes next. */
void ug_memory_enter(struct ug_memory *memory, uint64_t in_at);

/* A number for what is remembered, in whatever order it came. */
uint64_t ug_memory_state(const struct ug_memory *memory);

/* Remember a fact of the record that was entered last.  ENOMEM. */
UG_CHECK enum ungarble_err ug_memory_add(struct ug_memory *memory,
    const char *kind, uint64_t key);

/* The same as often. */
UG_CHECK enum ungarble_err ug_memory_add_times(struct ug_memory *memory,
    const char *kind, uint64_t key, size_t n);

#endif /* UG_MEMORY_H */
