/*
 * seccomp.h - Linux's filter of system calls: nothing more is opened
 */
#ifndef CLI_SECCOMP_H
#define CLI_SECCOMP_H

#include <stdbool.h>

/*
 * From here on only read and write what is open, allocate, and end; and start
 * threads, if there are to be any.  Any other call fails with EPERM.  False if
 * the system has no such means.
 */
bool cli_seccomp_enter(bool threads);

#endif /* CLI_SECCOMP_H */
