/*
 * plain_east_test.c - lines of East Asia that are plain, and that are not
 */
#include "characters/plain.h"

#include "check.h"
#include "failing.h"

static const char *const plain_lines[] = {
	"我们明天去学校学习中文，今天天气很好。",
	"我們明天去學校學習中文，今天天氣很好。\n",
	"今日は天気がよいので、新しい図書館まで歩いて行きました。",
	"ひらがなだけでもわかります。",
	"우리는 내일 학교에서 한국어를 공부합니다.",
	"用Python写的程序（版本 3.11）：“你好”——再见……",
	"Python で書かれたプログラムを実行します。",
	"我们明天去学校a学习中b文，今天天气很好。",
	"我们明天去学校a，习b中文，今天天气很好。",
	"我们明天去学校a1习b中文，今天天气很好。",
};

static const char *const other_lines[] = {
	"今日は",                                   /* tells too little */
	"面看怀坍の谰の孟妨は、くっきりとした滦救を百している。",
	"縺ｾ縺溘∝ｽｼ繧峨�ｮ繝ｫ繝ｼ繝ｳ蜉蟾･縺ｮ",
	"銉囥儠銈┿儷銉堛仹 HTML 銉°兗銉倰閫佷俊",
	"Les pi猫ges de Manzivan sont c茅l猫bres",
	"Im Blatt ist nicht genﾃｼgend Platz fﾃｼr alle Datenspalten vorhanden.",
	"我们明天去学校学习中文\\n今天天气很好。",
	"我们明天去学校学习中文&#12290;今天天气很好。",
	"我们明天去学校学习中文é今天天气很好。",
	"Solche Vergleiche sind jedoch immer relativ 今天天气, da sie nichts.",
	"我们明天去学校学习中文\x01今天天气很好。",
	"我们明天去学校𠀀学习中文，今天天气很好。",
	"我们明天去学校a习b中文，今天天气很好。",
	"我们明天去学校a习中b文，今天天气很好。",
};

static struct ug_text
text_of(const char *s)
{
	return (struct ug_text){ s, strlen(s) };
}

/* Without memory nothing is plain, and it is told. */
static void
test_no_memory(void)
{
	struct failing memory = { .left = 0 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_plain plain = { .alloc = &alloc };
	bool is;

	CHECK("memory", !ug_plain_east(&plain, text_of(plain_lines[0])) &&
	    plain.no_memory);
	CHECK("memory", ug_plain_is(&plain, text_of(plain_lines[0]), true,
	    &is) == UNGARBLE_ENOMEM);
	ug_plain_free(&plain);
}

int
main(int argc, char *argv[])
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	bool is;

	(void)argc;
	for (size_t i = 0; i < sizeof(plain_lines) / sizeof(*plain_lines); i++)
		CHECK(plain_lines[i], ug_plain_east(&plain,
		    text_of(plain_lines[i])) &&
		    ug_plain_is(&plain, text_of(plain_lines[i]), true, &is) ==
		    UNGARBLE_OK && is);
	for (size_t i = 0; i < sizeof(other_lines) / sizeof(*other_lines); i++)
		CHECK(other_lines[i], !ug_plain_east(&plain,
		    text_of(other_lines[i])));
	ug_plain_free(&plain);
	test_no_memory();
	return check_done(argv[0]);
}
