/*
 * ungarble_journal.h - the way back: what restores the input of a stream
 *
 *	static int
 *	on_piece(void *user, const struct ungarble_piece *piece)
 *	{
 *		return ungarble_journal_piece(user, piece) != UNGARBLE_OK;
 *	}
 *
 * Everything here is documented in ungarble(3).
 */
#ifndef UNGARBLE_JOURNAL_H
#define UNGARBLE_JOURNAL_H

#include "ungarble.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- writing ---- */

/*
 * A journal has what it takes to make the input of a stream from its output.
 * It is a sequence of sections, one for each input: journals joined are a
 * journal.  Hashes in it find accidents; nobody is kept from forging one.
 */
struct ungarble_journal;

/* Zero is the default of every field. */
struct ungarble_journal_options {
	size_t size;                 /* of this, as the caller knew it */
	const char *name;            /* of the input; NULL: "" */

	/* Takes the journal.  Non-zero: ESTOPPED. */
	int (*write)(void *user, const char *bytes, size_t len);
	void *user;
	void *(*resize)(void *user, void *ptr, size_t size); /* NULL: realloc */
};

#define UNGARBLE_JOURNAL_OPTIONS_INIT UNGARBLE_SIZED(ungarble_journal_options)

/*
 * Start a section.  Copies *opts; the name may go once this returns.  *journal
 * is NULL on failure: ENOMEM, EOPTION, ESTOPPED.  Free it with
 * ungarble_journal_close().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_journal_open(
    struct ungarble_journal **journal,
    const struct ungarble_journal_options *opts);

/*
 * Add what opts.piece was told of: all pieces, in their order.  Of a piece,
 * `in`, `out` and `encoding` count, and the last one may be wrong or NULL.  A
 * journal that failed returns the same error ever after.
 *
 * ENOMEM, ESTOPPED; EMISUSE after finish.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_journal_piece(
    struct ungarble_journal *journal, const struct ungarble_piece *piece);

/*
 * Hand over all that is held: with it, what came so far can be restored.  Write
 * the text of these pieces after that, and the journal is never behind it.
 * Errors as of ungarble_journal_piece().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_journal_flush(
    struct ungarble_journal *journal);

/* End the section.  Errors as of ungarble_journal_piece(). */
UNGARBLE_CHECK enum ungarble_err ungarble_journal_finish(
    struct ungarble_journal *journal);

/* Free it, finished or not.  NULL is fine. */
UNGARBLE_API void ungarble_journal_close(struct ungarble_journal *journal);

/* ---- reading ---- */

/* A section of a journal, as ungarble_journal_check() finds it. */
struct ungarble_section {
	const char *name;            /* until the callback returns */
	uint64_t at, len;            /* of the journal's bytes */
	uint64_t in_len, out_len;
	uint64_t in_hash, out_hash;  /* ungarble_hash_value() of either */
};

/* Zero is the default of every field. */
struct ungarble_restore_options {
	size_t size;                 /* of this, as the caller knew it */

	/*
	 * Gives up to `len` bytes of the journal: how many, 0 at its end, less
	 * on failure: ESTOPPED.
	 */
	long (*read)(void *user, char *bytes, size_t len);

	/* Takes the original bytes.  Non-zero: ESTOPPED.  NULL: discard. */
	int (*write)(void *user, const char *bytes, size_t len);

	/*
	 * Told of each section, at its end.  Non-zero: ESTOPPED.  NULL: not.
	 */
	int (*section)(void *user, const struct ungarble_section *section);
	void *user;
	void *(*resize)(void *user, void *ptr, size_t size); /* NULL: realloc */
};

#define UNGARBLE_RESTORE_OPTIONS_INIT UNGARBLE_SIZED(ungarble_restore_options)

/*
 * Read a journal to its end, without a text, and tell of its sections.
 * EJOURNAL if it is not whole; one without a section is not.  ENOMEM, EOPTION,
 * ESTOPPED.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_journal_check(
    const struct ungarble_restore_options *opts);

struct ungarble_restore;

/* Start to restore.  *restore is NULL on failure: ENOMEM, EOPTION. */
UNGARBLE_CHECK enum ungarble_err ungarble_restore_open(
    struct ungarble_restore **restore,
    const struct ungarble_restore_options *opts);

/*
 * Give the repaired text: of all sections, one after the other, cut anywhere.
 * The bytes of a block, a few hundred kilobytes at most, are written once both
 * its text and they have the hashes that the journal has for them: what is
 * written is right, whatever comes of the rest.
 *
 * EJOURNAL, EMISMATCH, ENOMEM, ESTOPPED; EMISUSE after finish.  A failure
 * sticks.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_restore_feed(
    struct ungarble_restore *restore, const void *text, size_t len);

/* The text has ended, and so must the journal.  Errors as of feed. */
UNGARBLE_CHECK enum ungarble_err ungarble_restore_finish(
    struct ungarble_restore *restore);

/* How much was written, and how much text that was made of. */
UNGARBLE_API void ungarble_restore_told(const struct ungarble_restore *restore,
    uint64_t *in_len, uint64_t *out_len);

/* Free it, finished or not.  NULL is fine. */
UNGARBLE_API void ungarble_restore_close(struct ungarble_restore *restore);

/*
 * The hash that a journal has of a side: XXH64, fed piece by piece.  Start from
 * UNGARBLE_HASH_INIT.
 */
struct ungarble_hash {
	uint64_t lane[4], seed, len;
	unsigned char rest[32];      /* len % 32 bytes */
};

#define UNGARBLE_HASH_INIT { { 0, 0, 0, 0 }, 0, 0, { 0 } }

UNGARBLE_API void ungarble_hash_add(struct ungarble_hash *hash,
    const void *bytes, size_t len);

/* The hash of what was added so far; more may be added. */
UNGARBLE_API uint64_t ungarble_hash_value(const struct ungarble_hash *hash);

#ifdef __cplusplus
}
#endif

#endif /* UNGARBLE_JOURNAL_H */
