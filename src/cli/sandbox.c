/*
 * sandbox.c - --sandbox: what the program can still do while it reads text
 *
 * A call that is not on the list fails with EPERM, and nothing crashes.  The
 * list is that of a run, of the C library's allocator and of its way to die;
 * tables of ICU and of the library are mapped already.
 */
#define _GNU_SOURCE /* AT_EMPTY_PATH */

#include <fcntl.h>
#include <stddef.h>
#include <string.h>

#ifdef CLI_SECCOMP
#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#endif

#include "sandbox.h"
#include "landlock.h"
#include "message.h"

static enum { SANDBOX_AUTO, SANDBOX_ON, SANDBOX_OFF } sandbox_wanted;

bool
cli_sandbox_set(const char *value)
{
	if (strcmp(value, "auto") == 0)
		sandbox_wanted = SANDBOX_AUTO;
	else if (strcmp(value, "on") == 0)
		sandbox_wanted = SANDBOX_ON;
	else if (strcmp(value, "off") == 0)
		sandbox_wanted = SANDBOX_OFF;
	else
		return false;
	return true;
}

#ifndef CLI_SANDBOX_NONE
/* Whether all that is read and written is open. */
static bool
sandbox_all_open(const struct cli_options *options)
{
	for (char *const *file = options->files; *file != NULL; file++)
		if (strcmp(*file, "-") != 0)
			return false;
	return options->output == NULL && options->suffix == NULL;
}

#ifdef CLI_SECCOMP
static const int sandbox_calls[] = {
	SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(poll),
	SCMP_SYS(ppoll), SCMP_SYS(fstat), SCMP_SYS(lseek), SCMP_SYS(brk),
	SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(ftruncate),
	SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
	SCMP_SYS(futex), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(getpid),
	SCMP_SYS(gettid), SCMP_SYS(tgkill), SCMP_SYS(clock_gettime),
	SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* Calls that are allowed if some bits of an argument are as they shall be. */
static const struct {
	int call;
	struct scmp_arg_cmp if_arg;
} sandbox_calls_if[] = {
	{ SCMP_SYS(mmap), { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } },
	{ SCMP_SYS(mprotect), { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } },
	/* fstat(), as the C library has it */
	{ SCMP_SYS(newfstatat),
	    { 3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH } },
	{ SCMP_SYS(statx),
	    { 2, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH } },
};

static bool
sandbox_filter_calls(void)
{
	const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int error = filter == NULL;

	for (size_t i = 0; error == 0 &&
	    i < sizeof(sandbox_calls) / sizeof(*sandbox_calls); i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW,
		    sandbox_calls[i], 0, NULL);
	for (size_t i = 0; error == 0 &&
	    i < sizeof(sandbox_calls_if) / sizeof(*sandbox_calls_if); i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW,
		    sandbox_calls_if[i].call, 1, &sandbox_calls_if[i].if_arg);
	if (error == 0)
		error = seccomp_load(filter);
	if (filter != NULL)
		seccomp_release(filter);
	return error == 0;
}
#else
static bool
sandbox_filter_calls(void)
{
	return false;
}
#endif

static bool
sandbox_confine(const struct cli_options *options)
{
	/* What is restored is told by the journal. */
	if (options->restore != NULL)
		return false;
	return (sandbox_all_open(options) && sandbox_filter_calls()) ||
	    cli_landlock_enter(options);
}
#else
/* What measures coverage, or looks for faults, opens files of its own. */
static bool
sandbox_confine(const struct cli_options *options)
{
	(void)options;
	return false;
}
#endif

bool
cli_sandbox_enter(const struct cli_options *options)
{
	if (sandbox_wanted == SANDBOX_OFF || sandbox_confine(options) ||
	    sandbox_wanted == SANDBOX_AUTO)
		return true;
	return cli_message_wrong("--sandbox=on",
	    "neither the system nor this build has a means for it",
	    "--sandbox=auto goes on without where that is so");
}
