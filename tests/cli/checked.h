/*
 * checked.h - whether memory comes from an allocator that ends the program
 * where far too much is asked for, instead of saying that there is none
 */
#ifndef CHECKED_H
#define CHECKED_H

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKED_ALLOCATION
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define CHECKED_ALLOCATION
#endif

#endif /* CHECKED_H */
