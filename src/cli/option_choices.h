/*
 * option_choices.h - options whose value is one of some words
 */
#ifndef CLI_OPTION_CHOICES_H
#define CLI_OPTION_CHOICES_H

#include "option_rows.h"

/* The i-th word that an option's value may be; NULL past the last. */
const char *cli_option_word(enum cli_option_id id, size_t i);

/* Take such an option into *options; says what is wrong with its value. */
bool cli_option_choose(
    struct cli_options *options, enum cli_option_id id, const char *value);

#endif /* CLI_OPTION_CHOICES_H */
