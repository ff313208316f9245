/*
 * mixed.c - text of every kind of damage and of none, from a seed
 */
#include "harness.h"

#include <string.h>

#include "random.h"

static const char *const clean_lines[] = {
	"The ferry leaves at nine, and the harbour is quiet until then.\n",
	"Nobody had told the gardener that the gate would be locked.\n",
	"Le café de la gare ouvre à six heures ; on y boit un thé brûlant.\n",
	"Die Brücke über den Fluss wird im Frühjahr neu gestrichen.\n",
	"Вчера мы долго шли вдоль реки и говорили о погоде.\n",
	"Η βάρκα έφυγε πριν από το ξημέρωμα.\n",
	"駅前の本屋は今日も混んでいました。\n",
	"우리는 저녁에 시장에서 만나기로 했다.\n",
	"في الصباح فتح البائع دكانه الصغير.\n",
	"ตลาดเช้าเปิดก่อนพระอาทิตย์ขึ้น\n",
	"Đêm qua trời mưa to, sáng nay đường vẫn còn ướt.\n",
	"Žluťoučký kůň šel pomalu přes most k mlýnu.\n",
	"“Are you coming?” she asked – and he wasn’t sure.\n",
	"x = f(a[i], \"b\\n\"); /* nothing to see here */\n",
	"AÇÃO E REAÇÃO: LIÇÕES PARA AMANHÃ\n",
	"| 12 | 3,5 | ½ | €40 | n° 7 |\n",
	"└── src ├── main │ └── test\n",
	"😀 👍🏽 all is well ❤️\n",
};

static const char *const garbled_lines[] = {
	"Le cafÃ© de la gare ouvre Ã  six heures ; on y boit un thÃ©.\n",
	"The gardener didnâ€™t know that the gate would be â€œlockedâ€\xc2\x9d" ".\n",
	"Ð’Ñ‡ÐµÑ€Ð° Ð¼Ñ‹ Ð´Ð¾Ð»Ð³Ð¾ ÑˆÐ»Ð¸ Ð²Ð´Ð¾Ð»ÑŒ Ñ€ÐµÐºÐ¸.\n",
	"Die BrÃƒÂ¼cke ÃƒÂ¼ber den Fluss wird neu gestrichen.\n",
	"She said \xc2\x93" "yes\xc2\x94" " and he didn\xc2\x92" "t answer.\n",
	"The keeper of the lighthouse painted the railing. of the tower.\n",
	"Nothing moved on the water. . The gulls had gone inland.\n",
};

static const char *const byte_lines[] = {
	"Le caf\xe9 de la gare ouvre \xe0 six heures, le th\xe9 est br\xfblant.\n",
	"L'\xe9t\xe9 dernier, nous avons repeint la cl\xf4ture du jardin.\n",
	"caf\xe9 and caf\xc3\xa9 on one line, and that\xe2\x80\x99s all\n",
	"a lone \xff byte, a cut \xe2\x82 sequence, an overlong \xc0\xaf one\n",
	"\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8\r\n",
	"\x1b$BF|K\\$NK\\\x1b(B, on the third shelf\n",
	"the sign ~{VPND~} over the door ~~ and no other\n",
	"Le caf+AOk- de la gare ouvre +AOA- six heures.\n",
	"\x1b[1mbold\x1b[0m, a++ + ++b, ~{x,y}, \x1b(B and \x0eTITLE\x0f\n",
	"a line\n\xff\xfe no mark, \xfe\xff neither\n",
	"another\n\xfe\xff none\n\x01\x02 odd at its start\n",
};

/* One paragraph as a synonym spinner leaves it, and its sequel. */
static const char *const spun_lines[] = {
	"Officers mentioned the brand new bridge can be prepared earlier than "
	"the top of the 12 months, in response to the Chinese language companies "
	"that are constructing it collectively with native employees.\n",
	"“We’ll proceed to enhance the street,” the mayor instructed reporters "
	"at an information convention, including that extra money was wanted "
	"for the following part of the venture.\n",
	"Nevertheless, folks residing close to the river mentioned they’d not "
	"been requested, and the bulk feared that the noise would have an effect "
	"on their youngsters’s sleep.\n",
	"The corporate, which has offered metal for many years, denied that its "
	"merchandise have been chargeable for the delay and blamed the climate, "
	"saying it had solely a couple of weeks to ship the supplies.\n",
	"Along with the bridge, the federal government desires to spend a "
	"billion {dollars} on photo voltaic panels, and on the coronary heart "
	"of the plan is an influence plant that is ready to present electrical "
	"energy to the whole nation.\n",
};

static const char *const line_ends[] = { "\n", "\r\n", "\n\n", "\n \n" };

#define N(array) (sizeof(array) / sizeof(*(array)))
#define PICK(array, seed) ((array)[random_next(seed) % N(array)])

/* A line without an end, of one kind of text. */
static void
mixed_long(struct bytes *out, uint64_t *seed)
{
	const char *const line = random_next(seed) % 3 == 0 ?
	    PICK(garbled_lines, seed) : PICK(clean_lines, seed);
	const size_t n = (size_t)(random_next(seed) % 3000);

	for (size_t i = 0; i < n; i++)
		bytes_add(out, line, strlen(line) - 1);
}

static void
mixed_some(struct bytes *out, uint64_t *seed)
{
	const size_t n = (size_t)(random_next(seed) % 20) + 1;
	const uint64_t kind = random_next(seed) % 100;

	for (size_t i = 0; i < n; i++) {
		if (kind < 40)
			bytes_string(out, PICK(clean_lines, seed));
		else if (kind < 65)
			bytes_string(out, PICK(garbled_lines, seed));
		else if (kind < 80)
			bytes_string(out, PICK(byte_lines, seed));
		else if (kind < 90)
			bytes_string(out, spun_lines[i % N(spun_lines)]);
		else
			bytes_string(out, random_next(seed) % 2 == 0 ?
			    PICK(clean_lines, seed) :
			    PICK(garbled_lines, seed));
		if (random_next(seed) % 8 == 0)
			bytes_string(out, PICK(line_ends, seed));
	}
	if (kind == 99)
		mixed_long(out, seed);
	if (kind == 98)
		bytes_add(out, "\0\x01\x02", 3);
}

void
spun_make(struct bytes *out, size_t len)
{
	for (size_t i = 0; out->len < len; i++)
		bytes_string(out, spun_lines[i % N(spun_lines)]);
}

void
sparse_make(struct bytes *out, size_t len, uint64_t seed)
{
	while (out->len < len) {
		const size_t n = (size_t)(random_next(&seed) % 400) + 50;

		for (size_t i = 0; i < n; i++)
			bytes_string(out, PICK(clean_lines, &seed));
		bytes_string(out, PICK(byte_lines, &seed));
		bytes_string(out, PICK(garbled_lines, &seed));
	}
}

void
mixed_make(struct bytes *out, size_t len, uint64_t seed)
{
	while (out->len < len)
		mixed_some(out, &seed);
}
