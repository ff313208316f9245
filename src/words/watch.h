/*
 * watch.h - may the text around here have been through a synonym spinner?
 *
 * A rough look, far cheaper than the gate's: whatever it lets pass the gate
 * would let pass, but for a few lines where spun text begins.
 */
#ifndef UG_WATCH_H
#define UG_WATCH_H

#include "base/text.h"

enum ug_watch_sight {
	UG_WATCH_WAKE = 1, /* the gate is to decide */
	UG_WATCH_SIGN = 2, /* code or markup may begin or end: see ug_tokens */
	UG_WATCH_PHRASE = 4, /* a phrase of another spinner may be there, or */
	UG_WATCH_BEGUN = 8,  /* begin with the last word of the record, and go
	                      * on in the next one */
	UG_WATCH_MUTE = 16   /* to WAKE: no key of the lexicon is there */
};

#define UG_WATCH_OFTEN 64 /* words and pairs of which it is known */

/* How often a word or pair stood here of late. */
struct ug_watch_often {
	uint32_t key, n;
};

/* All 0 at first; one belongs to one stream. */
struct ug_watch {
	int alarm;             /* in hundredths, after the last word with
	                        * evidence */
	uint32_t n;            /* words since */
	uint32_t n_often;      /* words since `often` was empty */
	uint32_t last[2];      /* the last word, and before it the last but
	                        * one */
	struct ug_watch_often often[UG_WATCH_OFTEN];
};

/*
 * A text starts that is one of many, and clean as most are: it is not awake, as
 * the start of a stream is.
 */
void ug_watch_calm(struct ug_watch *watch);

/* The next record is not looked at: no pair of words goes over it. */
void ug_watch_miss(struct ug_watch *watch);

/* Look at the next record.  Returns what was seen, or'd together. */
unsigned ug_watch_see(struct ug_watch *watch, struct ug_text text);

/* Whether the gate is to decide on the next record, whatever is in it. */
bool ug_watch_awake(const struct ug_watch *watch);

#define UG_WATCH_MUTE_MOST ((size_t)4096) /* bytes, by hand */

/*
 * How many bytes the next records have, n of them, up to one in which an awake
 * watch would see more than that it is mute, or that is behind
 * UG_WATCH_MUTE_MOST.  Nothing is known of them then that was not before.
 */
size_t ug_watch_mute_lines(const struct ug_watch *watch, struct ug_text lines,
    size_t *n);

/* The record in which something is seen: lines.s[from..to). */
struct ug_watch_found {
	size_t from, to;
	size_t n;        /* records before it */
	unsigned sights; /* in it, or'd together; 0: there is none */
};

/*
 * Look at the next records, of which each ends with the one LF it has, until
 * something is seen in one: from and to are lines.len if nothing is.
 */
struct ug_watch_found ug_watch_lines(struct ug_watch *watch,
    struct ug_text lines);

/* Texts, n of them, one behind the other: each ends with an LF. */
struct ug_texts {
	struct ug_text all;
	const uint32_t *ends;  /* of each */
	const bool *followed;  /* the next one is what comes behind it */
	size_t n;
};

/*
 * The first text from that number on in which ug_watch_lines() sees anything if
 * the watch is calm, or n.  What may begin with the last word of one that is
 * followed counts if it may go on there.
 */
size_t ug_watch_texts(const struct ug_texts *texts, size_t from);

#endif /* UG_WATCH_H */
