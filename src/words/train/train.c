/*
 * train.c - makes the models of words/ from clean text
 *
 *	train gate DIR > gate_table.h
 *	train classes DIR > classes.bin
 *	train context DIR > context.bin
 *	train check DIR
 *
 * DIR holds the files of corpus.h, as corpus.sh makes them.  The same text and
 * the same lexicon give the same bytes.
 */
#include <stdio.h>
#include <string.h>

#include "train.h"

int
main(int argc, char **argv)
{
	if (argc != 3 || (strcmp(argv[1], "gate") != 0 &&
	    strcmp(argv[1], "classes") != 0 &&
	    strcmp(argv[1], "context") != 0 &&
	    strcmp(argv[1], "check") != 0)) {
		fprintf(stderr,
		    "usage: train gate|classes|context|check DIR\n");
		return 2;
	}
	if (strcmp(argv[1], "check") == 0)
		return train_check(argv[2]);
	if (strcmp(argv[1], "classes") == 0)
		return train_classes(argv[2]);
	train_spinner_init(argv[2]);
	if (strcmp(argv[1], "gate") == 0)
		return train_gate(argv[2]);
	return train_context(argv[2]);
}
