/*
 * json_read.h - a line of JSON that holds one object, read strictly
 */
#ifndef CLI_JSON_READ_H
#define CLI_JSON_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cli_json_string {
	char *s;
	size_t len;
};

enum cli_json_kind {
	CLI_JSON_STRING,
	CLI_JSON_NUMBER, /* that is a whole one, and no less than 0 */
	CLI_JSON_OTHER
};

struct cli_json_value {
	enum cli_json_kind kind;
	struct cli_json_string string;
	uint64_t number;
};

/* A line, without its end.  Strings are put in its place. */
struct cli_json_read {
	char *s;
	size_t len, at;
	bool inside; /* of the object */
	bool bad;    /* it is none */
};

/* Start reading s[0..len). */
struct cli_json_read cli_json_read(char *s, size_t len);

/*
 * The next key of the object, and its value.  False at its end, behind which
 * the line ends, or if it is damaged: see `bad`.
 */
bool cli_json_next(struct cli_json_read *read, struct cli_json_string *key,
    struct cli_json_value *value);

/* Undo \xNN, in its place, as of keys that end in _bytes.  False if bad. */
bool cli_json_bytes(struct cli_json_string *string);

#endif /* CLI_JSON_READ_H */
