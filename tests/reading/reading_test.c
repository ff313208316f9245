/*
 * reading_test.c - streams of bytes in one encoding, in several, in none
 */
#include <string.h>

#include "check.h"
#include "stream/harness.h"

static const struct {
	const char *name, *fixes;
	const char *in;
	size_t len;
	const char *out;
	uint64_t n_spans, n_invalid;
} rows[] = {
#define ROW(name, fixes, in, out, spans, invalid) \
	{ name, fixes, in, sizeof(in) - 1, out, spans, invalid }
	ROW("ascii", "encoding", "one\ntwo\n", "one\ntwo\n", 1, 0),
	ROW("utf-8", "encoding", "caf\xc3\xa9\nplain\n", "café\nplain\n", 1, 0),
	ROW("ascii, then utf-8", "encoding", "plain\ncaf\xc3\xa9\n",
	    "plain\ncafé\n", 1, 0),
	ROW("windows-1252", "encoding",
	    "Le caf\xe9 est ferm\xe9 l'apr\xe8s-midi\n\x93tr\xe8s bien\x94\n",
	    "Le café est fermé l'après-midi\n“très bien”\n", 1, 0),
	ROW("windows-1251", "encoding",
	    "\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8 "
	    "\xe2\xe4\xee\xeb\xfc \xf0\xe5\xea\xe8\n",
	    "Вчера мы долго шли вдоль реки\n", 1, 0),
	ROW("a line that another encoding reads alike", "encoding",
	    "Az \xf5r\xfclt t\xfbzolt\xf3 kivitte a n\xf5t \xe9s a kuty\xe1t.\n"
	    "Az \xf5r\xfclt t\xfbzolt\xf3 kivitte a n\xf5t \xe9s a macsk\xe1t.\n"
	    "D\xe9lut\xe1n s\xe9t\xe1lni ment\xfcnk a h\xed" "don \xe1t.\n",
	    "Az őrült tűzoltó kivitte a nőt és a kutyát.\n"
	    "Az őrült tűzoltó kivitte a nőt és a macskát.\n"
	    "Délután sétálni mentünk a hídon át.\n", 1, 0),
	ROW("a line of each", "encoding",
	    "L'\xc3\xa9t\xc3\xa9 commence bient\xc3\xb4t\n"
	    "Le caf\xe9 est ferm\xe9 l'apr\xe8s-midi\n"
	    "L'\xc3\xa9t\xc3\xa9 est d\xc3\xa9j\xc3\xa0 fini\n",
	    "L'été commence bientôt\nLe café est fermé l'après-midi\n"
	    "L'été est déjà fini\n", 3, 0),
	ROW("a stray byte leaves its neighbours alone", "encoding",
	    "d\xc3\xa9j\xc3\xa0 vu: caf\xe9, \xe2\x80\x9cth\xc3\xa9\xe2\x80\x9d\n",
	    "déjà vu: café, “thé”\n", 1, 0),
	ROW("a bad byte among Thai", "encoding",
	    "สวัสดีครับวันนี้อากาศดีมาก\xff\n", "สวัสดีครับวันนี้อากาศดีมากÿ\n", 1, 0),
	ROW("a bad byte amid Japanese", "encoding",
	    "駅前の本屋は\xff今日も混んでいました。\n",
	    "駅前の本屋はÿ今日も混んでいました。\n", 1, 0),
	ROW("a cut character before a line end", "encoding",
	    "駅前の本屋は今日も混んでいました\xe3\x80\n",
	    "駅前の本屋は今日も混んでいました\xef\xbf\xbd\n", 1, 1),
	ROW("a character cut short", "encoding",
	    "d\xc3\xa9j\xc3\xa0 vu: \xe2\x80\nth\xc3\xa9 gl\xc3\xa0"
	    "c\xc3\xa9\n", "déjà vu: \xef\xbf\xbd\nthé glàcé\n", 1, 1),
	ROW("utf-16le with a mark", "encoding",
	    "\xff\xfe\xe9\0t\0\xe9\0\n\0", "\xef\xbb\xbf" "été\n", 1, 0),
	ROW("utf-16be without", "encoding",
	    "\0T\0h\0e\0 \0f\0e\0r\0r\0y\0 \0l\0e\0a\0v\0e\0s\0\n",
	    "The ferry leaves\n", 1, 0),
	ROW("utf-8 with a control in it", "encoding", "caf\xc3\xa9\x01x\xc3\xa9\n",
	    "café\x01" "xé\n", 1, 0),
	ROW("utf-8 with a mark", "encoding", "\xef\xbb\xbfplain\n",
	    "\xef\xbb\xbfplain\n", 1, 0),
	ROW("a declaration becomes true", "encoding,declarations",
	    "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
	    "<p>\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8 "
	    "\xe2\xe4\xee\xeb\xfc \xf0\xe5\xea\xe8</p>\n",
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<p>Вчера мы долго шли вдоль реки</p>\n", 2, 0),
	ROW("a declaration that is no news", "encoding,declarations",
	    "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
	    "<p>d\xc3\xa9j\xc3\xa0</p>\n",
	    "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
	    "<p>déjà</p>\n", 1, 0),
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct run run = { 0 };
		struct ungarble_options opts = run_options(&run);

		opts.fixes = rows[i].fixes;
		run_stream(&run, &opts, rows[i].in, rows[i].len, CUT_NOWHERE,
		    0);
		CHECK(rows[i].name, run.err == UNGARBLE_OK);
		if (!CHECK(rows[i].name, run.out.len == strlen(rows[i].out) &&
		    memcmp(run.out.s, rows[i].out, run.out.len) == 0))
			fprintf(stderr, "got: %.*s", (int)run.out.len,
			    run.out.s);
		CHECK(rows[i].name, run.n_spans == rows[i].n_spans);
		CHECK(rows[i].name, run.n_invalid == rows[i].n_invalid);
		run_free(&run);
	}
	return check_done(argv[0]);
}
