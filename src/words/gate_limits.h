/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * us_speeches.txt   -100.00  -99.85 -39.24   -67.10 -24.79  5.06 0.0002 0.0000
 * wikitext2.txt     -100.00  -79.07 -13.89   -61.20 -19.56  7.30 0.0001 0.0000
 * movie_reviews.txt -100.00  -92.17 -27.78   -60.28 -22.95  5.95 0.0001 0.0000
 * un_debates.txt    -100.00 -100.00 -30.30   -68.99 -25.90  6.88 0.0000 0.0000
 * technical.txt     -100.00    0.00   2.93  -100.00   0.00  5.97 0.0000 0.0000
 */

#define GATE_LIMITS_LEXICON 0x079bc520u
#define GATE_WIDE 1530
#define GATE_NEAR 612
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
