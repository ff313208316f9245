/*
 * witness.cc - a second opinion on an encoding: uchardet's
 *
 * uchardet is C++ and throws when memory runs out; nothing may leave here but
 * an answer.  With UG_NO_UCHARDET defined there is none.
 */
#include "witness.h"

#include <cstring>

#ifdef UG_NO_UCHARDET

extern "C" void
ug_witness_ask(const unsigned char *, size_t, char label[UG_WITNESS_LEN])
{
	label[0] = '\0';
}

#else

#include <uchardet/uchardet.h>

namespace {

class detector {
public:
	detector() : handle(uchardet_new()) {}
	~detector() { if (handle != nullptr) uchardet_delete(handle); }
	detector(const detector &) = delete;
	detector &operator=(const detector &) = delete;
	uchardet_t handle;
};

void
witness_ask(const unsigned char *bytes, size_t len, char *label)
{
	detector one;

	if (one.handle == nullptr || uchardet_handle_data(one.handle,
	    reinterpret_cast<const char *>(bytes), len) != 0)
		return;
	uchardet_data_end(one.handle);
	const char *const name = uchardet_get_charset(one.handle);
	if (name != nullptr && std::strlen(name) < UG_WITNESS_LEN)
		std::strcpy(label, name);
}

} // namespace

extern "C" void
ug_witness_ask(const unsigned char *bytes, size_t len,
    char label[UG_WITNESS_LEN])
{
	label[0] = '\0';
	if (len == 0)
		return;
	try {
		witness_ask(bytes, len, label);
	} catch (...) {
		label[0] = '\0';
	}
}

#endif
