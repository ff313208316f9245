/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * feeds.txt         -100.00  -91.74 -33.18   -59.94 -23.00  5.46 0.0000 0.0000
 * student_paper.txt -100.00  -95.87 -22.73   -65.72 -23.97  5.59 0.0001 0.0000
 * magazines.txt     -100.00 -100.00   0.00   -81.04 -27.39  7.14 0.0000 0.0000
 * gadgets.txt       -100.00 -100.00 -47.69   -86.28 -33.30  1.28 0.0000 0.0000
 * crypto.txt        -100.00 -100.00 -46.79   -74.37 -28.89  3.37 0.0000 0.0000
 * offices.txt       -100.00 -100.00 -61.86   -69.62 -32.03  1.09 0.0000 0.0000
 * health.txt        -100.00 -100.00 -33.10   -74.64 -28.16  4.66 0.0001 0.0000
 * textbooks.txt     -100.00 -100.00 -28.88   -68.45 -26.57  7.22 0.0000 0.0000
 * recipes.txt       -100.00  -83.22 -45.52   -42.36 -20.66 -2.40 0.0000 0.0000
 * us_speeches.txt   -100.00  -90.48 -33.53   -65.33 -22.33  4.15 0.0003 0.0000
 * wikitext2.txt     -100.00  -72.35 -11.22   -52.26 -17.88  7.47 0.0000 0.0000
 * movie_reviews.txt -100.00  -85.65 -24.92   -55.39 -21.32  4.73 0.0000 0.0000
 * un_debates.txt    -100.00  -92.40 -23.39   -61.46 -23.06  8.98 0.0000 0.0000
 * technical.txt     -100.00 -100.00   4.98  -100.00 -28.80  8.00 0.0000 0.0000
 * fiction.txt       -100.00  -69.69  -1.60   -62.28 -17.35 14.89 0.0012 0.0000
 * law.txt           -100.00  -84.02 -10.56   -64.24 -20.54 16.10 0.0011 0.0000
 */

#define GATE_LIMITS_LEXICON 0x079bc520u
#define GATE_WIDE 2410
#define GATE_NEAR 719
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
