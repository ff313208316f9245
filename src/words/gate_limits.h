/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * press.txt         -100.00 -100.00 -28.46   -63.19 -25.73  5.75 0.0000 0.0000
 * technology.txt    -100.00 -100.00 -54.85   -81.69 -34.04 -1.23 0.0000 0.0000
 * business.txt      -100.00 -100.00 -54.54   -89.14 -31.33 -0.73 0.0000 0.0000
 * encyclopedia.txt  -100.00  -78.85  -8.82   -83.73 -19.62 15.63 0.0002 0.0000
 * crypto.txt        -100.00 -100.00 -44.70   -81.92 -29.83 -1.23 0.0000 0.0000
 * offices.txt       -100.00 -100.00 -63.24   -77.35 -33.52  1.48 0.0000 0.0000
 * health.txt        -100.00 -100.00 -24.85   -75.43 -28.20  5.21 0.0000 0.0000
 * textbooks.txt     -100.00 -100.00 -29.99   -95.45 -26.02  8.48 0.0000 0.0000
 * recipes.txt       -100.00  -83.86 -42.11   -45.68 -20.95 -1.88 0.0000 0.0000
 * us_speeches.txt   -100.00 -100.00 -27.30   -60.91 -25.72  2.46 0.0000 0.0000
 * movie_reviews.txt -100.00  -86.71 -24.70   -52.79 -21.60  4.17 0.0001 0.0000
 * un_debates.txt    -100.00  -90.80 -24.49   -59.79 -22.65  7.60 0.0001 0.0000
 * technical.txt     -100.00 -100.00   3.27  -100.00 -29.99  5.80 0.0000 0.0000
 * fiction.txt       -100.00  -70.30  -1.83   -57.33 -17.50 13.56 0.0015 0.0000
 * law.txt           -100.00  -87.09 -13.23   -63.47 -21.37 15.07 0.0003 0.0000
 */

#define GATE_LIMITS_LEXICON 0x0b244246u
#define GATE_WIDE 2363
#define GATE_NEAR 408
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
