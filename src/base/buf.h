/*
 * buf.h - growable bytes: the only allocation, the only overflow check
 */
#ifndef UG_BUF_H
#define UG_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "ungarble.h"

/* A result that must be used. */
#if defined(__GNUC__)
#define UG_CHECK __attribute__((warn_unused_result))
#else
#define UG_CHECK
#endif

/* Where memory comes from: opts.resize and opts.user, or realloc and free. */
struct ug_alloc {
	void *(*resize)(void *user, void *ptr, size_t size);
	void *user;
};

/* realloc() and free(). */
extern const struct ug_alloc ug_alloc_libc;

/* What a caller's options say of it: libc where `resize` is NULL. */
struct ug_alloc ug_alloc_of(void *(*resize)(void *, void *, size_t),
    void *user);

/*
 * Make room for `n` items of `size` bytes each where the pointer at `ptr`
 * points to, which holds *cap items; it stays as it is on failure, and grows by
 * at least half.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_reserve(const struct ug_alloc *alloc,
    void *ptr, size_t *cap, size_t n, size_t size);

/* Memory for one object, or NULL. */
void *ug_new(const struct ug_alloc *alloc, size_t size);

/* Free what ug_reserve() gave.  NULL is fine. */
void ug_release(const struct ug_alloc *alloc, void *ptr);

/* Bytes that grow.  Start from { .alloc = &some_alloc }. */
struct ug_buf {
	char *s;
	size_t len, cap;
	const struct ug_alloc *alloc; /* outlives the buffer */
};

/* What ug_buf_add() does where there is no room. */
UG_CHECK enum ungarble_err ug_buf_grow(struct ug_buf *buf,
    const void *bytes, size_t len);

/* Append.  ENOMEM; the buffer is as it was then. */
UG_CHECK static inline enum ungarble_err
ug_buf_add(struct ug_buf *buf, const void *bytes, size_t len)
{
	if (len > buf->cap - buf->len)
		return ug_buf_grow(buf, bytes, len);
	if (len > 0)
		memcpy(buf->s + buf->len, bytes, len);
	buf->len += len;
	return UNGARBLE_OK;
}

/* Make room for `more` bytes behind buf->len.  ENOMEM. */
UG_CHECK enum ungarble_err ug_buf_reserve(struct ug_buf *buf,
    size_t more);

/* Drop the first `len` bytes. */
void ug_buf_shift(struct ug_buf *buf, size_t len);

void ug_buf_free(struct ug_buf *buf);

/* Memory for the time of one call: taken piecewise, given back all at once. */
struct ug_arena {
	char *block;                  /* the one that is filled; links to
	                               * others */
	size_t len, cap;
	const struct ug_alloc *alloc;
};

/* `size` bytes aligned for any type, valid until ug_arena_reset(); or NULL. */
void *ug_arena_take(struct ug_arena *arena, size_t size);

/* Forget everything taken, keeping one block for the next call. */
void ug_arena_reset(struct ug_arena *arena);

void ug_arena_free(struct ug_arena *arena);

#endif /* UG_BUF_H */
