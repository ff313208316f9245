/*
 * amount_test.c - where an amount takes another unit, and what is cut off
 */
#include <string.h>

#include "check.h"
#include "cli/amount.h"

static struct cli_out out;

static bool
said(const char *wanted)
{
	const bool same = out.len == strlen(wanted) &&
	    memcmp(out.bytes, wanted, out.len) == 0;

	if (!same)
		fprintf(stderr, "%s, not %.*s\n", wanted, (int)out.len,
		    out.bytes);
	out.len = 0;
	return same;
}

int
main(void)
{
	static const struct {
		uint64_t bytes;
		const char *wanted;
	} amounts[] = {
		{ 0, "0 B" },
		{ 1, "1 B" },
		{ 9, "9 B" },
		{ 999, "999 B" },
		{ 1000, "1.0 kB" },
		{ 1099, "1.0 kB" },
		{ 1100, "1.1 kB" },
		{ 9999, "9.9 kB" },
		{ 10000, "10 kB" },
		{ 999999, "999 kB" },
		{ 1000000, "1.0 MB" },
		{ 1999999, "1.9 MB" },
		{ 9999999, "9.9 MB" },
		{ 10000000, "10 MB" },
		{ 1000000000, "1.0 GB" },
		{ 2500000000000, "2.5 TB" },
		{ 3000000000000000, "3.0 PB" },
		{ UINT64_MAX, "18 EB" },
	};
	static const struct {
		uint64_t seconds;
		const char *wanted;
	} durations[] = {
		{ 0, "0 s" },
		{ 1, "1 s" },
		{ 59, "59 s" },
		{ 60, "1 min 0 s" },
		{ 61, "1 min 1 s" },
		{ 119, "1 min 59 s" },
		{ 120, "2 min 0 s" },
		{ 3599, "59 min 59 s" },
		{ 3600, "1 h 0 min" },
		{ 3659, "1 h 0 min" },
		{ 3660, "1 h 1 min" },
		{ 7199, "1 h 59 min" },
		{ 7200, "2 h 0 min" },
		{ 90061, "25 h 1 min" },
	};
	static const struct {
		uint64_t microseconds;
		unsigned digits;
		const char *wanted;
	} seconds[] = {
		{ 0, 3, "0.000" },
		{ 999, 3, "0.000" },
		{ 1000, 3, "0.001" },
		{ 999999, 3, "0.999" },
		{ 1000000, 3, "1.000" },
		{ 1234567, 1, "1.2" },
		{ 1234567, 2, "1.23" },
		{ 1234567, 6, "1.234567" },
		{ 61000001, 6, "61.000001" },
	};

	out.fd = 2; /* nothing is flushed */
	for (size_t i = 0; i < sizeof(amounts) / sizeof(*amounts); i++) {
		cli_out_amount(&out, amounts[i].bytes);
		CHECK(amounts[i].wanted, said(amounts[i].wanted));
	}
	for (size_t i = 0; i < sizeof(durations) / sizeof(*durations); i++) {
		cli_out_duration(&out, durations[i].seconds);
		CHECK(durations[i].wanted, said(durations[i].wanted));
	}
	for (size_t i = 0; i < sizeof(seconds) / sizeof(*seconds); i++) {
		cli_out_seconds(
		    &out, seconds[i].microseconds, seconds[i].digits);
		CHECK(seconds[i].wanted, said(seconds[i].wanted));
	}
	cli_out_thousandths(&out, 0);
	CHECK("0.000", said("0.000"));
	cli_out_thousandths(&out, 12345);
	CHECK("12.345", said("12.345"));
	cli_out_thousandths(&out, 999);
	CHECK("0.999", said("0.999"));
	return check_done("amount_test");
}
