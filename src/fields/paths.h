/*
 * paths.h - names of values: "text,meta.title,messages.content"
 *
 * A path is keys, one within the other, with dots between them; `*` is any key.
 * Arrays add nothing: what stands in one is where the array is, and "a[].b" is
 * "a.b".  A backslash takes what is special of what is behind it.
 */
#ifndef UG_PATHS_H
#define UG_PATHS_H

#include "base/buf.h"
#include "base/text.h"

#define UG_PATHS_MAX 64  /* paths */
#define UG_PATHS_KEYS 32 /* in one of them */

/* Some of the paths, a bit each. */
typedef uint64_t ug_path_set;

struct ug_path {
	struct ug_text keys[UG_PATHS_KEYS]; /* s is NULL: any key */
	size_t n;
};

struct ug_paths {
	struct ug_path *v;
	size_t n;
	char *words;         /* what the keys are in */
	const struct ug_alloc *alloc;
};

/*
 * `nested`: a dot, a star and brackets are special, else just the comma.
 * ENOMEM; EOPTION if there is an empty key, or too many of something.
 */
UG_CHECK enum ungarble_err ug_paths_new(struct ug_paths *paths,
    const char *names, bool nested, const struct ug_alloc *alloc);
void ug_paths_free(struct ug_paths *paths);

/* All of them. */
ug_path_set ug_paths_all(const struct ug_paths *paths);

/* Of `set`, of which `depth` keys were met, those whose next one is `key`. */
ug_path_set ug_paths_enter(const struct ug_paths *paths, ug_path_set set,
    size_t depth, struct ug_text key);

/* Of `set`, those that have no more than `depth` keys. */
ug_path_set ug_paths_ended(const struct ug_paths *paths, ug_path_set set,
    size_t depth);

#endif /* UG_PATHS_H */
