/*
 * memory.c - -M: a ceiling on what the library may take
 */
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* Stands before each block, whose alignment it keeps. */
union memory_head {
	size_t size; /* of both */
	max_align_t align;
};

static size_t memory_limit = CLI_MEMORY_DEFAULT;
static bool memory_limited; /* by the user */
static atomic_size_t memory_taken;
static atomic_bool memory_refused;

bool
cli_memory_set(const char *s)
{
	static const char units[] = "KMG";
	const char *unit;
	size_t n = 0;

	if (*s < '0' || *s > '9')
		return false;
	for (; *s >= '0' && *s <= '9'; s++) {
		if (n > SIZE_MAX / 10 - 1)
			return false;
		n = n * 10 + (size_t)(*s - '0');
	}
	unit = *s != '\0' ? strchr(units, *s) : NULL;
	if (unit != NULL) {
		const unsigned shift = 10 * (unsigned)(unit - units + 1);

		if (n > SIZE_MAX >> shift)
			return false;
		n <<= shift;
		s++;
	}
	memory_limit = n;
	memory_limited = true;
	return n > 0 && *s == '\0';
}

bool
cli_memory_allow(size_t size)
{
	if (size <= memory_limit)
		return true;
	if (memory_limited)
		return false;
	memory_limit = size;
	return true;
}

void
cli_memory_extend(size_t size)
{
	if (!memory_limited)
		memory_limit += size;
}

size_t
cli_memory_left(void)
{
	return memory_limit - atomic_load(&memory_taken);
}

/* Count `size` bytes in for the `had` ones, if the limit allows. */
static bool
memory_take(size_t size, size_t had)
{
	size_t taken = atomic_load(&memory_taken);

	do {
		if (size > memory_limit - (taken - had)) {
			atomic_store(&memory_refused, true);
			return false;
		}
	} while (!atomic_compare_exchange_weak(&memory_taken, &taken,
	    taken - had + size));
	return true;
}

bool
cli_memory_reserve(size_t size)
{
	return memory_take(size, 0);
}

void
cli_memory_release(size_t size)
{
	atomic_fetch_sub(&memory_taken, size);
}

void *
cli_memory_resize(void *user, void *ptr, size_t size)
{
	union memory_head *const head =
	    ptr != NULL ? (union memory_head *)ptr - 1 : NULL;
	union memory_head *more;
	const size_t had = head != NULL ? head->size : 0;

	(void)user;
	if (size == 0) {
		atomic_fetch_sub(&memory_taken, had);
		free(head);
		return NULL;
	}
	if (size > SIZE_MAX - sizeof(*head) ||
	    !memory_take(size + sizeof(*head), had))
		return NULL;
	size += sizeof(*head);
	more = realloc(head, size);
	if (more == NULL) {
		atomic_fetch_add(&memory_taken, had - size);
		return NULL;
	}
	more->size = size;
	return more + 1;
}

const char *
cli_memory_error(void)
{
	return memory_refused ? "no memory, since --memory allows no more"
			      : "no memory";
}

const char *
cli_strerror(enum ungarble_err err)
{
	return err == UNGARBLE_ENOMEM ? cli_memory_error() :
	    ungarble_strerror(err);
}
