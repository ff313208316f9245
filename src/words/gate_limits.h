/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * us_speeches.txt   -100.00 -100.00 -34.65   -72.35 -25.30  6.28 0.0003 0.0000
 * wikitext2.txt     -100.00  -79.45 -13.51   -59.50 -19.57  8.48 0.0000 0.0000
 * movie_reviews.txt -100.00  -92.83 -28.01   -60.22 -23.12  5.11 0.0000 0.0000
 * un_debates.txt    -100.00 -100.00 -31.24   -70.02 -26.09  6.96 0.0000 0.0000
 * technical.txt     -100.00    0.00   3.21  -100.00   0.00  5.84 0.0000 0.0000
 */

#define GATE_LIMITS_LEXICON 0x5983075bu
#define GATE_WIDE 1648
#define GATE_NEAR 616
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
