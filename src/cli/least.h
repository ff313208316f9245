/*
 * least.h - the lesser and the greater of two numbers of one type
 *
 * Either side may be looked at twice: nothing there may change anything.
 */
#ifndef CLI_LEAST_H
#define CLI_LEAST_H

#define CLI_MIN(a, b) ((a) < (b) ? (a) : (b))
#define CLI_MAX(a, b) ((a) > (b) ? (a) : (b))

#endif /* CLI_LEAST_H */
