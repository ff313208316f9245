/*
 * lost_escapes_test.c - ISO-2022-JP without its escapes, and what only looks it
 */
#include "encodings/multi_byte.h"
#include "model/model.h"
#include "random.h"
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0, 0 } },
	{ "plain", UG_LIT("日本語 $5"), { 0, 0 } },
	{ "a word", UG_LIT("$B%U%!%$%k(B"),
	  UG_LIT("ファイル") },
	{ "kanji and kana", UG_LIT("$B$*CN$i$;(B"),
	  UG_LIT("お知らせ") },
	{ "kanji", UG_LIT("$BF|K\\8l(B"),
	  UG_LIT("日本語") },
	{ "a sentence", UG_LIT("$BL@F|$O1+$,9_$k$+$b$7$l$^$;$s!#(B"),
	  UG_LIT("明日は雨が降るかもしれません。") },
	{ "among ASCII", UG_LIT("Re: $B2q5D$N;qNA$K$D$$$F(B (3 / 5)"),
	  UG_LIT("Re: 会議の資料について (3 / 5)") },
	{ "runs in a row", UG_LIT("$B%U%!%$%kL>(B foo.txt $B$r!VJ]B8!W$7$^$7$?(B"),
	  UG_LIT("ファイル名 foo.txt を「保存」しました") },
	{ "one character takes part", UG_LIT("$BAk$r3+$1$F$/$@$5$$(B: $BAk(B A"),
	  UG_LIT("窓を開けてください: 窓 A") },
	{ "quotes", UG_LIT("'$B$*CN$i$;(B' $B$H(B \"$B%U%!%$%k(B\""),
	  UG_LIT("'お知らせ' と \"ファイル\"") },
	{ "the other sign, the other end", UG_LIT("$@%U%!%$%k(J x"),
	  UG_LIT("ファイル x") },
	{ "beside text beyond ASCII", UG_LIT("été: $B$*CN$i$;(B é"),
	  UG_LIT("été: お知らせ é") },
	{ "a caret for the escape", UG_LIT("^[$BF|K\\8l^[(B"),
	  UG_LIT("日本語") },
	{ "a picture of the escape", UG_LIT("\u241B$BF|K\\8l\u241B(B"),
	  UG_LIT("日本語") },
	{ "two carets, one end", UG_LIT("^[$BF|K\\8l(B"), { 0, 0 } },
	{ "open", UG_LIT("$BL@F|$O1+$,9_$k$+$b$7$l$^$;$s\n"),
	  UG_LIT("明日は雨が降るかもしれません\n") },
	{ "open, before CR LF", UG_LIT("$BAk$r3+$1$F$/$@$5$$\r\n"),
	  UG_LIT("窓を開けてください\r\n") },
	{ "open, and too short", UG_LIT("$BF|K\\8l"), { 0, 0 } },
	{ "open, and half a pair", UG_LIT("$BL@F|$O1+$,9_$k$+$b$7"),
	  UG_LIT("$BL@F|$O1+$,9_$k$+$b$7") },
	{ "open at the end of a sure line",
	  UG_LIT("$B$*CN$i$;(B: $BF|K\\8l"), UG_LIT("お知らせ: 日本語") },
	{ "another line is another matter",
	  UG_LIT("$B$*CN$i$;(B\n$BAk(B\n"), UG_LIT("お知らせ\n$BAk(B\n") },

	{ "one character", UG_LIT("$BAk(B"), { 0, 0 } },
	{ "nothing", UG_LIT("$B(B $@(J"), { 0, 0 } },
	{ "names", UG_LIT("$B$N$K$O(B"), { 0, 0 } },
	{ "formats", UG_LIT("$B%s%s%s%s(B"), { 0, 0 } },
	{ "names in a sure line", UG_LIT("$B$3$s$K$A$O(B, $B$*CN$i$;(B"),
	  UG_LIT("こんにちは, お知らせ") },
	{ "two characters of little weight", UG_LIT("$B$4O\"Mm(B"), { 0, 0 } },
	{ "a name in a sure line", UG_LIT("$B$*CN$i$;(B: $Bil12Do"),
	  UG_LIT("お知らせ: $Bil12Do") },
	{ "beyond ASCII in it", UG_LIT("$B%U%!é%$%k(B"), { 0, 0 } },
	{ "a sign before", UG_LIT("$Ba$B%U%!%$%k(B"), UG_LIT("$Baファイル") },
	{ "half a pair", UG_LIT("$B%U%!%$%(B"), { 0, 0 } },
	{ "a space in it", UG_LIT("$B%U%! %$%k(B"), { 0, 0 } },
	{ "no such row", UG_LIT("$B%U%!%$%k)x(B"), { 0, 0 } },
	{ "the escape itself", UG_LIT("\x1B$B%U%!%$%k\x1B(B"), { 0, 0 } },
	{ "escapes in a program", UG_LIT("\\x1b$B%U%!%$%k\\x1b(B "
	  "\\033$B%U%!%$%k\\033(B \\e$B%U%!%$%k(B"), { 0, 0 } },
	{ "escapes in words", UG_LIT("ESC $B%U%!%$%k(B <ESC>$B%U%!%$%k(B"),
	  { 0, 0 } },
};

/* None of these is Japanese. */
static const char *const others[] = {
	"echo $B",
	"echo \"${B}$B$C$D(B)\"",
	"set -- $A $B $C; for x in \"$@\"; do echo \"$x\"; done",
	"exec \"$@\"",
	"\"$@\"<\"$B\">\"$C\"",
	"[ \"$B\" = \"$C\" ] && B=$B$C",
	"printf '$B%s%s%s%s(B'",
	"printf \"$B%d%s%x(B",
	"test $B%2 -eq 0 || exit $B",
	"rm -rf $BUILD/$BIN(B)",
	"PATH=$BINDIR:$PATH; cd $BASE_DIR/lib(B",
	"$BAR($BAZ)",
	"$BUILD(B)",
	"case $@ in -B|$B) (B);; esac",
	"trap 'rm -f $B$$(B' EXIT",
	"awk '{print $B(B)}'",
	"my ($A,$B)=@_; return $B->(B);",
	"$B{$key}=$B[0](B);",
	"$Buffer=join($B,@B);print $Buffer(B",
	"print $B$A$C$D(B;",
	"sort {$a<=>$b} @$B;",
	"$B=~s/(A|B)/$B(J/g;",
	"local $@;eval{$B(B)};die$@if$@;",
	"$@=~/(B)/",
	"$$Bx(B)",
	"foreach my $B(@list){push@{$@},$B}",
	"The cost is $B5 per (B) unit",
	"US$B2000(Billion)",
	"A $B4.5(B) deal, or $B12bn(JPY)",
	"Price:$B12;$B13(B",
	"$BTC(BTC)",
	"$B=\\{x\\in A\\}$B(x)$",
	"Let $B(x)$ be (B",
	"$B_{n+1}(B)$",
	"$B'(B)=$B\\subset(B",
	"if $B\\subseteq A$(B), then $B=A$",
	"$B^{-1}AB$(J",
	"%.o: $B(B)",
	"$(BUILD): $@(B",
	"cc -o $@$<(B",
	"$@.tmp:$<;mv $@.tmp $@(B",
	"$(B)$(C)$B(B",
	"all:;$B/$@(B",
	"/^$B|^$@(B|C)/",
	"^[$B][^$@](B)",
	"s/$B.*$//;s/$@(J/x/",
	"(defun $B(x) (list x '$B(B)))",
	"(setq $B$ (cons $B(B))",
	"`(,$@(B) ,@$B)",
	"lda $B8,$99,$24(B",
	".byte $B8,$74,$14,$74,$70,$74,$CC,$75,$28,$75",
	".db $B0,$B1,$B2,$B3(B",
	"mov $B800,(Bx)",
	"dc.b $BE,$1E,$E9,$1F,$13,$1F,$3E,$1F,$69,$1F,$94",
	"const b = ($B8DB38EF, $B4F7(B));",
	"jmp $BFFF(B",
	"M_Q$0%O\\3%!7_&!4;_Q@2%O\\7$@S_-S$A_SLW(?\\T-\"'_-C0L_Q<6%?\\D(B",
	"M*$B0#$@%!(B$`'4F:6,@<W1R:6YG($BA<V4V-\"",
	"aGVsbG8$BQUFBQ0(B=",
	"12:04:11 [$B] worker(B) done in 3ms",
	"user=$B id=$@ host=(B)",
	"GET /a?$B=1&x=(B HTTP/1.1",
	"$Blob(Bytes), $Bitmap(Big), $Boolean(Json)",
	"$BillDate(Jan) $BaseName(B",
	"$BackgroundColor(Blue)",
	"$BucketName(Bool)",
	"$Brand$Type(Join)",
	"$Back$Last(Base)",
	"$B!$B!$B!(B!",
	"$B$B$B$B(B)",
	"%B$B%B(B %A%B",
	"SELECT $B,$C FROM t WHERE x IN(B)",
	"$B&&$C||$D(B)",
	"<a href=\"$B\">(B)</a>",
	"$B1+$B2*$B3(B3)",
	"=$B$1*$C$2(B",
	"=SUM($B$2:$B$9)/$B$10(B",
	"$B$2$B$3$B$4(B",
	"$Bar(B) $Baz(B) $Bam(B)",
	"$BYTES(B) $BASE1(B) $BEEF(BABE)",
	"$@<$@%$@(B",
	"\"$B%Y-%m-%d(B",
	"$B%Y%m%d%H%M%S(B)",
	"$B;$C;$D;(B",
	"0$B@example.org (Bob)",
};

static void
check_others(void)
{
	const struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90 };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		const struct pass_row row = { others[i],
			{ others[i], strlen(others[i]) }, { 0, 0 } };

		check_pass_rounds(&ug_pass_lost_escapes, &scope, &row, 1, 0);
	}
}

/* What is spelt out is left; without its first sign it is no escape. */
static void
check_spelt(void)
{
	static const char *const spelt[] = { "\x1B", "\\x1b", "\\x1B",
		"\\033", "\\e", "\\E", "\\u001b", "\\u001B", "ESC", "ESC ",
		"ESC>", "%1B", "=1B" };

	for (size_t i = 0; i < sizeof(spelt) / sizeof(*spelt); i++)
		for (size_t from = 0; from < 2; from++) {
			struct ug_edits edits;
			char text[32];

			snprintf(text, sizeof(text), "%s$B%%U%%!%%$%%k(B",
			    spelt[i] + from);
			pass_look(&ug_pass_lost_escapes, text, (struct
			    ug_text){ text, strlen(text) }, &edits);
			CHECK(text, edits.n == from);
			ug_edits_free(&edits);
		}
}

/* A run of so many pairs, and what it gains as the model has it. */
struct drawn {
	char text[2 * 12 + 5];
	size_t len;
	int gain;
	bool names; /* that is what it may be */
};

/* Draw one, of kana and kanji that are met often. */
static struct drawn
run_draw(size_t n, bool closed, uint64_t *seed)
{
	static const char pairs[] = "$N$r$K$O$,$G$H$F$7$$$*$i$;%U%!%$%k%s"
	    "F|K\\8lCN2q5DL@1+9_Ak3+;qNAJ]EL";
	const size_t japanese = ug_language_of("ja");
	struct ug_glyph last = UG_GLYPH_EDGE;
	struct drawn run = { "$B", 2, (int)n * (closed ? 800 : 650), true };

	for (size_t i = 0; i < n; i++, run.len += 2) {
		char *const pair = run.text + run.len;
		unsigned char euc[2];
		unsigned state = 0;
		struct ug_glyph glyph;

		memcpy(pair, pairs + random_next(seed) %
		    (sizeof(pairs) / 2) * 2, 2);
		euc[0] = (unsigned char)pair[0] | 0x80;
		euc[1] = (unsigned char)pair[1] | 0x80;
		glyph = ug_glyph_of(ug_multi_byte_next(UG_EUC_JP, euc, 2,
		    &state).c);
		run.gain -= ug_pair_cost(japanese, last, glyph);
		last = glyph;
		run.names = run.names && pair[0] <= '%' &&
		    ug_ascii_is_alnum(pair[1]);
	}
	if (closed) {
		memcpy(run.text + run.len, "(J", 2);
		run.len += 2;
	}
	return run;
}

/* It is made text if it gains enough, in all and for each character. */
static void
check_gains(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .confidence = 90,
		.scratch = &scratch };
	struct ug_edits edits;
	uint64_t seed = 1;
	size_t just = 0, short_of = 0, thin = 0, names = 0;

	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < 40000; i++) {
		const size_t n = 1 + i / 2 % 12;
		const struct drawn run = run_draw(n, i % 2 == 0, &seed);
		const bool enough = run.gain >= 600;
		const bool each = run.gain >= 100 * (int)n;

		ug_edits_clear(&edits);
		CHECK("gain", ug_pass_lost_escapes.find(&scope,
		    (struct ug_text){ run.text, run.len }, &edits) ==
		    UNGARBLE_OK);
		CHECK("gain", (edits.n == 1) == (enough && each &&
		    !run.names));
		CHECK("gain", edits.n == 0 || (edits.v[0].at == 0 &&
		    edits.v[0].len == run.len && edits.v[0].margin ==
		    (run.gain - 600) * 10 && edits.v[0].confidence == 97));
		just += enough && run.gain < 620 && edits.n == 1;
		short_of += run.gain >= 590 && !enough;
		thin += enough && !each;
		names += enough && each && run.names;
	}
	printf("%zu just enough, %zu not quite, %zu for too many, %zu names\n",
	    just, short_of, thin, names);
	CHECK("limits", just > 0 && short_of > 0 && thin > 0 && names > 0);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_lost_escapes, rows, sizeof(rows) / sizeof(*rows));
	check_others();
	check_spelt();
	check_gains();
	return check_done(argv[0]);
}
