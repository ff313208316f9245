/*
 * seen.c - which files were met already, by device and number
 */
#include <stdint.h>
#include <string.h>

#include "seen.h"
#include "memory.h"

/* Where a file is in the table, or would be. */
static struct cli_seen_one *
seen_find(const struct cli_seen *seen, dev_t device, ino_t number)
{
	const uint64_t mix = ((uint64_t)number ^ (uint64_t)device << 32) *
	    0x9E3779B97F4A7C15u;
	size_t at = (size_t)(mix >> 32);

	for (;; at++) {
		struct cli_seen_one *const one =
		    &seen->table[at & (seen->size - 1)];

		if (!one->used ||
		    (one->device == device && one->number == number))
			return one;
	}
}

/* Make the table twice as large. */
static bool
seen_grow(struct cli_seen *seen)
{
	struct cli_seen more = { .n = seen->n, .size = 64 };

	if (seen->size > 0)
		more.size = 2 * seen->size;
	more.table =
	    cli_memory_resize(NULL, NULL, more.size * sizeof(*more.table));
	if (more.table == NULL)
		return false;
	memset(more.table, 0, more.size * sizeof(*more.table));
	for (size_t i = 0; i < seen->size; i++)
		if (seen->table[i].used)
			*seen_find(&more, seen->table[i].device,
			    seen->table[i].number) = seen->table[i];
	cli_seen_free(seen);
	*seen = more;
	return true;
}

bool
cli_seen_add(struct cli_seen *seen, dev_t device, ino_t number, bool *known)
{
	struct cli_seen_one *one;

	if (2 * seen->n >= seen->size && !seen_grow(seen))
		return false;
	one = seen_find(seen, device, number);
	*known = one->used;
	if (!one->used) {
		*one = (struct cli_seen_one){ device, number, true };
		seen->n++;
	}
	return true;
}

void
cli_seen_free(struct cli_seen *seen)
{
	(void)cli_memory_resize(NULL, seen->table, 0);
	*seen = (struct cli_seen){ 0 };
}
