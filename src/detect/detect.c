/*
 * detect.c - the encoding of bytes, asked once
 */
#include "detect.h"

#include "detector.h"

/* Whether an earlier reading reads the bytes alike. */
static bool
rank_repeats(const struct ug_reading_of *readings, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (readings[j].signature == readings[i].signature)
			return true;
	return false;
}

enum ungarble_err
ug_detect_rank(const unsigned char *bytes, size_t len,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc,
    struct ug_verdict *verdicts, int *margins, size_t cap, size_t *n)
{
	struct ug_detector *detector;
	const struct ug_reading_of *readings;
	size_t n_readings;
	enum ungarble_err err = ug_detector_new(&detector, candidates, alloc);

	*n = 0;
	if (err != UNGARBLE_OK)
		return err;
	err = ug_detector_read(detector, bytes, len, NULL, &readings,
	    &n_readings);
	if (err == UNGARBLE_OK && n_readings == 0 && cap > 0) {
		margins[*n] = 0;
		verdicts[(*n)++] = ug_detector_verdict(detector, readings, 0);
	}
	for (size_t i = 0; err == UNGARBLE_OK && i < n_readings && *n < cap;
	    i++) {
		/* What is further behind was not read to the end. */
		if (readings[i].cost - readings[0].cost > UG_FAR_BEHIND)
			break;
		if (rank_repeats(readings, i))
			continue;
		margins[*n] = (readings[i].cost - readings[0].cost) * 10;
		verdicts[*n] = ug_detector_verdict(detector, readings + i,
		    n_readings - i);
		verdicts[*n].confidence = ug_detector_share(readings,
		    n_readings, i);
		++*n;
	}
	ug_detector_free(detector);
	return err;
}

enum ungarble_err
ug_detect_encoding(const unsigned char *bytes, size_t len,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc,
    struct ug_verdict *verdict)
{
	int margin;
	size_t n;

	return ug_detect_rank(bytes, len, candidates, alloc, verdict, &margin,
	    1, &n);
}
