/*
 * label.h - what markup says of the encoding it is in
 */
#ifndef UG_LABEL_H
#define UG_LABEL_H

#include <stdbool.h>
#include <stddef.h>

struct ug_encoding;

enum ug_label_form {
	UG_LABEL_XML,
	UG_LABEL_HTML,
	UG_LABEL_CSS
};

/* A declaration: where its label stands in the record. */
struct ug_label {
	enum ug_label_form form;
	size_t at, len;
	const struct ug_encoding *encoding; /* NULL: not one that can be read */
};

/*
 * The first declaration in a record at or after bytes[*from], which is 0 at
 * first; *from moves past it.  The markup is ASCII, whatever else is there.
 */
bool ug_label_next(const unsigned char *bytes, size_t len, size_t *from,
    struct ug_label *label);

/*
 * Whether a record declares an encoding other than UTF-8, so that it matters in
 * which the stream was.
 */
bool ug_label_foreign(const unsigned char *bytes, size_t len);

#endif /* UG_LABEL_H */
