/*
 * passes.h - the passes in the order they run, and their names for --fix
 *
 * A pass is a file that defines a struct ug_pass, and its name here.
 */
#ifndef UG_PASSES_H
#define UG_PASSES_H

#include "edit/pass.h"

#define UG_PASSES(P) \
	P(declarations) \
	P(mojibake) \
	P(lost_escapes) \
	P(c1) \
	P(escapes) \
	P(split_entities) \
	P(floating_stops) \
	P(doubled_fragments) \
	P(guillemets) \
	P(blanked_marks) \
	P(possessives) \
	P(lost_quotes) \
	P(stray_quotes) \
	P(words) \
	P(guess) \
	P(invisible) \
	P(ansi) \
	P(controls) \
	P(width) \
	P(ligatures) \
	P(quotes) \
	P(nfc) \
	P(nfd) \
	P(nfkc) \
	P(nfkd) \
	P(eol_lf) \
	P(eol_crlf) \
	P(bom)

#define UG_PASS_DECLARE(name) extern const struct ug_pass ug_pass_##name;
UG_PASSES(UG_PASS_DECLARE)

/* In order; NULL ends it. */
extern const struct ug_pass *const ug_passes[];

/* Find what a pass would change: by its find(), or by its rule. */
UG_CHECK enum ungarble_err ug_pass_find(const struct ug_pass *pass,
    const struct ug_scope *scope, struct ug_text text, struct ug_edits *edits);

/*
 * The set of passes that --fix=`list` means; NULL: the default.  Of those that
 * exclude one another, the one named last.  EOPTION.
 */
UG_CHECK enum ungarble_err ug_fixes_parse(const char *list,
    uint64_t *fixes);

/* The passes of the group "words". */
uint64_t ug_fixes_words(void);

/* Those that tidy: they run after all others. */
uint64_t ug_fixes_tidy(void);

#endif /* UG_PASSES_H */
