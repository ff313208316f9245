/*
 * amount.c - times, amounts of bytes and fractions, to be read by people
 */
#include "amount.h"

void
cli_out_amount(struct cli_out *out, uint64_t bytes)
{
	static const char *const units[] = { " B", " kB", " MB", " GB", " TB",
		" PB", " EB" };
	uint64_t tenths = 0;
	size_t unit = 0;

	while (bytes >= 1000) {
		tenths = bytes % 1000 / 100;
		bytes /= 1000;
		unit++;
	}
	cli_out_number(out, bytes);
	if (unit > 0 && bytes < 10) {
		cli_out_string(out, ".");
		cli_out_number(out, tenths);
	}
	cli_out_string(out, units[unit]);
}

void
cli_out_seconds(struct cli_out *out, uint64_t microseconds, unsigned digits)
{
	uint64_t scale = 100000;

	cli_out_number(out, microseconds / 1000000);
	cli_out_string(out, ".");
	for (; digits > 0; digits--, scale /= 10)
		cli_out_number(out, microseconds / scale % 10);
}

void
cli_out_thousandths(struct cli_out *out, unsigned thousandths)
{
	cli_out_seconds(out, (uint64_t)thousandths * 1000, 3);
}

void
cli_out_duration(struct cli_out *out, uint64_t seconds)
{
	const uint64_t minutes = seconds / 60;

	if (minutes >= 60) {
		cli_out_number(out, minutes / 60);
		cli_out_string(out, " h ");
	}
	if (minutes > 0) {
		cli_out_number(out, minutes % 60);
		cli_out_string(out, " min");
	}
	if (minutes < 60) {
		cli_out_string(out, minutes > 0 ? " " : "");
		cli_out_number(out, seconds % 60);
		cli_out_string(out, " s");
	}
}
