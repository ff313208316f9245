/*
 * passes.c - the passes in the order they run, and their names for --fix
 */
#include "passes.h"

#include <string.h>

#include "marks/prose_rule.h"

#define PASS_LISTED(name) &ug_pass_##name,

const struct ug_pass *const ug_passes[] = { UG_PASSES(PASS_LISTED) NULL };

enum ungarble_err
ug_pass_find(const struct ug_pass *pass, const struct ug_scope *scope,
    struct ug_text text, struct ug_edits *edits)
{
	return pass->rule != NULL ?
	    ug_prose_rule_find(pass->rule, scope, text, edits) :
	    pass->find(scope, text, edits);
}

const struct ungarble_fix *
ungarble_fix(size_t i)
{
	const size_t n = sizeof(ug_passes) / sizeof(*ug_passes) - 1;

	return i < n ? &ug_passes[i]->fix : NULL;
}

/* The passes called `name`, or in a group called so. */
static uint64_t
fixes_named(const char *name, size_t len)
{
	uint64_t found = 0;

	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		const struct ungarble_fix *const fix = &ug_passes[i]->fix;
		const bool is_fix = strlen(fix->name) == len &&
		    memcmp(fix->name, name, len) == 0;
		const bool is_group = strlen(fix->group) == len &&
		    memcmp(fix->group, name, len) == 0;

		if (is_fix || is_group)
			found |= (uint64_t)1 << i;
	}
	return found;
}

uint64_t
ug_fixes_words(void)
{
	return fixes_named("words", 5);
}

/* The passes that tidy, or those that do not. */
static uint64_t
fixes_that(bool tidy)
{
	uint64_t found = 0;

	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		if (ug_passes[i]->tidies == tidy)
			found |= (uint64_t)1 << i;
	}
	return found;
}

uint64_t
ug_fixes_tidy(void)
{
	return fixes_that(true);
}

/* Those that cannot run beside the passes of `set`, themselves not counted. */
static uint64_t
fixes_excluded(uint64_t set)
{
	uint64_t found = 0;

	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		const char *const name = ug_passes[i]->one_of;

		for (size_t k = 0; name != NULL && (set >> i & 1) != 0 &&
		    ug_passes[k] != NULL; k++) {
			if (k != i && ug_passes[k]->one_of != NULL &&
			    strcmp(ug_passes[k]->one_of, name) == 0)
				found |= (uint64_t)1 << k;
		}
	}
	return found & ~set;
}

static uint64_t
fixes_default(void)
{
	uint64_t found = 0;

	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		if (ug_passes[i]->fix.by_default)
			found |= (uint64_t)1 << i;
	}
	return found;
}

/* As fixes_named(), with the groups that no pass names; false: unknown. */
static bool
fixes_meant(const char *name, size_t len, uint64_t *meant)
{
	static const char *const none[] = { "encoding", "none" };

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		if (len == strlen(none[i]) && memcmp(name, none[i], len) == 0) {
			*meant = 0;
			return true;
		}
	}
	if (len == 7 && memcmp(name, "default", 7) == 0)
		*meant = fixes_default();
	else if (len == 3 && memcmp(name, "all", 3) == 0)
		*meant = fixes_that(false);
	else
		*meant = fixes_named(name, len);
	return *meant != 0;
}

/* Drop what is blank at both ends. */
static struct ug_text
fixes_trim(struct ug_text part)
{
	while (part.len > 0 && (*part.s == ' ' || *part.s == '\t'))
		part = ug_text_part(part, 1, part.len - 1);
	while (part.len > 0 && (part.s[part.len - 1] == ' ' ||
	    part.s[part.len - 1] == '\t'))
		part.len--;
	return part;
}

enum ungarble_err
ug_fixes_parse(const char *list, uint64_t *fixes)
{
	uint64_t set = fixes_default();

	for (bool first = true; list != NULL; first = false) {
		const size_t len = strcspn(list, ",");
		struct ug_text name = fixes_trim((struct ug_text){ list, len });
		const char sign = name.len > 0 ? *name.s : '\0';
		uint64_t meant;

		if (sign == '+' || sign == '-')
			name = ug_text_part(name, 1, name.len - 1);
		else if (first)
			set = 0;
		if (!fixes_meant(name.s, name.len, &meant))
			return UNGARBLE_EOPTION;
		set = sign == '-' ? set & ~meant :
		    (set | meant) & ~fixes_excluded(meant);
		list = list[len] == ',' ? list + len + 1 : NULL;
	}
	*fixes = set;
	return UNGARBLE_OK;
}
