/*
 * paths.c - reads names of values, and follows them key by key
 *
 *	"meta.title,text"  {"meta": {"title": "x", "id": 7}, "text": "y"}
 *	                                       -                     -
 */
#include "paths.h"

/* A bit for each. */
_Static_assert(UG_PATHS_MAX <= 64, "a set of paths is 64 bits");

static bool
paths_ends_key(char c, bool nested)
{
	return c == '\0' || c == ',' || (nested && c == '.');
}

/*
 * The key that *s starts with, unescaped where it stands; *s moves to what ends
 * it.
 */
static struct ug_text
paths_key(char **s, bool nested)
{
	char *const key = *s;
	char *to = key;

	if (nested && key[0] == '*' && paths_ends_key(key[1], true)) {
		*s += 1;
		return (struct ug_text){ NULL, 0 };
	}
	for (; !paths_ends_key(**s, nested); ++*s) {
		if (nested && strncmp(*s, "[]", 2) == 0 &&
		    paths_ends_key((*s)[2], true)) {
			*s += 2;
			break;
		}
		if (**s == '\\' && (*s)[1] != '\0')
			++*s;
		*to++ = **s;
	}
	return (struct ug_text){ key, (size_t)(to - key) };
}

/* Read the path that *s starts with; *s moves to what ends it. */
static enum ungarble_err
paths_read(struct ug_path *path, char **s, bool nested)
{
	for (;; ++*s) {
		struct ug_text key;

		if (path->n == UG_PATHS_KEYS)
			return UNGARBLE_EOPTION;
		key = paths_key(s, nested);
		if (key.s != NULL && key.len == 0)
			return UNGARBLE_EOPTION;
		path->keys[path->n++] = key;
		if (**s != '.')
			return UNGARBLE_OK;
	}
}

enum ungarble_err
ug_paths_new(struct ug_paths *paths, const char *names, bool nested,
    const struct ug_alloc *alloc)
{
	const size_t size = strlen(names) + 1;
	enum ungarble_err err = UNGARBLE_OK;
	size_t cap = 0;
	char *s;

	*paths = (struct ug_paths){ .alloc = alloc };
	paths->words = ug_new(alloc, size);
	if (paths->words == NULL)
		return UNGARBLE_ENOMEM;
	s = memcpy(paths->words, names, size);
	for (;; s++) {
		if (paths->n == UG_PATHS_MAX)
			err = UNGARBLE_EOPTION;
		else
			err = ug_reserve(alloc, &paths->v, &cap, paths->n + 1,
			    sizeof(*paths->v));
		if (err == UNGARBLE_OK) {
			paths->v[paths->n].n = 0;
			err = paths_read(&paths->v[paths->n++], &s,
			    nested);
		}
		if (err != UNGARBLE_OK || *s == '\0')
			break;
	}
	if (err != UNGARBLE_OK)
		ug_paths_free(paths);
	return err;
}

void
ug_paths_free(struct ug_paths *paths)
{
	ug_release(paths->alloc, paths->v);
	ug_release(paths->alloc, paths->words);
	*paths = (struct ug_paths){ .alloc = paths->alloc };
}

ug_path_set
ug_paths_all(const struct ug_paths *paths)
{
	return paths->n == 64 ? ~(ug_path_set)0 :
	    ((ug_path_set)1 << paths->n) - 1;
}

ug_path_set
ug_paths_enter(const struct ug_paths *paths, ug_path_set set, size_t depth,
    struct ug_text key)
{
	ug_path_set entered = 0;

	for (size_t i = 0; i < paths->n; i++) {
		const struct ug_path *const path = &paths->v[i];

		if ((set >> i & 1) != 0 && depth < path->n &&
		    (path->keys[depth].s == NULL ||
		    ug_text_equal(path->keys[depth], key)))
			entered |= (ug_path_set)1 << i;
	}
	return entered;
}

ug_path_set
ug_paths_ended(const struct ug_paths *paths, ug_path_set set, size_t depth)
{
	ug_path_set ended = 0;

	for (size_t i = 0; i < paths->n; i++)
		if ((set >> i & 1) != 0 && paths->v[i].n <= depth)
			ended |= (ug_path_set)1 << i;
	return ended;
}
