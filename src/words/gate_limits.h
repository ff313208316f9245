/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: lowest, middle and highest score of the wide
 * and of the near window; shares of places where the near window and
 * the keys would open the gate, and where all that is asked for does
 *
 * us_speeches.txt      -100.00  -97.51  -36.59   -65.36  -24.25    5.37  0.0003 0.0000
 * wikitext2.txt        -100.00  -74.49  -10.80   -59.82  -18.38    8.68  0.0001 0.0000
 * movie_reviews.txt    -100.00  -87.30  -28.09   -55.42  -21.78    8.03  0.0001 0.0000
 * un_debates.txt       -100.00 -100.00  -26.72   -68.46  -25.80    8.92  0.0000 0.0000
 * technical.txt        -100.00    0.00    1.83  -100.00    0.00    5.02  0.0000 0.0000
 */

#define GATE_WIDE 1692
#define GATE_NEAR 645
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 100
