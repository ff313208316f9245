/*
 * same.c - whether two builds of the library put out the same
 *
 *	same [-s SEED] [-n INPUTS] [-i INPUT] [-j JOBS] [-t SECONDS] [-o DIR]
 *	    [-w] OLD NEW FILE...
 *
 * OLD and NEW are shared libraries.  Both are given each FILE whole (its first
 * 4 MB), with several options, and INPUTS short inputs drawn by SEED, with
 * options, cuts and answers drawn as well.  All that the two tell must be
 * alike: output, spans, edits asked and told, findings, errors, guesses, lists,
 * and how far the output had come each time (not with -w).  A line for each
 * input that differs; it is left in DIR:
 *
 *	seed 1 input 17 (80 bytes, fixes=all): edit: margin=7 is now margin=8
 *
 * -i: that one input alone, with all that is told.  -t: as many as there is
 * time for.  Stops after ten; the status is 1 if there was one, or no input at
 * all.
 */
#define _DEFAULT_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "same/inputs.h"
#include "same/told.h"

#define TEXT_MAX ((size_t)4 << 20)
#define DIFFER_MAX 10
#define JOBS_MAX 64
#define PATIENCE 600 /* seconds for one input */
#define NONE UINT64_MAX

/* What the jobs share. */
struct shared {
	struct told_counts counts;
	atomic_ulong inputs, bytes, differ;
	_Atomic uint64_t next;         /* input that no job has yet */
	_Atomic uint64_t at[JOBS_MAX]; /* the input a job is at */
};

struct same {
	struct library old, new;
	struct inputs inputs;
	struct shared *shared;
	const char *dir;
	uint64_t end, only;
	time_t until; /* 0: no matter how long */
	unsigned jobs;
	bool times;
};

/* ---- where two logs differ */

/* The field that the byte of a line is in; its name ends at the `=`. */
static size_t
line_field(const char *line, size_t at)
{
	bool quoted = false;
	size_t field = 0;

	for (size_t i = 0; i < at; i++)
		if (line[i] == '"')
			quoted = !quoted;
		else if (line[i] == ' ' && !quoted)
			field = i + 1;
	return field;
}

/* The event, and what one and the other have from that field on. */
static void
logs_print(const struct blob *old, const struct blob *new)
{
	size_t at = 0, line = 0, field;

	for (; old->s[at] == new->s[at] && at < old->len; at++)
		if (old->s[at] == '\n')
			line = at + 1;

	const char *const a = old->s + line, *const b = new->s + line;

	field = line_field(a, at - line);
	printf("%.*s: %.*s", (int)strcspn(a, " \n"), a,
	    (int)strcspn(a + field, "\n") < 90 ? (int)strcspn(a + field, "\n") :
	    90, a + field);
	printf(" is now %.*s", (int)strcspn(b + field, "\n") < 90 ?
	    (int)strcspn(b + field, "\n") : 90, b + field);
}

static bool
blobs_equal(const struct blob *a, const struct blob *b)
{
	return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

static void
outs_print(const struct blob *old, const struct blob *new)
{
	size_t at = 0;

	while (at < old->len && at < new->len && old->s[at] == new->s[at])
		at++;
	printf("output: byte %zu of %zu bytes, now %zu", at, old->len,
	    new->len);
}

/* Leave the input in DIR, and say what it was. */
static void
input_keep(const struct same *same, uint64_t number, const struct plan *plan,
    const struct blob *in)
{
	char name[4096], words[512];
	FILE *file;

	snprintf(name, sizeof(name), "%s/%" PRIu64 "-%" PRIu64 ".in",
	    same->dir, same->inputs.seed, number);
	file = fopen(name, "wb");
	if (file == NULL || fwrite(in->s, 1, in->len, file) != in->len ||
	    fclose(file) != 0)
		perror(name);
	plan_describe(plan, words, sizeof(words));
	printf("seed %" PRIu64 " input %" PRIu64 " (%zu bytes, %s): ",
	    same->inputs.seed, number, in->len, words);
}

/* ---- running */

/* Whether they told the same. */
static bool
told_equal(const struct told *old, const struct told *new)
{
	return blobs_equal(&old->log, &new->log) &&
	    blobs_equal(&old->out, &new->out);
}

static void
told_print(const struct told *old, const struct told *new)
{
	if (!blobs_equal(&old->log, &new->log))
		logs_print(&old->log, &new->log);
	if (!blobs_equal(&old->log, &new->log) &&
	    !blobs_equal(&old->out, &new->out))
		printf("; ");
	if (!blobs_equal(&old->out, &new->out))
		outs_print(&old->out, &new->out);
	putchar('\n');
	fflush(stdout);
}

/* Run inputs as long as there are some that no job has. */
static void
job_run(const struct same *same, unsigned job)
{
	struct shared *const shared = same->shared;
	struct told old = { .counts = &shared->counts, .times = same->times };
	struct told new = old;
	struct plan plan = { 0 };
	struct blob in = { 0 };

	for (uint64_t i; (i = shared->next++) < same->end &&
	    shared->differ < DIFFER_MAX && (same->until == 0 ||
	    time(NULL) < same->until);) {
		shared->at[job] = i;
		alarm(PATIENCE);
		inputs_make(&same->inputs, i, &plan, &in);
		told_input(&old, &same->old, &plan, &in);
		told_input(&new, &same->new, &plan, &in);
		shared->inputs++;
		shared->bytes += in.len;
		if (same->only != NONE)
			printf("%s", old.log.s);
		if (!told_equal(&old, &new) && shared->differ++ < DIFFER_MAX) {
			input_keep(same, i, &plan, &in);
			told_print(&old, &new);
		}
	}
}

/* The input that a job died of. */
static void
job_died(const struct same *same, unsigned job, int status)
{
	struct plan plan = { 0 };
	struct blob in = { 0 };

	inputs_make(&same->inputs, same->shared->at[job], &plan, &in);
	input_keep(same, same->shared->at[job], &plan, &in);
	printf("%s %d\n", WIFSIGNALED(status) ? "signal" : "status",
	    WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	same->shared->differ++;
}

static void
jobs_run(const struct same *same)
{
	pid_t pids[JOBS_MAX];
	int status;

	fflush(stdout);
	for (unsigned job = 0; job < same->jobs; job++) {
		pids[job] = fork();
		if (pids[job] == 0) {
			job_run(same, job);
			fflush(stdout);
			_exit(0);
		}
	}
	for (unsigned job = 0; job < same->jobs; job++)
		if (pids[job] < 0 || waitpid(pids[job], &status, 0) < 0) {
			perror("same");
			exit(2);
		} else if (status != 0) {
			job_died(same, job, status);
		}
}

static void
lists_compare(const struct same *same)
{
	struct told old = { 0 }, new = { 0 };

	told_lists(&old, &same->old);
	told_lists(&new, &same->new);
	if (told_equal(&old, &new))
		return;
	same->shared->differ++;
	printf("lists: ");
	told_print(&old, &new);
}

static int
same_print(const struct same *same)
{
	struct shared *const shared = same->shared;
	const struct told_counts *const counts = &shared->counts;
	size_t rules = 0;

	for (size_t i = 0; i < sizeof(counts->rules) /
	    sizeof(*counts->rules); i++)
		rules += counts->rules[i];
	/* Both libraries counted. */
	printf("edits %lu by %zu rules, spans %lu, findings %lu, "
	    "failed streams %lu\n", counts->edits / 2, rules,
	    counts->spans / 2, counts->findings / 2, counts->failed / 2);
	printf("same: %lu inputs of %lu bytes, %lu differ\n", shared->inputs,
	    shared->bytes, shared->differ);
	return shared->differ > 0 || shared->inputs == 0;
}

/* ---- arguments */

static void
text_read(struct same *same, const char *name)
{
	struct blob *const text = &same->inputs.texts[same->inputs.n_texts++];
	FILE *const file = fopen(name, "rb");
	char buf[4096];
	size_t n;

	if (file == NULL) {
		perror(name);
		exit(2);
	}
	blob_add(text, "", 0);
	while (text->len < TEXT_MAX && (n = fread(buf, 1, sizeof(buf),
	    file)) > 0)
		blob_add(text, buf, n);
	fclose(file);
}

static void
load(struct library *lib, const char *path)
{
	char real[4096];
	const char *wrong;

	/* Without a slash it would be looked for elsewhere. */
	snprintf(real, sizeof(real), "%s%s", strchr(path, '/') == NULL ? "./" :
	    "", path);
	wrong = library_load(lib, real);
	if (wrong != NULL) {
		fprintf(stderr, "same: %s\n", wrong);
		exit(2);
	}
}

static int
usage(void)
{
	fprintf(stderr, "usage: same [-s SEED] [-n INPUTS] [-i INPUT] "
	    "[-j JOBS] [-t SECONDS] [-o DIR] [-w] OLD NEW FILE...\n");
	return 2;
}

int
main(int argc, char **argv)
{
	struct same same = {
		.inputs.seed = 1, .only = NONE, .dir = ".", .times = true,
	};
	unsigned long n = 1000000;
	long jobs = sysconf(_SC_NPROCESSORS_ONLN);

	for (int c; (c = getopt(argc, argv, "s:n:i:j:t:o:w")) != -1;)
		switch (c) {
		case 's': same.inputs.seed = strtoull(optarg, NULL, 10); break;
		case 'n': n = strtoul(optarg, NULL, 10); break;
		case 'i': same.only = strtoull(optarg, NULL, 10); break;
		case 'j': jobs = strtol(optarg, NULL, 10); break;
		case 't': same.until = time(NULL) + atol(optarg); break;
		case 'o': same.dir = optarg; break;
		case 'w': same.times = false; break;
		default: return usage();
		}
	if (argc - optind < 2)
		return usage();
	load(&same.old, argv[optind]);
	load(&same.new, argv[optind + 1]);
	if (same.old.handle == same.new.handle) {
		fprintf(stderr, "same: OLD and NEW are one file\n");
		return 2;
	}
	same.inputs.texts = calloc((size_t)argc, sizeof(struct blob));
	same.shared = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (same.inputs.texts == NULL || same.shared == MAP_FAILED) {
		perror("same");
		return 2;
	}
	for (int i = optind + 2; i < argc; i++)
		text_read(&same, argv[i]);
	same.inputs.lib = &same.old;
	same.jobs = jobs < 1 || same.only != NONE ? 1 : jobs > JOBS_MAX ?
	    JOBS_MAX : (unsigned)jobs;
	same.shared->next = same.only != NONE ? same.only : 0;
	same.end = same.only != NONE ? same.only + 1 : n +
	    INPUTS_WHOLE * same.inputs.n_texts;
	mkdir(same.dir, 0777);
	lists_compare(&same);
	jobs_run(&same);
	return same_print(&same);
}
