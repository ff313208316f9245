/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * feeds.txt         -100.00  -93.51 -32.97   -59.57 -23.47  5.34 0.0000 0.0000
 * student_paper.txt -100.00  -96.75 -24.88   -65.62 -24.19  6.10 0.0001 0.0000
 * magazines.txt     -100.00 -100.00   0.00   -79.86 -27.69  7.09 0.0000 0.0000
 * gadgets.txt       -100.00 -100.00 -48.96   -85.89 -33.72  1.51 0.0000 0.0000
 * crypto.txt        -100.00 -100.00 -48.11   -76.88 -29.41  3.47 0.0000 0.0000
 * offices.txt       -100.00 -100.00 -60.95   -70.04 -32.86  1.80 0.0000 0.0000
 * health.txt        -100.00 -100.00 -36.66   -75.63 -27.82  5.01 0.0001 0.0000
 * textbooks.txt     -100.00 -100.00 -28.22   -69.32 -26.64  7.91 0.0001 0.0000
 * recipes.txt       -100.00  -83.19 -40.94   -43.66 -20.89 -2.46 0.0000 0.0000
 * us_speeches.txt   -100.00  -91.46 -30.10   -67.71 -22.71  6.67 0.0006 0.0000
 * wikitext2.txt     -100.00  -72.47 -10.64   -52.62 -17.91  7.43 0.0000 0.0000
 * movie_reviews.txt -100.00  -86.59 -27.82   -55.17 -21.55  3.05 0.0000 0.0000
 * un_debates.txt    -100.00  -92.66 -23.91   -61.34 -23.12  8.02 0.0001 0.0000
 * technical.txt     -100.00 -100.00   5.28  -100.00 -29.37  8.00 0.0000 0.0000
 * fiction.txt       -100.00  -69.98   3.84   -59.75 -17.42 17.15 0.0015 0.0000
 * law.txt           -100.00  -81.48  -6.65   -63.96 -19.30 22.59 0.0058 0.0000
 */

#define GATE_LIMITS_LEXICON 0x5983075bu
#define GATE_WIDE 3059
#define GATE_NEAR 644
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
