"""The library by cffi: cffi.py DECLARATIONS LIBRARY

Run so that the module of that name is found, and not this file.
"""
import os
import sys

sys.path.pop(0)
import cffi  # noqa: E402

GARBLED = 'Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n'.encode()
MENDED = 'Le café ferme, l’été finit.\n'.encode()
LEGACY = b'Le caf\xe9 ferme \xe0 midi.\n'
READ = 'Le café ferme à midi.\n'.encode()

ffi = cffi.FFI()
with open(sys.argv[1], encoding='utf-8') as declarations:
    ffi.cdef(declarations.read())
lib = ffi.dlopen(os.path.abspath(sys.argv[2]))
print(len([name for name in dir(lib) if name.startswith('ungarble_') and
           getattr(lib, name)]), 'functions')


def options(**fields):
    opts = ffi.new('struct ungarble_options *')
    lib.ungarble_options_init(opts, ffi.sizeof(opts[0]))
    for name, value in fields.items():
        setattr(opts, name, value)
    return opts


# A whole text, and what it is in.
out, length = ffi.new('char **'), ffi.new('size_t *')
opts = options(fixes=ffi.new('char[]', b'all'))
assert lib.ungarble_repair(GARBLED, len(GARBLED), opts, out,
                           length) == lib.UNGARBLE_OK
assert ffi.unpack(out[0], length[0]) == MENDED
lib.ungarble_free(out[0], opts)
guesses, n = ffi.new('struct ungarble_guess[3]'), ffi.new('size_t *')
assert lib.ungarble_guess(LEGACY, len(LEGACY), ffi.NULL, guesses, 3, n) == 0
assert ffi.string(guesses[0].encoding) == b'windows-1252'
assert guesses[0].reason == lib.UNGARBLE_BY_STATISTICS

# A stream, whose callbacks are Python's; and a journal of it, and back.
written, told, kept, spans = [], [], [], []


@ffi.callback('int(void *, char *, size_t)')
def write(user, data, size):
    ffi.from_handle(user).append(ffi.unpack(data, size))
    return 0


@ffi.callback('int(void *, struct ungarble_edit *)')
def edit(user, edit):
    line = ffi.new('char[200]')
    lib.ungarble_explain(edit, line, 200)
    told.append(ffi.string(line).decode())
    return 0


@ffi.callback('int(void *, struct ungarble_span *)')
def span(user, span):
    spans.append(ffi.string(span.encoding).decode())
    return 0


@ffi.callback('int(void *, struct ungarble_piece *)')
def piece(user, piece):
    return lib.ungarble_journal_piece(journal, piece)


to_written, to_kept = ffi.new_handle(written), ffi.new_handle(kept)
journal_opts = ffi.new('struct ungarble_journal_options *')
journal_opts.size = ffi.sizeof(journal_opts[0])
journal_opts.write = write
journal_opts.user = to_kept
journal_at = ffi.new('struct ungarble_journal **')
assert lib.ungarble_journal_open(journal_at, journal_opts) == 0
journal = journal_at[0]
ug = ffi.new('struct ungarble **')
opts = options(write=write, edit=edit, span=span, piece=piece, user=to_written)
assert lib.ungarble_open(ug, opts) == 0
for part in (LEGACY, GARBLED[:9], GARBLED[9:]):
    assert lib.ungarble_feed(ug[0], part, len(part)) == 0
assert lib.ungarble_finish(ug[0]) == 0
lib.ungarble_close(ug[0])
assert lib.ungarble_journal_finish(journal) == 0
lib.ungarble_journal_close(journal)
assert b''.join(written) == READ + MENDED
assert spans == ['windows-1252', 'UTF-8'], spans
assert len(told) == 3 and 'Ã© → é' in told[0], told

left, restored = b''.join(kept), []


@ffi.callback('long(void *, char *, size_t)')
def read(user, data, size):
    global left
    part, left = left[:size], left[size:]
    ffi.memmove(data, part, len(part))
    return len(part)


restore_opts = ffi.new('struct ungarble_restore_options *')
restore_opts.size = ffi.sizeof(restore_opts[0])
restore_opts.read = read
restore_opts.write = write
to_restored = ffi.new_handle(restored)
restore_opts.user = to_restored
restore = ffi.new('struct ungarble_restore **')
text = b''.join(written)
assert lib.ungarble_restore_open(restore, restore_opts) == 0
assert lib.ungarble_restore_feed(restore[0], text, len(text)) == 0
assert lib.ungarble_restore_finish(restore[0]) == 0
lib.ungarble_restore_close(restore[0])
assert b''.join(restored) == LEGACY + GARBLED
print('done')
