/*
 * weights_train.c - the weights as variables, and a file of them printed anew
 *
 * For trainers that fit weights: the library is built with UG_TRAINING defined
 * then.
 */
#include "weights_train.h"

#include <stdio.h>
#include <string.h>

#include "characters/mixup_weights.h"
#include "characters/mojibake_weights.h"
#include "model/weights.h"

#ifdef UG_TRAINING
#define WEIGHT_START(who, name, value) value,
int ug_weights[UG_N_WEIGHTS] = { UG_WEIGHTS(WEIGHT_START) };
int ug_mojibake_weights[UG_MOJIBAKE_N_WEIGHTS] = {
	UG_MOJIBAKE_WEIGHTS(WEIGHT_START)
};
int ug_mixup_weights[UG_MIXUP_N_WEIGHTS] = { UG_MIXUP_WEIGHTS(WEIGHT_START) };
#endif

/* Print a line with `value` for what stands at [start, end) of it. */
static void
line_change(const char *line, int start, int end, int value)
{
	int width = printf("%.*s%d)", start, line, value) - 1;

	/* Behind it, the comment stays in its column. */
	for (line += end + 1; width < end && *line == ' '; width++)
		putchar(' ');
	while (width > end && line[0] == ' ' && line[1] == ' ') {
		line++;
		width--;
	}
	fputs(line, stdout);
}

int
train_weights_print(const char *const *names, const int *values, size_t n)
{
	char line[256], name[32];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		int start = 0, end = 0;
		size_t i = n;

		if (sscanf(line, " W(%*[A-Z], %31[A-Z0-9_], %n%*d%n", name,
		    &start, &end) == 1 && end != 0)
			for (i = 0; i < n && strcmp(names[i], name) != 0; )
				i++;
		if (i < n)
			line_change(line, start, end, values[i]);
		else
			fputs(line, stdout);
	}
	return ferror(stdout) || fflush(stdout) != 0;
}
