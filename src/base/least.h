/*
 * least.h - the lesser and the greater of two numbers of one type
 *
 * Either side may be looked at twice: nothing there may change anything.
 */
#ifndef UG_LEAST_H
#define UG_LEAST_H

#define UG_MIN(a, b) ((a) < (b) ? (a) : (b))
#define UG_MAX(a, b) ((a) > (b) ? (a) : (b))

#endif /* UG_LEAST_H */
