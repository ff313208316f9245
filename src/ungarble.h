/*
 * ungarble.h - find out a stream's encoding and repair garbled text
 *
 *	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
 *	struct ungarble *ug;
 *	enum ungarble_err err;
 *
 *	opts.write = append_to_file;
 *	opts.user = file;
 *	err = ungarble_open(&ug, &opts);
 *	while (err == UNGARBLE_OK && (n = fread(buf, 1, sizeof(buf), in)) > 0)
 *		err = ungarble_feed(ug, buf, n);
 *	if (err == UNGARBLE_OK)
 *		err = ungarble_finish(ug);
 *	ungarble_close(ug);
 *
 * Streams share nothing, so each thread may use its own.  See ungarble(3).
 */
#ifndef UNGARBLE_H
#define UNGARBLE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define UNGARBLE_API __attribute__((visibility("default")))
#define UNGARBLE_CHECK UNGARBLE_API __attribute__((warn_unused_result))
#else
#define UNGARBLE_API
#define UNGARBLE_CHECK
#endif

/* All 0 but `size`; a structure that starts with that, in either language. */
#ifndef __cplusplus
#define UNGARBLE_SIZED(name) { .size = sizeof(struct name) }
#else
#define UNGARBLE_SIZED(name) [] { \
		name ungarble_sized = name(); \
		ungarble_sized.size = sizeof(name); \
		return ungarble_sized; \
	}()
#endif

/* ---- errors ---- */

enum ungarble_err {
	UNGARBLE_OK = 0,
	UNGARBLE_ENOMEM = 1,     /* no memory */
	UNGARBLE_EOPTION = 2,    /* an option has no such value */
	UNGARBLE_ELABEL = 3,     /* no encoding of that name */
	UNGARBLE_EINPUT = 4,     /* malformed input, and opts.invalid is FAIL */
	UNGARBLE_ECONVERTER = 5, /* an encoding's converter cannot be opened */
	UNGARBLE_ESTOPPED = 6,   /* a callback asked to stop */
	UNGARBLE_EMISUSE = 7,    /* called out of order: a bug of the caller */
	UNGARBLE_EJOURNAL = 8,   /* a journal is damaged, or cut */
	UNGARBLE_EMISMATCH = 9,  /* a text is not the one of its journal */
	UNGARBLE_EBINARY = 10,   /* no text, and opts.binary is FAIL */
	UNGARBLE_EFIELD = 11,    /* no column is called as opts.names says */
	UNGARBLE_EPART = 12      /* opts.part_known is not so, nor what
	                          * part_guess asks for */
};

/* Describe an error in a few words, without a full stop.  Static. */
UNGARBLE_API const char *ungarble_strerror(enum ungarble_err err);

/* The version of the library, "0.1.0".  Static. */
UNGARBLE_API const char *ungarble_version(void);

/*
 * What the i-th of the things that output depends on is, as "ICU 72.1" or
 * "lexicon 3": libraries and tables.  NULL past the last.  Static.
 */
UNGARBLE_API const char *ungarble_component(size_t i);

/* ---- what was found ---- */

/* Why an encoding was chosen. */
enum ungarble_reason {
	UNGARBLE_BY_OPTION = 0,     /* opts.from said so */
	UNGARBLE_BY_BOM = 1,
	UNGARBLE_BY_VALIDITY = 2,   /* it is well-formed, or has the form */
	UNGARBLE_BY_HISTORY = 3,    /* the stream's records near by were */
	UNGARBLE_BY_STATISTICS = 4,
	UNGARBLE_BY_DEFAULT = 5     /* nothing spoke for any: opts.fallback */
};

/* Consecutive records that were decoded alike.  Records count from 1. */
struct ungarble_span {
	const char *encoding;        /* "windows-1252", "binary".  Static. */
	const char *rule;            /* "decode/windows-1252".  Static. */
	const char *language;        /* of its first record that tells one, as
	                              * ISO 639 has it: "de"; NULL: not known.
	                              * Static. */
	enum ungarble_reason reason; /* of its first record */
	unsigned confidence;         /* 0..100, of its least sure record */
	uint64_t record, n_records;  /* n_records: those that start in it */
	uint64_t in_at, in_len;
	uint64_t out_at, out_len;
	uint64_t ascii_len;          /* of in_len: in records that are ASCII */
	uint64_t n_invalid;          /* malformed sequences in it */
};

/*
 * One change to the text.  Pointers live until the callback returns.
 *
 * A record is decoded (step 0) and then repaired in steps.  Applying the edits
 * of step 1, 2, ... to the decoded record, those of one step all at once, gives
 * the output.  Edits of step 0 tell of bytes that were decoded otherwise than
 * the rest of their record, or not at all.
 */
struct ungarble_edit {
	uint64_t record;             /* counted from 1 */
	uint64_t in_at, in_len;      /* bytes of the input it stands for */
	uint64_t out_at, out_len;    /* bytes of the output that stand for it */
	size_t at;                   /* offset in the record as the step found
	                              * it, or in its piece: see
	                              * ungarble_report(5) */
	unsigned step;
	const char *before, *after;  /* not NUL-terminated */
	size_t before_len, after_len;
	unsigned before_is_bytes;    /* `before` is undecoded, else UTF-8 */
	const char *rule;            /* "c1/windows-1252".  Static. */
	const char *fix;             /* the fix it belongs to: "c1".  Static. */
	unsigned confidence;         /* 0..100 */
	int margin;                  /* thousandths of a nat beyond what was
	                              * asked for; 0 where the rule has no
	                              * score */
	int gate;                    /* the same, for the text around: how far
	                              * it is spun; 0 where the rule asks not */
	uint64_t record_at;          /* the byte of the input at which the
	                              * record starts */
};

/*
 * Something that was found and is left as it is.  Pointers live until the
 * callback returns.
 */
struct ungarble_finding {
	uint64_t record;             /* counted from 1 */
	uint64_t in_at, in_len;      /* bytes of the input it stands for */
	const char *rule;            /* "words/other-spinner".  Static. */
	const char *fix;             /* the fix it belongs to: "words".
	                              * Static. */
	const char *found, *meant;   /* what it is, what it may stand for, or
	                              * NULL; in lower case but for names.
	                              * Static. */
	uint32_t character;          /* that it is; 0: it is words */
};

/*
 * A record, or a part of a long one, as it came in and as it goes out.
 * Pointers live until the callback returns.
 */
struct ungarble_piece {
	const char *encoding;        /* it was read in; "US-ASCII" fits any.
	                              * Static. */
	uint64_t record;             /* counted from 1 */
	uint64_t in_at, out_at;
	const char *in, *out;        /* `out` is UTF-8, or bytes as they came
	                              * in if the encoding is "binary" */
	size_t in_len, out_len;
};

enum ungarble_answer {
	UNGARBLE_APPLY = 0,
	UNGARBLE_SKIP = 1,           /* leave this one as it was */
	UNGARBLE_STOP = 2            /* fail with UNGARBLE_ESTOPPED */
};

/* ---- options ---- */

/* What becomes of bytes that no encoding at hand can read. */
enum ungarble_invalid {
	UNGARBLE_INVALID_REPLACE = 0, /* U+FFFD for each malformed sequence */
	UNGARBLE_INVALID_FAIL = 1,    /* UNGARBLE_EINPUT */
	UNGARBLE_INVALID_ESCAPE = 2,  /* \xNN for each of its bytes */
	UNGARBLE_INVALID_DROP = 3     /* nothing, but an edit tells of it */
};

/* What becomes of a stream that is no text. */
enum ungarble_binary {
	UNGARBLE_BINARY_PASS = 0,     /* it goes out as it came in */
	UNGARBLE_BINARY_FAIL = 1      /* UNGARBLE_EBINARY, before anything of it
	                               * is written: 64 KiB are held back */
};

#define UNGARBLE_FROM_MAX 32 /* labels in opts.from; more are EOPTION */

/* What one encoding is looked for in. */
enum ungarble_scope {
	UNGARBLE_SCOPE_RECORD = 0,    /* each record, as those near by have
	                               * it */
	UNGARBLE_SCOPE_STREAM = 1     /* all records that are not UTF-8, as the
	                               * first of them tell */
};

/* What records are made of. */
enum ungarble_fields {
	UNGARBLE_FIELDS_NONE = 0,     /* text */
	UNGARBLE_FIELDS_JSON = 1,     /* each is a line of JSON */
	UNGARBLE_FIELDS_CSV = 2,      /* values, as RFC 4180 has them */
	UNGARBLE_FIELDS_TSV = 3,      /* values without quotes, and tabs */
	UNGARBLE_FIELDS_NUL = 4       /* each is a text, and ends with NUL */
};

/*
 * Zero is the default of every field.  Start from UNGARBLE_OPTIONS_INIT: `size`
 * tells the library which fields the caller's header knew.
 */
struct ungarble_options {
	size_t size;
	const char *from;            /* label, or up to UNGARBLE_FROM_MAX with
	                              * commas between: only these, the first
	                              * one for records that none reads; NULL:
	                              * find out */
	const char *fallback;        /* NULL: "windows-1252" */
	const char *languages;       /* "de,fr": the text is likely in one of
	                              * these; NULL: any */
	const char *declared;        /* label that came with the text: evidence,
	                              * not an order; NULL: none */
	enum ungarble_scope scope;
	const char *fixes;           /* as --fix: "+c1,-words"; NULL: default */
	enum ungarble_invalid invalid;
	unsigned confidence;         /* 1..100 that a repair needs; 0: 90 */
	unsigned no_memory;          /* records do not learn from one another */

	/* Takes output.  Non-zero stops the stream.  NULL: discard. */
	int (*write)(void *user, const char *bytes, size_t len);

	/* Told of each span once it has ended.  Non-zero stops.  NULL: not. */
	int (*span)(void *user, const struct ungarble_span *span);

	/*
	 * Asked about each edit of step 1 and later as it is found; `out_at`,
	 * `out_len` and `record_at` are not known yet and 0.  NULL: apply
	 * all.
	 */
	enum ungarble_answer (*ask)(void *user,
	    const struct ungarble_edit *edit);

	/*
	 * Told of each edit that was made, in order of steps within a record,
	 * before the record's text is written.  Non-zero stops.  NULL: not.
	 */
	int (*edit)(void *user, const struct ungarble_edit *edit);

	void *user;                  /* first argument of every callback */

	/* As realloc(); size 0 frees and returns NULL.  NULL: realloc, free. */
	void *(*resize)(void *user, void *ptr, size_t size);

	/*
	 * Rows that are added to the lexicon of spun words, or taken from it,
	 * as ungarble_passes(7) describes them: lexicon_len bytes.
	 */
	const char *lexicon;
	size_t lexicon_len;

	/*
	 * Told of each finding once enough of them stand near one another,
	 * which may be behind the text.  Non-zero stops.  NULL: nothing is
	 * looked for.
	 */
	int (*finding)(void *user, const struct ungarble_finding *finding);

	/*
	 * Told of each piece, behind its edits and before write() gets its
	 * text.  In their order they are the whole input and the whole output.
	 * For this the stream keeps a copy of the input that it holds back.
	 * Non-zero stops.  NULL: not.
	 */
	int (*piece)(void *user, const struct ungarble_piece *piece);

	/*
	 * What no edit may touch, keep_len bytes: a string on each line, or
	 * between slashes a POSIX extended expression that is matched in each
	 * line of the text, byte by byte.  Lines that are blank or start with
	 * # are none.  libc has the memory of expressions.
	 */
	const char *keep;
	size_t keep_len;

	enum ungarble_binary binary;
	unsigned keep_invisible;     /* finding() is not told of such */
	unsigned threads;            /* for a stream of megabytes; 0 or 1, or
	                              * with ask(): the caller's, which alone
	                              * calls back in any case, but for
	                              * resize() */

	/*
	 * Just what is in fields of these names is read, with commas between,
	 * as ungarble(1) has them: paths in JSON, columns of rows; NULL: all,
	 * and the names of columns.
	 * All else goes out as it came in.  A finding tells where a record is
	 * not what it should be: the rest of it is left as it is.
	 */
	enum ungarble_fields fields;
	const char *names;
	char delimiter;              /* of values, ASCII; 0: a comma, or a
	                              * tab */
	unsigned no_header;          /* the first row has no names of columns */

	/*
	 * The stream is a part of a longer one, and tells and writes just of
	 * the records, or pieces of long ones, that start from byte
	 * part_start up to part_end of it: multiples of ungarble_part_block();
	 * 0: its beginning, its end.  With fields, it starts where none goes
	 * on.  ungarble_part_from() says what is fed.  Records count from 1,
	 * output from 0.  No ask(), no threads.
	 */
	uint64_t part_start, part_end;

	/*
	 * What ungarble_part_state() said of a place before part_start: the
	 * stream begins there.  If part_guess: it begins a block before
	 * part_start, and what was said is taken to be so still, which for
	 * CSV it cannot be.  NULL: it begins at the beginning.
	 */
	const char *part_lead;
	unsigned part_guess;
	const char *part_known;      /* what it must say at part_start, else
	                              * EPART; NULL: anything */
};

#define UNGARBLE_OPTIONS_INIT UNGARBLE_SIZED(ungarble_options)

/*
 * The same for callers that know no macros: set the first `size` bytes of
 * *opts, which are all that the caller knows of it.
 */
UNGARBLE_API void ungarble_options_init(struct ungarble_options *opts,
    size_t size);

/* One repair, as `ungarble --list-fixes` shows it. */
struct ungarble_fix {
	const char *name;            /* "c1" */
	const char *group;           /* "characters" */
	const char *summary;         /* one line */
	unsigned by_default;         /* made unless refused? */
};

/* The i-th fix in the order they run, NULL past the last.  Static. */
UNGARBLE_API const struct ungarble_fix *ungarble_fix(size_t i);

/*
 * The name of the i-th encoding that can be read, in a fixed order; NULL past
 * the last.  Static.
 */
UNGARBLE_API const char *ungarble_encoding(size_t i);

/*
 * The j-th label of the i-th encoding, its name in lower case first; NULL past
 * the last.  Static.  WHATWG Encoding Standard, 4.2; IANA for what it lacks.
 */
UNGARBLE_API const char *ungarble_label(size_t i, size_t j);

/*
 * Check rows for opts.lexicon.  If they cannot be taken, EOPTION, and for the
 * first such line *line, counted from 1, and *why, static.  ENOMEM.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_lexicon_check(const char *rows,
    size_t len, size_t *line, const char **why);

/* The same for opts.keep. */
UNGARBLE_CHECK enum ungarble_err ungarble_keep_check(const char *rows,
    size_t len, size_t *line, const char **why);

/* ---- what bytes are ---- */

/* One reading of bytes. */
struct ungarble_guess {
	const char *encoding;        /* Static. */
	const char *language;        /* NULL: not known.  Static. */
	enum ungarble_reason reason;
	unsigned confidence;         /* 0..100; all add up to 100 at most */
	int margin;                  /* thousandths of a nat behind the first */
};

/*
 * What bytes, taken as one record of one encoding, may be: the likeliest
 * guesses first, at most `cap` of them; *n is how many there are in `guesses`.
 * Encodings that read the bytes alike are one guess.  A few kilobytes tell as
 * much as megabytes; a character of UTF-8 may be cut at their end.  Of `opts`
 * (NULL: default) from, fallback, languages, declared and resize matter.
 * ENOMEM, EOPTION, ELABEL.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_guess(const void *bytes, size_t len,
    const struct ungarble_options *opts, struct ungarble_guess *guesses,
    size_t cap, size_t *n);

/* ---- a whole text ---- */

/*
 * Repair a text that is there as a whole, as a stream of its own does.  *out is
 * the result, *out_len bytes and a NUL behind them; free it with
 * ungarble_free().  It is NULL on failure, and *out_len 0.  `opts` (NULL:
 * default) are those of a stream, but write() is not called.
 *
 * Errors as of ungarble_open() and ungarble_feed().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_repair(const void *bytes, size_t len,
    const struct ungarble_options *opts, char **out, size_t *out_len);

/*
 * Free what ungarble_repair() gave, with the same resize and user in `opts`;
 * where resize is NULL free() does it, too.  NULL is fine.
 */
UNGARBLE_API void ungarble_free(char *text,
    const struct ungarble_options *opts);

/* ---- the stream: open, feed, finish, close ---- */

struct ungarble;

/*
 * Open a stream.  Copies *opts and the strings in it, which may then go.
 *
 * *ug is set to NULL on failure: ENOMEM, EOPTION, ELABEL, ECONVERTER.  Free it
 * with ungarble_close().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_open(struct ungarble **ug,
    const struct ungarble_options *opts);

/*
 * Give the stream its next `len` bytes, cut anywhere: output does not depend
 * on where.  `data` may be NULL if `len` is 0.  All of it is taken, or the
 * stream fails; a stream that failed returns the same error ever after.
 *
 * Returns ENOMEM, EINPUT, EBINARY, ECONVERTER, EFIELD, EPART, ESTOPPED; EMISUSE
 * after finish, and of a callback that feeds, flushes or finishes the stream
 * that calls it, which goes on.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_feed(struct ungarble *ug,
    const void *data, size_t len);

/*
 * End the record here, decide what was held back on what has been read so far,
 * and write it.  Feeding a field and flushing repairs it on its own while it
 * shares the stream's memory.  Errors as of ungarble_feed(); EMISUSE with
 * several opts.threads, and of a part.
 */
UNGARBLE_CHECK enum ungarble_err ungarble_flush(struct ungarble *ug);

/*
 * Say that the input has ended, and write what was held back.  An input cut
 * inside a character is malformed there.  Errors as of ungarble_feed().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_finish(struct ungarble *ug);

/*
 * Free the stream, finished or not, but not from its own callbacks.  NULL is
 * fine.
 */
UNGARBLE_API void ungarble_close(struct ungarble *ug);

/* The byte of input at which the stream failed; 0 if it did not. */
UNGARBLE_API uint64_t ungarble_failed_at(const struct ungarble *ug);

/*
 * Which of the paths in opts.names led to text, or to values within one, in
 * what was read so far: a bit for each, the lowest for the first.  0 where
 * fields are no JSON, or all.
 */
UNGARBLE_API uint64_t ungarble_fields_found(const struct ungarble *ug);

/* ---- parts of a stream, each by itself: see opts.part_start ---- */

#define UNGARBLE_PART_STATE 1024 /* more than any state is long */

/* Parts start at multiples of so many bytes. */
UNGARBLE_API uint64_t ungarble_part_block(void);

/* The byte of the longer stream that is fed first; those behind follow. */
UNGARBLE_API uint64_t ungarble_part_from(const struct ungarble *ug);

/*
 * Whether the part has come to its end: no more need be fed, and it may be
 * finished.
 */
UNGARBLE_API int ungarble_part_ended(const struct ungarble *ug);

/*
 * Put into words what is known where the part ended, for a stream that begins
 * there: as snprintf() does.  0 if it has not ended, or if that cannot be told:
 * in the middle of what is read in shifts, as ISO-2022-JP, or of rows whose
 * columns that were asked for lie in more than about a hundred places.
 */
UNGARBLE_API size_t ungarble_part_state(const struct ungarble *ug, char *buf,
    size_t cap);

/*
 * Go on where the part ended, up to another end; 0: that of the input.  Errors
 * as of ungarble_feed(); EMISUSE if it has not ended, and of an end that is no
 * multiple of ungarble_part_block().
 */
UNGARBLE_CHECK enum ungarble_err ungarble_part_next(struct ungarble *ug,
    uint64_t end);

/* ---- what may be shown to people ---- */

/*
 * Put text as a terminal may be shown it: what is no UTF-8, or is no character
 * that shows as itself and only itself (controls, marks that turn the direction
 * of text, what is invisible), stands as \xNN or \u{NNNN}.  `is_bytes`: so does
 * all that is not ASCII.
 *
 * Writes at most `cap` bytes to `buf`, the last a NUL (nothing if cap is 0).
 * Returns the length of the whole, its NUL left out, as snprintf() does.
 */
UNGARBLE_API size_t ungarble_printable(const char *text, size_t len,
    unsigned is_bytes, char *buf, size_t cap);

/*
 * Put an edit into words on one line, as `ungarble --explain` prints it, with
 * before and after as of ungarble_printable().
 *
 * Writes at most `cap` bytes to `buf`, the last a NUL (nothing if cap is 0).
 * Returns the length of the whole line, its NUL left out, as snprintf() does.
 */
UNGARBLE_API size_t ungarble_explain(const struct ungarble_edit *edit,
    char *buf, size_t cap);

#ifdef __cplusplus
}
#endif

#endif /* UNGARBLE_H */
