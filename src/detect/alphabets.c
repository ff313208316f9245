/*
 * alphabets.c - the letters beyond ASCII of languages, and their small words
 *
 * A text keeps to one alphabet, and its small words say which: letters that one
 * language has together make a reading likely, letters that no language has
 * together make it unlikely.
 *
 *	Czech has both e with caron and r with caron; French has neither.
 *
 * The order of the letters stands for their frequency.
 */
#include <stddef.h>

#include "alphabets.h"

#define RARE 25 /* a language that needs these letters for foreign words only */

/* clang-format off */
static const struct ug_alphabet alphabets[] = {
	{ UG_LATIN, u"éèêïñçüöáâàíóôëä",
	  " the of and to in is for that with on you are this be it not "
	  "from or as at by an was has have will can if we he your "
	  "all new ", RARE },
	{ UG_LATIN, u"éèàêçôûùîâëïœüæÿ",
	  " de la le les et des en un une du est que pour dans qui par sur pas "
	  "il ne se au ce plus vous avec sont ou son cette aux je "
	  "sa ses nous ", 0 },
	{ UG_LATIN, u"üäößéà",
	  " der die und das den von zu mit ist ein eine nicht auf im dem sich "
	  "des "
	  "als auch es an werden aus er hat dass sie nach wird bei "
	  "einer um am sind noch wie einem oder ich aber haben nur "
	  "war wir zum zur vom ", 0 },
	{ UG_LATIN, u"óíáéñúü",
	  " de la que el en los se las por un para con una del es su lo "
	  "y al como o no sus este ha sin sobre entre son ", 0 },
	{ UG_LATIN, u"ãçáéíóêõúâàôü",
	  " de que do da em um para com uma os no se na por as dos ao "
	  "o a e mais como foi das ou pela seu sua nos ser pelo ", 0 },
	{ UG_LATIN, u"èàùòìéî",
	  " di che la il un per in una non del sono con della le si da e i "
	  "al dei come nel alla o gli lo ha delle anche su dal ma ", 0 },
	{ UG_LATIN, u"óàèéíçúïòü",
	  " de la que els les per amb del un una el en i a no es ", 0 },
	{ UG_LATIN, u"ëéïèöüáêôî",
	  " de het een van en in is dat op te zijn met voor niet die "
	  "aan er om ook als bij door naar uit kan wordt of maar ", 12 },
	{ UG_LATIN, u"äåöé",
	  " och att det som en den av med till inte om har de "
	  "i ett var han men vi kan hade sig eller vid ", 0 },
	{ UG_LATIN, u"øåæéóòôü",
	  " og det at en af er til den for som med ikke der av i har "
	  "de et han var fra vi kan om eller sig seg men ", 0 },
	{ UG_LATIN, u"äöåšž",
	  " ja on ei se oli mutta kun niin ovat tai joka voi sen ", 0 },
	{ UG_LATIN, u"íáðóéöþúæý",
	  " og er sem um til ekki var en hann af sig eru ", 0 },
	{ UG_LATIN, u"íøáðóæúý",
	  " og at er sum til ikki av hann ein ", 8 },
	{ UG_LATIN, u"äõüöšž",
	  " ja on ei see oli et kui ka mis ning ", 0 },
	{ UG_LATIN, u"ęłążśóćńź",
	  " w i na z do nie to jest od po ze za jak przez lub "
	  "o dla ale jego tego tym co przy oraz tak ma nad ", 0 },
	{ UG_LATIN, u"íáěéýřčžšůúťňóďö",
	  " a v na se je to do z pro ve od ale jako nebo ", 0 },
	{ UG_LATIN, u"áíéčýžúšľťôňóďäŕĺ",
	  " a v na sa je to do z pre aj ako od alebo ", 0 },
	{ UG_LATIN, u"áéöóőíüűú",
	  " a az hogy nem is egy ez volt meg csak de van ", 0 },
	{ UG_LATIN, u"ăîâşţșț",
	  " de la a cu pe din care este nu se un sau pentru o ", 0 },
	{ UG_LATIN, u"čšžćđ",
	  " je u se da na za i su od ne ili to kao in so pa ki ", 0 },
	{ UG_LATIN, u"ışğüçöİâîû",
	  " bir ve bu ne ile de da olarak olan her ", 0 },
	{ UG_LATIN, u"ėšįžųčūąę",
	  " ir kad yra ne su kaip bet tai ar ", 0 },
	{ UG_LATIN, u"āīēšūņļžķģčōŗ",
	  " un ir ka no ar par bet kas ", 0 },
	{ UG_LATIN, u"đâêôơưăáàéíóúãòùèìõýĩũ",
	  " cho trong thi ra khi hay con nay ", 0 },
	{ UG_LATIN, u"ëç",
	  " dhe e i nuk se ka me ", 0 },
	{ UG_LATIN, u"ħżġċàèòù",
	  " il ta li u fil ma ", 6 },
	{ UG_LATIN, u"ĉĝŝŭĥĵ",
	  " la de kaj en estas ne al ", 0 },
	{ UG_LATIN, u"íáéóú",
	  " agus an na ar is go sa ", 4 },
	{ UG_LATIN, u"ŵŷâêîôûáïë",
	  " yn y ar i o mae yr ei ", 8 },
	{ UG_LATIN, u"ñùêüû",
	  " ar ha an da en er ", 8 },

	{ UG_GREEK, u"αοιετσνηυρπκμλςωόίάέδήγχθύώφβξζψϊϋΐΰ", NULL, 0 },

	{ UG_CYRILLIC, u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", NULL, 0 },
	{ UG_CYRILLIC, u"оанитвреслкідмупязьбгчйхжїшюцєщфґ", NULL, 0 },
	{ UG_CYRILLIC, u"аніртсклодеыувмяпзьгўбчхшцюжэйёф", NULL, 0 },
	{ UG_CYRILLIC, u"аоеитнврслкдпмзуягъбчщжхшцфюйь", NULL, 0 },
	{ UG_CYRILLIC, u"аоиенрстјукдвмплзбчгшцњжћљхђфџ", NULL, 0 },
	{ UG_CYRILLIC, u"аоиетнрсвкдлмпузјбгшчцжхќњѓљџфѕ", NULL, 0 },
	{ UG_CYRILLIC, u"аеынтілрқсдоумғбкйзөжшұүпгңһәияхвцфчэющъьё", NULL, 6 },
	{ UG_CYRILLIC, u"аоинртдеимурувҳсшбкӣзғгқпяхҷӯъёфчйюлэж", NULL, 6 },

	{ UG_HEBREW, u"יולהאתרבמשנםדקחעפצגכטזסןךץף", NULL, 0 },
	{ UG_ARABIC, u"اليمونرتبعدسفهكقحةجأىشطصخضذغثزئءظؤإآ", NULL, 0 },
	{ UG_ARABIC, u"ایردنمهوتسبشکگخزفلپعجقحچآصطضغيكذثظئءژ", NULL, 0 },
	{ UG_ARABIC, u"ایرکےوںنمسہلتبدپھگجشعفقچحٹخزڑصطضڈآئغذثظؤء", NULL, 4 },
	{ UG_THAI, u"านรอกเงมยลวดทส่้ัตีิบปะคำหไแจขชพผใุูื์ถธซึณฟโศญๆฎฐ็", NULL, 0 },
};
/* clang-format on */

_Static_assert(sizeof(alphabets) / sizeof(*alphabets) <= UG_N_ALPHABETS,
    "alphabets.h");

const struct ug_alphabet *
ug_alphabet_at(unsigned i)
{
	return i < sizeof(alphabets) / sizeof(*alphabets) ? &alphabets[i]
	    : NULL;
}
