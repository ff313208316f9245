/*
 * tally.h - what became of lines, by kind, and examples of what should not
 */
#ifndef TALLY_H
#define TALLY_H

#include "damage.h"

#define TALLY_ROWS 4096

struct tally_row {
	char name[120];
	unsigned long counts[4]; /* by verdict */
	unsigned examples;       /* printed */
};

struct tally {
	struct tally_row rows[TALLY_ROWS];
	size_t n;
};

/* The row of that name; made if there is none, or the last if all are taken. */
struct tally_row *tally_row(struct tally *tally, const char *name);

/* Print it by name, with a total. */
void tally_print(struct tally *tally);

/* Of all rows. */
unsigned long tally_count(const struct tally *tally,
    enum damage_verdict verdict);

#endif /* TALLY_H */
