/*
 * buf.c - growable bytes: the only allocation, the only overflow check
 */
#include "buf.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "least.h"

#define ARENA_BLOCK 4096

static void *
libc_resize(void *user, void *ptr, size_t size)
{
	(void)user;
	if (size == 0) {
		free(ptr);
		return NULL;
	}
	return realloc(ptr, size);
}

const struct ug_alloc ug_alloc_libc = { libc_resize, NULL };

struct ug_alloc
ug_alloc_of(void *(*resize)(void *, void *, size_t), void *user)
{
	return resize != NULL ? (struct ug_alloc){ resize, user } :
	    ug_alloc_libc;
}

enum ungarble_err
ug_reserve(const struct ug_alloc *alloc, void *ptr, size_t *cap, size_t n,
    size_t size)
{
	if (n <= *cap)
		return UNGARBLE_OK;

	void *items;
	size_t room = *cap + *cap / 2;

	room = UG_MAX(room, n);
	room = UG_MAX(room, 16);
	if (room > (size_t)PTRDIFF_MAX / size)
		return UNGARBLE_ENOMEM;

	/* Whatever type of pointer it is. */
	memcpy(&items, ptr, sizeof(items));
	items = alloc->resize(alloc->user, items, room * size);
	if (items == NULL)
		return UNGARBLE_ENOMEM;
	memcpy(ptr, &items, sizeof(items));
	*cap = room;
	return UNGARBLE_OK;
}

void *
ug_new(const struct ug_alloc *alloc, size_t size)
{
	return alloc->resize(alloc->user, NULL, size);
}

void
ug_release(const struct ug_alloc *alloc, void *ptr)
{
	if (ptr != NULL)
		alloc->resize(alloc->user, ptr, 0);
}

enum ungarble_err
ug_buf_reserve(struct ug_buf *buf, size_t more)
{
	if (more > (size_t)PTRDIFF_MAX - buf->len)
		return UNGARBLE_ENOMEM;
	return ug_reserve(buf->alloc, &buf->s, &buf->cap, buf->len + more, 1);
}

enum ungarble_err
ug_buf_grow(struct ug_buf *buf, const void *bytes, size_t len)
{
	const enum ungarble_err err = ug_buf_reserve(buf, len);

	if (err == UNGARBLE_OK && len > 0) {
		memcpy(buf->s + buf->len, bytes, len);
		buf->len += len;
	}
	return err;
}

void
ug_buf_shift(struct ug_buf *buf, size_t len)
{
	buf->len -= len;
	if (buf->len > 0 && len > 0)
		memmove(buf->s, buf->s + len, buf->len);
}

void
ug_buf_free(struct ug_buf *buf)
{
	ug_release(buf->alloc, buf->s);
	buf->s = NULL;
	buf->len = buf->cap = 0;
}

/* What an arena's block starts with. */
struct arena_head {
	alignas(max_align_t) char *older;
};

static bool
arena_grow(struct ug_arena *arena, size_t size)
{
	size_t cap = sizeof(struct arena_head) + size;

	if (size > (size_t)PTRDIFF_MAX - sizeof(struct arena_head))
		return false;
	cap = UG_MAX(cap, ARENA_BLOCK);
	cap = UG_MAX(cap, arena->cap + arena->cap / 2);

	char *const block = ug_new(arena->alloc, cap);

	if (block == NULL)
		return false;
	((struct arena_head *)(void *)block)->older = arena->block;
	arena->block = block;
	arena->len = sizeof(struct arena_head);
	arena->cap = cap;
	return true;
}

void *
ug_arena_take(struct ug_arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > (size_t)PTRDIFF_MAX)
		return NULL;
	size = (size + align - 1) / align * align;
	if (arena->cap - arena->len < size && !arena_grow(arena, size))
		return NULL;

	void *const taken = arena->block + arena->len;

	arena->len += size;
	return taken;
}

/* Free the blocks older than `block`. */
static void
arena_drop(struct ug_arena *arena, char *block)
{
	while (block != NULL) {
		char *const older = ((struct arena_head *)(void *)block)->older;

		ug_release(arena->alloc, block);
		block = older;
	}
}

void
ug_arena_reset(struct ug_arena *arena)
{
	if (arena->block == NULL)
		return;

	struct arena_head *const head = (void *)arena->block;

	arena_drop(arena, head->older);
	head->older = NULL;
	arena->len = sizeof(*head);
}

void
ug_arena_free(struct ug_arena *arena)
{
	arena_drop(arena, arena->block);
	arena->block = NULL;
	arena->len = arena->cap = 0;
}
