/*
 * replay.c - run a fuzzer's entry on files, without a fuzzer
 *
 *	stream_replay PATH...     files, and what folders hold, at any depth
 *
 * No file at all is a failure.
 */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned long n_files;

static int
replay_file(const char *path, size_t size)
{
	uint8_t *const data = malloc(size + 1);
	FILE *const file = fopen(path, "rb");
	size_t len;

	if (data == NULL || file == NULL) {
		perror(path);
		exit(2);
	}
	len = fread(data, 1, size, file);
	fclose(file);
	fprintf(stderr, "%s\n", path); /* the last one is the one that failed */
	LLVMFuzzerTestOneInput(data, len);
	free(data);
	n_files++;
	return 0;
}

static int
replay(const char *path)
{
	struct stat st;
	struct dirent **entries;
	int n;

	if (stat(path, &st) != 0) {
		perror(path);
		return 2;
	}
	if (!S_ISDIR(st.st_mode))
		return replay_file(path, (size_t)st.st_size);
	n = scandir(path, &entries, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		const char *const name = entries[i]->d_name;
		char inner[4096];

		if (name[0] != '.') {
			snprintf(inner, sizeof(inner), "%s/%s", path, name);
			if (replay(inner) != 0)
				return 2;
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return n < 0 ? 2 : 0;
}

int
main(int argc, char *argv[])
{
	for (int i = 1; i < argc; i++) {
		const unsigned long before = n_files;

		if (replay(argv[i]) != 0)
			return 2;
		if (n_files == before) {
			fprintf(stderr, "%s: nothing to replay\n", argv[i]);
			return 1;
		}
	}
	printf("%s: %lu inputs\n", argv[0], n_files);
	return n_files == 0;
}
