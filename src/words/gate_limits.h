/* Made by gate_fit.c; do not edit. */

#define GATE_WIDE 2500
#define GATE_NEAR 800
#define GATE_STRONG 250
#define GATE_DISTINCT 3
#define GATE_LOW_WATER 150
