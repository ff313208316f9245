/*
 * seccomp.c - Linux's filter of system calls: nothing more is opened
 *
 * What is allowed is what a run does, what the C library's allocator does, and
 * its way to die; tables of ICU and of the library are mapped already.  The
 * filter is put together by hand, since libseccomp crashes where memory is
 * short.
 */
#define _GNU_SOURCE /* AT_EMPTY_PATH */

#include "seccomp.h"

#ifdef __linux__
#include <linux/audit.h>
#if defined(__x86_64__)
#define SECCOMP_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && !defined(__AARCH64EB__)
#define SECCOMP_ARCH AUDIT_ARCH_AARCH64
#endif
#endif

#ifdef SECCOMP_ARCH

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static const uint32_t seccomp_calls[] = {
	SYS_read, SYS_write, SYS_close, SYS_ppoll, SYS_fstat, SYS_lseek,
	SYS_fsync, SYS_fdatasync, SYS_ftruncate, SYS_brk, SYS_munmap,
	SYS_mremap, SYS_madvise, SYS_futex, SYS_rt_sigaction,
	SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_restart_syscall, SYS_getpid,
	SYS_gettid, SYS_tgkill, SYS_clock_gettime, SYS_exit, SYS_exit_group,
#ifdef SYS_poll
	SYS_poll,
#endif
};

/* What starting a thread asks for, too. */
static const uint32_t seccomp_thread_calls[] = {
	SYS_set_robust_list, SYS_sched_getaffinity,
#ifdef SYS_rseq
	SYS_rseq,
#endif
};

/* Calls that are allowed where some bits of an argument are as they shall. */
static const struct {
	uint32_t call, argument, bits, wanted;
} seccomp_calls_if[] = {
	{ SYS_clone, 0, CLONE_THREAD, CLONE_THREAD }, /* with threads */
	{ SYS_mmap, 2, PROT_EXEC, 0 },
	{ SYS_mprotect, 2, PROT_EXEC, 0 },
	/* fstat(), as the C library has it */
	{ SYS_newfstatat, 3, AT_EMPTY_PATH, AT_EMPTY_PATH },
	{ SYS_statx, 2, AT_EMPTY_PATH, AT_EMPTY_PATH },
};

#define N_SECCOMP_CALLS (sizeof(seccomp_calls) / sizeof(*seccomp_calls))
#define N_SECCOMP_THREAD_CALLS \
	(sizeof(seccomp_thread_calls) / sizeof(*seccomp_thread_calls))
#define N_SECCOMP_CALLS_IF \
	(sizeof(seccomp_calls_if) / sizeof(*seccomp_calls_if))
#define SECCOMP_REFUSE (SECCOMP_RET_ERRNO | EPERM)
#define SECCOMP_LACK (SECCOMP_RET_ERRNO | ENOSYS)

struct seccomp_program {
	unsigned short n;
	struct sock_filter steps[7 + 2 * N_SECCOMP_CALLS +
	    2 * N_SECCOMP_THREAD_CALLS + 6 * N_SECCOMP_CALLS_IF];
};

/* Load a word of what is known of the call. */
static void
seccomp_load(struct seccomp_program *p, size_t offset)
{
	p->steps[p->n++] = (struct sock_filter)BPF_STMT(
	    BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset);
}

/* Unless the word is `value`, leave out the next `n_steps`. */
static void
seccomp_unless(struct seccomp_program *p, uint32_t value, uint8_t n_steps)
{
	p->steps[p->n++] = (struct sock_filter)BPF_JUMP(
	    BPF_JMP | BPF_JEQ | BPF_K, value, 0, n_steps);
}

static void
seccomp_answer(struct seccomp_program *p, uint32_t answer)
{
	p->steps[p->n++] =
	    (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer);
}

/* Answer each of n calls so. */
static void
seccomp_calls_get(struct seccomp_program *p, const uint32_t *calls, size_t n,
    uint32_t answer)
{
	for (size_t i = 0; i < n; i++) {
		seccomp_unless(p, calls[i], 1);
		seccomp_answer(p, answer);
	}
}

static void
seccomp_write_threads(struct seccomp_program *p)
{
#ifdef SYS_clone3
	/* Its flags cannot be seen, and the C library knows the other one. */
	static const uint32_t clone3[] = { SYS_clone3 };

	seccomp_calls_get(p, clone3, 1, SECCOMP_LACK);
#endif
	seccomp_calls_get(p, seccomp_thread_calls, N_SECCOMP_THREAD_CALLS,
	    SECCOMP_RET_ALLOW);
}

static void
seccomp_write(struct seccomp_program *p, bool threads)
{
	seccomp_load(p, offsetof(struct seccomp_data, arch));
	seccomp_unless(p, SECCOMP_ARCH, 1);
	seccomp_load(p, offsetof(struct seccomp_data, nr));
	/* Of another architecture, its own number is no number of a call. */
	seccomp_calls_get(p, seccomp_calls, N_SECCOMP_CALLS, SECCOMP_RET_ALLOW);
	if (threads)
		seccomp_write_threads(p);
	for (size_t i = threads ? 0 : 1; i < N_SECCOMP_CALLS_IF; i++) {
		seccomp_unless(p, seccomp_calls_if[i].call, 5);
		/* the lower half: both architectures have it first */
		seccomp_load(p, offsetof(struct seccomp_data, args) +
			seccomp_calls_if[i].argument * sizeof(uint64_t));
		p->steps[p->n++] = (struct sock_filter)BPF_STMT(
		    BPF_ALU | BPF_AND | BPF_K, seccomp_calls_if[i].bits);
		seccomp_unless(p, seccomp_calls_if[i].wanted, 1);
		seccomp_answer(p, SECCOMP_RET_ALLOW);
		seccomp_answer(p, SECCOMP_REFUSE);
	}
	seccomp_answer(p, SECCOMP_REFUSE);
}

bool
cli_seccomp_enter(bool threads)
{
	struct seccomp_program program = { .n = 0 };
	struct sock_fprog filter;

	seccomp_write(&program, threads);
	filter.len = program.n;
	filter.filter = program.steps;
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

#else

bool
cli_seccomp_enter(bool threads)
{
	(void)threads;
	return false;
}

#endif
