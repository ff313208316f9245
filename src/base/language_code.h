/*
 * language_code.h - one code for each language
 */
#ifndef UG_LANGUAGE_CODE_H
#define UG_LANGUAGE_CODE_H

/*
 * Put a code of ISO 639, of two or three letters in lower case, in the form in
 * which languages are named here: two letters where there are such.
 */
void ug_language_code_fold(char code[4]);

#endif /* UG_LANGUAGE_CODE_H */
