/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle, highest score of the
 * wide window; of the near one; shares of places where near
 * window and keys speak for spinning, where the gate opens
 *
 * press.txt         -100.00 -100.00 -27.80   -63.49 -25.69  5.61 0.0000 0.0000
 * technology.txt    -100.00 -100.00 -53.53   -81.53 -34.01 -1.16 0.0000 0.0000
 * business.txt      -100.00 -100.00 -54.12   -87.60 -31.38 -0.59 0.0000 0.0000
 * encyclopedia.txt  -100.00  -78.78  -8.40   -82.14 -19.60 15.53 0.0002 0.0000
 * crypto.txt        -100.00 -100.00 -44.67   -81.86 -29.85 -1.57 0.0000 0.0000
 * offices.txt       -100.00 -100.00 -60.74   -78.23 -33.49  1.85 0.0000 0.0000
 * health.txt        -100.00 -100.00 -23.62   -75.62 -27.91  6.23 0.0000 0.0000
 * textbooks.txt     -100.00 -100.00 -30.35   -95.12 -25.92  8.66 0.0000 0.0000
 * recipes.txt       -100.00  -83.91 -41.40   -46.12 -20.89 -1.80 0.0000 0.0000
 * us_speeches.txt   -100.00 -100.00 -22.96   -60.20 -25.61  6.73 0.0000 0.0000
 * movie_reviews.txt -100.00  -86.87 -24.73   -53.20 -21.64  4.22 0.0001 0.0000
 * un_debates.txt    -100.00  -90.66 -24.15   -59.04 -22.61  7.56 0.0001 0.0000
 * technical.txt     -100.00 -100.00   3.26  -100.00 -30.65  5.88 0.0000 0.0000
 * fiction.txt       -100.00  -70.13   2.37   -58.93 -17.46 13.66 0.0017 0.0000
 * law.txt           -100.00  -82.78 -12.77   -64.53 -19.81 20.45 0.0013 0.0000
 */

#define GATE_LIMITS_LEXICON 0x5983075bu
#define GATE_WIDE 2845
#define GATE_NEAR 412
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
