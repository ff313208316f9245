/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * press.txt         -100.00 -100.00 -28.44   -63.75 -25.74  6.00 0.0000 0.0000
 * technology.txt    -100.00 -100.00 -54.66   -81.89 -33.98 -0.96 0.0000 0.0000
 * business.txt      -100.00 -100.00 -54.15   -88.43 -31.27 -1.20 0.0000 0.0000
 * encyclopedia.txt  -100.00  -78.87  -8.99   -83.85 -19.62 15.55 0.0002 0.0000
 * crypto.txt        -100.00 -100.00 -45.33   -82.85 -29.83 -1.42 0.0000 0.0000
 * offices.txt       -100.00 -100.00 -63.45   -77.59 -33.47  1.63 0.0000 0.0000
 * health.txt        -100.00 -100.00 -25.33   -75.15 -28.24  4.87 0.0000 0.0000
 * textbooks.txt     -100.00 -100.00 -30.91   -94.47 -26.11  7.72 0.0000 0.0000
 * recipes.txt       -100.00  -83.86 -42.28   -46.55 -21.01 -0.59 0.0000 0.0000
 * us_speeches.txt   -100.00 -100.00 -27.69   -60.93 -25.81  2.08 0.0000 0.0000
 * movie_reviews.txt -100.00  -87.67 -25.49   -53.01 -21.83  5.47 0.0001 0.0000
 * un_debates.txt    -100.00  -91.05 -24.97   -59.46 -22.72  7.78 0.0001 0.0000
 * technical.txt     -100.00 -100.00   3.17  -100.00 -30.00  5.80 0.0000 0.0000
 * fiction.txt       -100.00  -70.48  -1.82   -58.31 -17.55 12.22 0.0016 0.0000
 * law.txt           -100.00  -86.29 -13.09   -64.71 -21.19 16.28 0.0004 0.0000
 */

#define GATE_LIMITS_LEXICON 0xbae32448u
#define GATE_WIDE 2428
#define GATE_NEAR 414
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
