/*
 * addon.c - libungarble for Node: what index.js calls, over Node-API
 *
 *	repair(bytes, options)    bytes, repaired
 *	repairAsync(bytes, options)  the same, promised
 *	fix(string, fixes)        a string, repaired, and nobody is told
 *	guess(bytes, options, n)  at most n readings
 *	open(options)             a stream, for
 *	feed(stream, options, bytes)
 *	flush(stream, options)
 *	finish(stream, options)
 *	close(stream)
 *	version()
 *
 * `options` is an object whose keys are those of option_rows and of callbacks:
 * write(bytes), edit(edit), span(span), finding(finding), and ask(edit), which
 * answers whether it is to be made.  What a callback throws comes out of the
 * call it was made in.  repairAsync() has none, since it is at work elsewhere.
 * A stream keeps no hold of its options, so that both can be collected: each
 * call brings them along.
 */
#define NAPI_VERSION 8

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <node_api.h>
#include <ungarble.h>

/* ---- values ---- */

static napi_value
value_string(napi_env env, const char *s, size_t len)
{
	napi_value value = NULL;

	if (s == NULL)
		napi_get_null(env, &value);
	else
		napi_create_string_utf8(env, s, len, &value);
	return value;
}

static napi_value
value_bytes(napi_env env, const char *s, size_t len)
{
	napi_value value = NULL;

	napi_create_buffer_copy(env, len, s, NULL, &value);
	return value;
}

static void
set(napi_env env, napi_value object, const char *name, napi_value value)
{
	if (value != NULL)
		napi_set_named_property(env, object, name, value);
}

static void
set_string(napi_env env, napi_value object, const char *name, const char *s)
{
	set(env, object, name, value_string(env, s, NAPI_AUTO_LENGTH));
}

/* Whole up to 2^53, as all numbers there are. */
static void
set_number(napi_env env, napi_value object, const char *name, double number)
{
	napi_value value = NULL;

	napi_create_double(env, number, &value);
	set(env, object, name, value);
}

static const char *
reason_name(enum ungarble_reason reason)
{
	static const char *const names[] = { "option", "bom", "validity",
		"history", "statistics", "default" };

	return (size_t)reason < sizeof(names) / sizeof(*names) ?
	    names[reason] : NULL;
}

/* An edit in words, however long they are. */
static napi_value
value_explained(napi_env env, const struct ungarble_edit *edit)
{
	char line[512], *long_line = NULL;
	const size_t len = ungarble_explain(edit, line, sizeof(line));
	napi_value value = NULL;

	if (len < sizeof(line))
		return value_string(env, line, len);
	long_line = malloc(len + 1);
	if (long_line != NULL) {
		ungarble_explain(edit, long_line, len + 1);
		value = value_string(env, long_line, len);
	}
	free(long_line);
	return value;
}

static napi_value
value_edit(napi_env env, const struct ungarble_edit *edit)
{
	napi_value value = NULL;

	napi_create_object(env, &value);
	set_string(env, value, "rule", edit->rule);
	set_string(env, value, "fix", edit->fix);
	set(env, value, "before", edit->before_is_bytes ?
	    value_bytes(env, edit->before, edit->before_len) :
	    value_string(env, edit->before, edit->before_len));
	set(env, value, "after", value_string(env, edit->after,
	    edit->after_len));
	set_number(env, value, "confidence", edit->confidence);
	set_number(env, value, "inAt", (double)edit->in_at);
	set_number(env, value, "inLen", (double)edit->in_len);
	set_number(env, value, "outAt", (double)edit->out_at);
	set_number(env, value, "outLen", (double)edit->out_len);
	set_number(env, value, "record", (double)edit->record);
	set_number(env, value, "recordAt", (double)edit->record_at);
	set_number(env, value, "at", (double)edit->at);
	set_number(env, value, "step", edit->step);
	set_number(env, value, "margin", edit->margin);
	set_number(env, value, "gate", edit->gate);
	set(env, value, "explained", value_explained(env, edit));
	return value;
}

/* A character as the string that it is; 0: null. */
static napi_value
value_character(napi_env env, uint32_t c)
{
	const char16_t units[2] = { (char16_t)(c < 0x10000 ? c :
	    0xd7c0 + (c >> 10)), (char16_t)(0xdc00 | (c & 0x3ff)) };
	napi_value value = NULL;

	if (c == 0)
		napi_get_null(env, &value);
	else
		napi_create_string_utf16(env, units, c < 0x10000 ? 1 : 2,
		    &value);
	return value;
}

static napi_value
value_finding(napi_env env, const struct ungarble_finding *finding)
{
	napi_value value = NULL;

	napi_create_object(env, &value);
	set_string(env, value, "rule", finding->rule);
	set_string(env, value, "fix", finding->fix);
	set_string(env, value, "found", finding->found);
	set_string(env, value, "meant", finding->meant);
	set(env, value, "character", value_character(env, finding->character));
	set_number(env, value, "inAt", (double)finding->in_at);
	set_number(env, value, "inLen", (double)finding->in_len);
	set_number(env, value, "record", (double)finding->record);
	return value;
}

static napi_value
value_span(napi_env env, const struct ungarble_span *span)
{
	napi_value value = NULL;

	napi_create_object(env, &value);
	set_string(env, value, "encoding", span->encoding);
	set_string(env, value, "language", span->language);
	set_string(env, value, "reason", reason_name(span->reason));
	set_number(env, value, "confidence", span->confidence);
	set_number(env, value, "record", (double)span->record);
	set_number(env, value, "nRecords", (double)span->n_records);
	set_number(env, value, "inAt", (double)span->in_at);
	set_number(env, value, "inLen", (double)span->in_len);
	set_number(env, value, "outAt", (double)span->out_at);
	set_number(env, value, "outLen", (double)span->out_len);
	set_number(env, value, "asciiLen", (double)span->ascii_len);
	set_number(env, value, "nInvalid", (double)span->n_invalid);
	return value;
}

/* ---- a stream, and its callbacks ---- */

struct stream {
	napi_env env;
	napi_value options;   /* whose functions are called; NULL: no call is
	                       * at work */
	struct ungarble *ug;
};

/* Call the function of that name; false if it threw. */
static bool
stream_call(struct stream *stream, const char *name, napi_value arg,
    napi_value *result)
{
	const napi_env env = stream->env;
	napi_value function;

	return arg != NULL && napi_get_named_property(env, stream->options,
	    name, &function) == napi_ok && napi_call_function(env,
	    stream->options, function, 1, &arg, result) == napi_ok;
}

/* The same, with values that are let go behind it. */
#define TELL(stream, name, value) do { \
	napi_handle_scope scope; \
	napi_value result; \
	bool told; \
	napi_open_handle_scope((stream)->env, &scope); \
	told = stream_call(stream, name, value, &result); \
	napi_close_handle_scope((stream)->env, scope); \
	return !told; \
} while (0)

static int
stream_write(void *user, const char *bytes, size_t len)
{
	struct stream *const stream = user;

	TELL(stream, "write", value_bytes(stream->env, bytes, len));
}

static int
stream_edit(void *user, const struct ungarble_edit *edit)
{
	struct stream *const stream = user;

	TELL(stream, "edit", value_edit(stream->env, edit));
}

static int
stream_span(void *user, const struct ungarble_span *span)
{
	struct stream *const stream = user;

	TELL(stream, "span", value_span(stream->env, span));
}

static int
stream_finding(void *user, const struct ungarble_finding *finding)
{
	struct stream *const stream = user;

	TELL(stream, "finding", value_finding(stream->env, finding));
}

static enum ungarble_answer
stream_ask(void *user, const struct ungarble_edit *edit)
{
	struct stream *const stream = user;
	napi_handle_scope scope;
	napi_value result;
	bool told, yes = false;

	napi_open_handle_scope(stream->env, &scope);
	told = stream_call(stream, "ask", value_edit(stream->env, edit),
	    &result) &&
	    napi_coerce_to_bool(stream->env, result, &result) == napi_ok &&
	    napi_get_value_bool(stream->env, result, &yes) == napi_ok;
	napi_close_handle_scope(stream->env, scope);
	return !told ? UNGARBLE_STOP : yes ? UNGARBLE_APPLY : UNGARBLE_SKIP;
}

/* ---- options ---- */

enum kind {
	STRING,
	UNSIGNED,
	ENUM,                 /* one of `values` */
	ROWS,                 /* a string, and its length behind it */
	CHARACTER             /* of ASCII */
};

#define AT(field) offsetof(struct ungarble_options, field)

static const struct option_row {
	const char *name;
	size_t at;
	enum kind kind;
	const char *values[5];
} option_rows[] = {
	{ "encoding", AT(from), STRING, { NULL } },
	{ "fallback", AT(fallback), STRING, { NULL } },
	{ "languages", AT(languages), STRING, { NULL } },
	{ "declared", AT(declared), STRING, { NULL } },
	{ "scope", AT(scope), ENUM, { "record", "stream" } },
	{ "fixes", AT(fixes), STRING, { NULL } },
	{ "invalid", AT(invalid), ENUM,
	    { "replace", "fail", "escape", "drop" } },
	{ "confidence", AT(confidence), UNSIGNED, { NULL } },
	{ "noMemory", AT(no_memory), UNSIGNED, { NULL } },
	{ "lexicon", AT(lexicon), ROWS, { NULL } },
	{ "keep", AT(keep), ROWS, { NULL } },
	{ "binary", AT(binary), ENUM, { "pass", "fail" } },
	{ "keepInvisible", AT(keep_invisible), UNSIGNED, { NULL } },
	{ "threads", AT(threads), UNSIGNED, { NULL } },
	{ "fields", AT(fields), ENUM, { "none", "json", "csv", "tsv", "nul" } },
	{ "names", AT(names), STRING, { NULL } },
	{ "delimiter", AT(delimiter), CHARACTER, { NULL } },
	{ "noHeader", AT(no_header), UNSIGNED, { NULL } },
};

#define N_OPTIONS (sizeof(option_rows) / sizeof(*option_rows))

/* Options in C, and the strings in them. */
struct settings {
	struct ungarble_options opts;
	char *strings[N_OPTIONS];
};

static void
settings_free(struct settings *settings)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		free(settings->strings[i]);
}

/* Read a string, which is freed with the settings. */
static bool
settings_string(napi_env env, napi_value value, char **s, size_t *len)
{
	if (napi_get_value_string_utf8(env, value, NULL, 0, len) != napi_ok)
		return false;
	*s = malloc(*len + 1);
	return *s != NULL && napi_get_value_string_utf8(env, value, *s,
	    *len + 1, len) == napi_ok;
}

static bool
settings_enum(const struct option_row *row, const char *s, unsigned *number)
{
	for (*number = 0; *number < 5 && row->values[*number] != NULL;
	    ++*number) {
		if (strcmp(row->values[*number], s) == 0)
			return true;
	}
	return false;
}

/* Read a whole number, or true as 1. */
static bool
settings_unsigned(napi_env env, napi_value value, unsigned *number)
{
	double real;
	bool yes;

	if (napi_get_value_bool(env, value, &yes) == napi_ok) {
		*number = yes;
		return true;
	}
	if (napi_get_value_double(env, value, &real) != napi_ok ||
	    !(real >= 0 && real <= INT32_MAX))
		return false;
	*number = (unsigned)real;
	return *number == real;
}

/* Read one; false if it is nothing that it can be. */
static bool
settings_set(napi_env env, const struct option_row *row, napi_value value,
    struct settings *settings)
{
	char *const field = (char *)&settings->opts + row->at;
	char **const s = &settings->strings[row - option_rows];
	unsigned number = 0;
	size_t len = 0;

	if (row->kind == UNSIGNED) {
		if (!settings_unsigned(env, value, &number))
			return false;
	} else if (!settings_string(env, value, s, &len) ||
	    (row->kind == ENUM && !settings_enum(row, *s, &number))) {
		return false;
	}
	if (row->kind == UNSIGNED || row->kind == ENUM) {
		memcpy(field, &number, sizeof(number));
		return true;
	}
	if (row->kind == CHARACTER) {
		*field = **s;
		return len == 1;
	}
	memcpy(field, s, sizeof(*s));
	if (row->kind == ROWS)
		memcpy(field + sizeof(*s), &len, sizeof(len));
	return true;
}

/* What an object has of that name: napi_undefined if nothing. */
static napi_valuetype
has(napi_env env, napi_value object, const char *name, napi_value *value)
{
	napi_valuetype type = napi_undefined;

	if (napi_get_named_property(env, object, name, value) != napi_ok ||
	    napi_typeof(env, *value, &type) != napi_ok || type == napi_null)
		return napi_undefined;
	return type;
}

static bool
settings_refuse(napi_env env, const char *name)
{
	napi_throw_type_error(env, "ERR_INVALID_ARG_VALUE", name);
	return false;
}

/* Which callbacks there are; without a stream there may be none. */
static bool
settings_callbacks(napi_env env, napi_value options,
    struct ungarble_options *opts)
{
	static const char *const names[] = { "write", "edit", "span", "ask",
		"finding" };
	bool is[5];

	for (size_t i = 0; i < 5; i++) {
		napi_value value;
		const napi_valuetype type = has(env, options, names[i],
		    &value);

		is[i] = type == napi_function && opts->user != NULL;
		if (!is[i] && type != napi_undefined)
			return settings_refuse(env, names[i]);
	}
	opts->write = is[0] ? stream_write : NULL;
	opts->edit = is[1] ? stream_edit : NULL;
	opts->span = is[2] ? stream_span : NULL;
	opts->ask = is[3] ? stream_ask : NULL;
	opts->finding = is[4] ? stream_finding : NULL;
	return true;
}

/* Read options; throws what is none.  Free the settings in any case. */
static bool
settings_read(napi_env env, napi_value options, struct stream *stream,
    struct settings *settings)
{
	struct ungarble_options *const opts = &settings->opts;
	napi_value value;

	ungarble_options_init(opts, sizeof(*opts));
	memset(settings->strings, 0, sizeof(settings->strings));
	opts->user = stream;
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_row *const row = &option_rows[i];

		if (has(env, options, row->name, &value) != napi_undefined &&
		    !settings_set(env, row, value, settings))
			return settings_refuse(env, row->name);
	}
	return settings_callbacks(env, options, opts);
}

/* ---- the calls ---- */

static napi_value
value_error(napi_env env, enum ungarble_err err)
{
	static const char *const codes[] = { "OK", "ENOMEM", "EOPTION",
		"ELABEL", "EINPUT", "ECONVERTER", "ESTOPPED", "EMISUSE",
		"EJOURNAL", "EMISMATCH", "EBINARY", "EFIELD", "EPART" };
	const char *const code = (size_t)err < sizeof(codes) / sizeof(*codes) ?
	    codes[err] : "?";
	napi_value value = NULL;

	napi_create_error(env, value_string(env, code, NAPI_AUTO_LENGTH),
	    value_string(env, ungarble_strerror(err), NAPI_AUTO_LENGTH),
	    &value);
	return value;
}

/* Throw an error of the library; what a callback has thrown goes first. */
static napi_value
throw(napi_env env, enum ungarble_err err)
{
	napi_value error;

	if (err != UNGARBLE_OK && (error = value_error(env, err)) != NULL)
		napi_throw(env, error);
	return NULL;
}

/* The arguments; false, and it throws, if there are fewer. */
static bool
arguments(napi_env env, napi_callback_info info, size_t n, napi_value *args)
{
	size_t got = n;

	if (napi_get_cb_info(env, info, &got, args, NULL, NULL) == napi_ok &&
	    got == n)
		return true;
	napi_throw_type_error(env, "ERR_MISSING_ARGS", "too few arguments");
	return false;
}

static bool
argument_bytes(napi_env env, napi_value value, void **bytes, size_t *len)
{
	bool is = false;

	napi_is_buffer(env, value, &is);
	if (is && napi_get_buffer_info(env, value, bytes, len) == napi_ok)
		return true;
	napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE",
	    "a Buffer or Uint8Array is wanted");
	return false;
}

static napi_value
call_repair(napi_env env, napi_callback_info info)
{
	struct stream stream = { .env = env };
	struct settings settings;
	napi_value args[2], result = NULL;
	enum ungarble_err err;
	size_t len, out_len;
	void *bytes;
	char *out;

	if (!arguments(env, info, 2, args) ||
	    !argument_bytes(env, args[0], &bytes, &len))
		return NULL;
	stream.options = args[1];
	if (settings_read(env, args[1], &stream, &settings)) {
		err = ungarble_repair(bytes, len, &settings.opts, &out,
		    &out_len);
		result = err == UNGARBLE_OK ? value_bytes(env, out, out_len) :
		    throw(env, err);
		ungarble_free(out, &settings.opts);
	}
	settings_free(&settings);
	return result;
}

/* ---- off the thread that calls */

/* A text that is repaired meanwhile: nobody else sees the bytes. */
struct work {
	struct settings settings;
	napi_deferred deferred;
	napi_async_work work;
	char *bytes, *out;
	size_t len, out_len;
	enum ungarble_err err;
};

static void
work_free(napi_env env, struct work *work)
{
	if (work->work != NULL)
		napi_delete_async_work(env, work->work);
	ungarble_free(work->out, &work->settings.opts);
	settings_free(&work->settings);
	free(work->bytes);
	free(work);
}

static void
work_run(napi_env env, void *data)
{
	struct work *const work = data;

	(void)env;
	work->err = ungarble_repair(work->bytes, work->len,
	    &work->settings.opts, &work->out, &work->out_len);
}

static void
work_done(napi_env env, napi_status status, void *data)
{
	struct work *const work = data;
	napi_value result = NULL;

	if (status == napi_ok && work->err == UNGARBLE_OK)
		result = value_bytes(env, work->out, work->out_len);
	if (result != NULL)
		napi_resolve_deferred(env, work->deferred, result);
	else if (status != napi_cancelled)
		napi_reject_deferred(env, work->deferred, value_error(env,
		    work->err != UNGARBLE_OK ? work->err : UNGARBLE_ENOMEM));
	work_free(env, work);
}

/* Begin it; NULL, and it threw, if it cannot be. */
static napi_value
work_start(napi_env env, struct work *work, napi_value options)
{
	napi_value promise, name = value_string(env, "ungarble", 8);

	if (!settings_read(env, options, NULL, &work->settings))
		return NULL;
	if (work->bytes == NULL || napi_create_async_work(env, NULL, name,
	    work_run, work_done, work, &work->work) != napi_ok ||
	    napi_create_promise(env, &work->deferred, &promise) != napi_ok ||
	    napi_queue_async_work(env, work->work) != napi_ok)
		return throw(env, UNGARBLE_ENOMEM);
	return promise;
}

static napi_value
call_repair_async(napi_env env, napi_callback_info info)
{
	napi_value args[2], promise;
	struct work *work;
	size_t len;
	void *bytes;

	if (!arguments(env, info, 2, args) ||
	    !argument_bytes(env, args[0], &bytes, &len))
		return NULL;
	work = calloc(1, sizeof(*work));
	if (work == NULL)
		return throw(env, UNGARBLE_ENOMEM);
	work->len = len;
	work->bytes = malloc(len + 1);
	if (work->bytes != NULL && len > 0)
		memcpy(work->bytes, bytes, len);
	promise = work_start(env, work, args[1]);
	if (promise == NULL)
		work_free(env, work);
	return promise;
}

/* ---- */

static napi_value
call_fix(napi_env env, napi_callback_info info)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	char *text = NULL, *fixes = NULL, *out = NULL;
	enum ungarble_err err;
	napi_value args[2], result = NULL;
	size_t len, out_len;

	if (!arguments(env, info, 2, args))
		return NULL;
	if (settings_string(env, args[0], &text, &len) &&
	    settings_string(env, args[1], &fixes, &out_len)) {
		opts.from = "utf-8";
		opts.fixes = fixes;
		err = ungarble_repair(text, len, &opts, &out, &out_len);
		result = err == UNGARBLE_OK ? value_string(env, out, out_len) :
		    throw(env, err);
		ungarble_free(out, &opts);
	} else {
		napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE",
		    "a string is wanted");
	}
	free(text);
	free(fixes);
	return result;
}

#define GUESSES_MAX 160

static napi_value
call_guess(napi_env env, napi_callback_info info)
{
	struct ungarble_guess guesses[GUESSES_MAX];
	struct stream stream = { .env = env };
	struct settings settings;
	napi_value args[3], list = NULL;
	enum ungarble_err err;
	uint32_t cap = 0;
	size_t len, n;
	void *bytes;

	if (!arguments(env, info, 3, args) ||
	    !argument_bytes(env, args[0], &bytes, &len))
		return NULL;
	napi_get_value_uint32(env, args[2], &cap);
	if (settings_read(env, args[1], &stream, &settings)) {
		err = ungarble_guess(bytes, len, &settings.opts, guesses,
		    cap < GUESSES_MAX ? cap : GUESSES_MAX, &n);
		if (err != UNGARBLE_OK)
			throw(env, err);
		else
			napi_create_array_with_length(env, n, &list);
	}
	for (size_t i = 0; list != NULL && i < n; i++) {
		napi_value guess = NULL;

		napi_create_object(env, &guess);
		set_string(env, guess, "encoding", guesses[i].encoding);
		set_string(env, guess, "language", guesses[i].language);
		set_string(env, guess, "reason",
		    reason_name(guesses[i].reason));
		set_number(env, guess, "confidence", guesses[i].confidence);
		set_number(env, guess, "margin", guesses[i].margin);
		napi_set_element(env, list, (uint32_t)i, guess);
	}
	settings_free(&settings);
	return list;
}

/* ---- of streams ---- */

static void
stream_free(napi_env env, void *data, void *hint)
{
	struct stream *const stream = data;

	(void)env;
	(void)hint;
	ungarble_close(stream->ug);
	free(stream);
}

static napi_value
call_open(napi_env env, napi_callback_info info)
{
	struct stream *const stream = calloc(1, sizeof(*stream));
	struct settings settings;
	napi_value args[1], result = NULL;
	enum ungarble_err err = UNGARBLE_ESTOPPED;

	if (stream == NULL)
		return throw(env, UNGARBLE_ENOMEM);
	stream->env = env;
	if (!arguments(env, info, 1, args)) {
		free(stream);
		return NULL;
	}
	if (settings_read(env, args[0], stream, &settings))
		err = ungarble_open(&stream->ug, &settings.opts);
	settings_free(&settings);
	if (err == UNGARBLE_OK && napi_create_external(env, stream,
	    stream_free, NULL, &result) == napi_ok)
		return result;
	stream_free(env, stream, NULL);
	return throw(env, err);
}

/* The stream that is the first argument; NULL, and it throws, if none can be
 * called now. */
static struct stream *
argument_stream(napi_env env, napi_value value)
{
	void *data = NULL;
	struct stream *stream;

	if (napi_get_value_external(env, value, &data) != napi_ok) {
		napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE",
		    "a stream is wanted");
		return NULL;
	}
	stream = data;
	if (stream->ug != NULL && stream->options == NULL)
		return stream;
	throw(env, UNGARBLE_EMISUSE);
	return NULL;
}

static napi_value
call_feed(napi_env env, napi_callback_info info)
{
	struct stream *stream;
	napi_value args[3];
	enum ungarble_err err;
	void *bytes;
	size_t len;

	if (!arguments(env, info, 3, args) ||
	    (stream = argument_stream(env, args[0])) == NULL ||
	    !argument_bytes(env, args[2], &bytes, &len))
		return NULL;
	stream->options = args[1];
	err = ungarble_feed(stream->ug, bytes, len);
	stream->options = NULL;
	return throw(env, err);
}

static napi_value
stream_end(napi_env env, napi_callback_info info,
    enum ungarble_err (*call)(struct ungarble *ug))
{
	struct stream *stream;
	napi_value args[2];
	enum ungarble_err err;

	if (!arguments(env, info, 2, args) ||
	    (stream = argument_stream(env, args[0])) == NULL)
		return NULL;
	stream->options = args[1];
	err = call(stream->ug);
	stream->options = NULL;
	return throw(env, err);
}

static napi_value
call_flush(napi_env env, napi_callback_info info)
{
	return stream_end(env, info, ungarble_flush);
}

static napi_value
call_finish(napi_env env, napi_callback_info info)
{
	return stream_end(env, info, ungarble_finish);
}

static napi_value
call_close(napi_env env, napi_callback_info info)
{
	struct stream *stream;
	napi_value args[1];

	if (arguments(env, info, 1, args) &&
	    (stream = argument_stream(env, args[0])) != NULL) {
		ungarble_close(stream->ug);
		stream->ug = NULL;
	}
	return NULL;
}

static napi_value
call_version(napi_env env, napi_callback_info info)
{
	(void)info;
	return value_string(env, ungarble_version(), NAPI_AUTO_LENGTH);
}

NAPI_MODULE_INIT()
{
	static const struct {
		const char *name;
		napi_callback call;
	} calls[] = {
		{ "repair", call_repair }, { "fix", call_fix },
		{ "guess", call_guess },
		{ "repairAsync", call_repair_async },
		{ "open", call_open }, { "feed", call_feed },
		{ "flush", call_flush }, { "finish", call_finish },
		{ "close", call_close }, { "version", call_version },
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		napi_value function = NULL;

		napi_create_function(env, calls[i].name, NAPI_AUTO_LENGTH,
		    calls[i].call, NULL, &function);
		set(env, exports, calls[i].name, function);
	}
	return exports;
}
