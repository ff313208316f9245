/*
 * Made by train_limits.c; do not edit.
 *
 * Clean text, in nats: middle and highest score of a stretch;
 * the highest where enough strong keys stand; the shares of
 * such places, and of those where the gate opens
 *
 * press.txt           0.00  11.47    8.89 0.0069 0.0000
 * technology.txt      0.00   9.84    7.16 0.0143 0.0000
 * business.txt        0.00   9.92    9.61 0.0155 0.0000
 * encyclopedia.txt    0.00  14.50   14.50 0.0243 0.0000
 * crypto.txt          0.00   9.30    8.38 0.0085 0.0000
 * offices.txt         0.00  11.47   11.47 0.0142 0.0000
 * health.txt          0.00   9.78    9.78 0.0208 0.0000
 * textbooks.txt       0.00  11.30   10.45 0.0224 0.0000
 * recipes.txt         0.00   9.32    3.86 0.0154 0.0000
 * us_speeches.txt     0.00   9.19    9.19 0.0371 0.0000
 * movie_reviews.txt   0.00   9.66    9.66 0.0320 0.0000
 * un_debates.txt      0.01  13.18   13.18 0.0406 0.0000
 * magazine.txt        0.00  11.80   11.80 0.0163 0.0000
 * markets.txt         0.00  10.69    8.68 0.0134 0.0000
 * travel.txt          0.00  14.57   14.57 0.0436 0.0000
 * benefits.txt        0.00   5.67    4.02 0.0060 0.0000
 * blogs.txt           0.00  10.36   10.36 0.0526 0.0000
 * apps.txt            0.00   7.47    6.65 0.0171 0.0000
 * fitness.txt         0.00   8.35    6.91 0.0218 0.0000
 * speeches.txt        0.00  10.50   10.10 0.0181 0.0000
 * podcasts.txt        0.00   9.70    9.09 0.0090 0.0000
 * reports.txt         0.00   8.44    7.89 0.0110 0.0000
 * essays.txt          0.00  10.38   10.38 0.0182 0.0000
 * technical.txt       0.00   9.21    4.74 0.0010 0.0000
 * fiction.txt         0.04  16.10   16.10 0.0951 0.0000
 * law.txt             0.00  13.01   11.18 0.0247 0.0000
 */

#define UG_GATE_LIMITS_LEXICON 0x97734bb0u
#define UG_GATE_STRETCH 2510
#define UG_GATE_STRONG 250
#define UG_GATE_DISTINCT 3
#define UG_GATE_LOW_WATER 100
