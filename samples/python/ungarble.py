"""Repair garbled text with libungarble, by the names that ftfy's users know.

    >>> import ungarble
    >>> ungarble.fix_text('Le cafÃ© du coin')
    'Le café du coin'
    >>> ungarble.guess_bytes(b'Le caf\\xe9 ferme \\xe0 midi')
    ('Le café ferme à midi', 'windows-1252')
    >>> list(ungarble.fix_texts(['Ã©tÃ©', '', 'so']))
    ['été', '', 'so']

One file over ctypes; Python 3.8 or later.  The library is the one that the
environment names in UNGARBLE_LIBRARY, else libungarble.so.0 beside this file,
else the system's.

fix_text, fix_text_segment, fix_encoding, fix_and_explain, fix_file and
guess_bytes are called as ftfy's are, with the same keywords.  What differs:

- What is a matter of taste is off unless it is asked for: quotes stay curled,
  widths, ligatures, line breaks, control characters and normal forms stay as
  they are, and so do the names of characters (&eacute;).
- Such a switch does what ungarble_passes(7) says of its repair: unescape_html
  (escapes) reads \\u00E9, %C3%A9 and =C3=A9, too, and leaves &lt; and its like;
  fix_line_breaks (eol-lf) leaves U+2028 and a CR within a line, and
  fix_character_width (width) U+3000.
- More is repaired: ftfy's mojibake, and beside it what was read in East Asian
  and many more single-byte encodings, marks that moved and words that a synonym
  spinner replaced.  fix_marks=False and fix_words=False refuse the last two.
- A text is not cut into lines that know nothing of one another: what is sure
  of one line is evidence for those near by.
- An explanation is a list of edits, each with its place, its rule and how sure
  it is, and not of steps that could be applied to another text.
- guess_bytes() knows all of the library's encodings, and each line may be in
  another one; the name is that of the one most bytes are in, as WHATWG has it.
  A byte order mark stays, as U+FEFF.
- Bytes where a str is wanted, or the other way round, are a TypeError.
- What there is no word for here: apply_plan(); explain_unicode();
  ftfy.formatting; of ftfy.fixes what a switch of fix_text() does, as
  uncurl_quotes=True; of ftfy.badness what fix_encoding(text) != text tells; and
  the codecs of ftfy.bad_codecs: repair(data, encoding='windows-1252') and its
  like read each byte, as those called sloppy, and without `encoding` UTF-8 may
  have CESU-8 in it.

Beside them there is what the library has itself: repair(), guess(), findings()
and Stream.  Their keywords are the fields of struct ungarble_options in
ungarble(3), with `encoding` for its `from`, and strings for what is an enum
there; resize, piece and part_* are not among them:

    ungarble.repair(data, encoding='koi8-r,utf-8', fixes='default,+nfc')

A call lets other threads run: asyncio.to_thread(ungarble.repair, data) does not
hold up a loop of events.  What a callback raises comes out of the call that it
was in, and so does what a signal raises meanwhile, as KeyboardInterrupt.
"""
from __future__ import annotations

import ctypes
import ctypes.util
import functools
import os
import sys
from threading import Lock, get_ident, main_thread
from typing import (Any, BinaryIO, Callable, Dict, Iterable, Iterator, List,
                    NamedTuple, Optional, TextIO, Tuple, Union)

__all__ = [
    'Edit', 'Error', 'ExplainedText', 'Finding', 'Guess', 'Span', 'Stream',
    'TextFixerConfig', 'explain', 'findings', 'fix_and_explain',
    'fix_encoding', 'fix_encoding_and_explain', 'fix_file', 'fix_text',
    'fix_text_segment', 'fix_texts', 'guess', 'guess_bytes', 'repair',
    'version',
]

# ---- the structures of ungarble.h

_text = ctypes.POINTER(ctypes.c_char)  # not NUL-terminated
_size = ctypes.c_size_t
_u64 = ctypes.c_uint64
_enum = ctypes.c_uint


class _Span(ctypes.Structure):
    _fields_ = [
        ('encoding', ctypes.c_char_p), ('rule', ctypes.c_char_p),
        ('language', ctypes.c_char_p), ('reason', _enum),
        ('confidence', ctypes.c_uint), ('record', _u64), ('n_records', _u64),
        ('in_at', _u64), ('in_len', _u64), ('out_at', _u64),
        ('out_len', _u64), ('ascii_len', _u64), ('n_invalid', _u64),
    ]


class _Edit(ctypes.Structure):
    _fields_ = [
        ('record', _u64), ('in_at', _u64), ('in_len', _u64),
        ('out_at', _u64), ('out_len', _u64), ('at', _size),
        ('step', ctypes.c_uint), ('before', _text), ('after', _text),
        ('before_len', _size), ('after_len', _size),
        ('before_is_bytes', ctypes.c_uint), ('rule', ctypes.c_char_p),
        ('fix', ctypes.c_char_p), ('confidence', ctypes.c_uint),
        ('margin', ctypes.c_int), ('gate', ctypes.c_int), ('record_at', _u64),
    ]


class _Finding(ctypes.Structure):
    _fields_ = [
        ('record', _u64), ('in_at', _u64), ('in_len', _u64),
        ('rule', ctypes.c_char_p), ('fix', ctypes.c_char_p),
        ('found', ctypes.c_char_p), ('meant', ctypes.c_char_p),
        ('character', ctypes.c_uint32),
    ]


class _Guess(ctypes.Structure):
    _fields_ = [
        ('encoding', ctypes.c_char_p), ('language', ctypes.c_char_p),
        ('reason', _enum), ('confidence', ctypes.c_uint),
        ('margin', ctypes.c_int),
    ]


_Write = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, _size)
_TellSpan = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p,
                             ctypes.POINTER(_Span))
_Ask = ctypes.CFUNCTYPE(_enum, ctypes.c_void_p, ctypes.POINTER(_Edit))
_TellEdit = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p,
                             ctypes.POINTER(_Edit))
_TellFinding = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p,
                                ctypes.POINTER(_Finding))


class _Options(ctypes.Structure):
    _fields_ = [
        ('size', _size), ('from_', ctypes.c_char_p),
        ('fallback', ctypes.c_char_p), ('languages', ctypes.c_char_p),
        ('declared', ctypes.c_char_p), ('scope', _enum),
        ('fixes', ctypes.c_char_p), ('invalid', _enum),
        ('confidence', ctypes.c_uint), ('no_memory', ctypes.c_uint),
        ('write', _Write), ('span', _TellSpan), ('ask', _Ask),
        ('edit', _TellEdit), ('user', ctypes.c_void_p),
        ('resize', ctypes.c_void_p), ('lexicon', ctypes.c_char_p),
        ('lexicon_len', _size), ('finding', _TellFinding),
        ('piece', ctypes.c_void_p), ('keep', ctypes.c_char_p),
        ('keep_len', _size), ('binary', _enum),
        ('keep_invisible', ctypes.c_uint), ('threads', ctypes.c_uint),
        ('fields', _enum), ('names', ctypes.c_char_p),
        ('delimiter', ctypes.c_char), ('no_header', ctypes.c_uint),
        ('part_start', _u64), ('part_end', _u64),
        ('part_lead', ctypes.c_char_p), ('part_guess', ctypes.c_uint),
        ('part_known', ctypes.c_char_p),
    ]


_KINDS = dict(_Options._fields_)
_ENUMS: Dict[str, Tuple[str, ...]] = {
    'scope': ('record', 'stream'),
    'invalid': ('replace', 'fail', 'escape', 'drop'),
    'binary': ('pass', 'fail'),
    'fields': ('none', 'json', 'csv', 'tsv', 'nul'),
}
_REASONS = ('option', 'bom', 'validity', 'history', 'statistics', 'default')
_APPLY, _SKIP, _STOP = 0, 1, 2

# ---- the library


def _load() -> ctypes.CDLL:
    named = os.environ.get('UNGARBLE_LIBRARY')
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                          'libungarble.so.0')
    if named:
        names = [named]
    elif os.path.exists(beside):
        names = [beside]
    else:
        names = [ctypes.util.find_library('ungarble') or '',
                 'libungarble.so.0']
    why: Exception = ImportError('there is none')
    for name in filter(None, names):
        try:
            library = ctypes.CDLL(name)
            library.ungarble_repair  # which older ones lack
            return library
        except (OSError, AttributeError) as error:
            why = error
    raise ImportError('libungarble: %s; UNGARBLE_LIBRARY may name it' % why)


_library = _load()
_options_at = ctypes.POINTER(_Options)


def _declare(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_library, name)
    function.restype = result
    function.argtypes = arguments
    return function


_version = _declare('ungarble_version', ctypes.c_char_p)
_strerror = _declare('ungarble_strerror', ctypes.c_char_p, _enum)
_init = _declare('ungarble_options_init', None, _options_at, _size)
_repair = _declare('ungarble_repair', _enum, ctypes.c_char_p, _size,
                   _options_at, ctypes.POINTER(ctypes.c_void_p),
                   ctypes.POINTER(_size))
_free = _declare('ungarble_free', None, ctypes.c_void_p, _options_at)
_guess = _declare('ungarble_guess', _enum, ctypes.c_char_p, _size, _options_at,
                  ctypes.POINTER(_Guess), _size, ctypes.POINTER(_size))
_open = _declare('ungarble_open', _enum, ctypes.POINTER(ctypes.c_void_p),
                 _options_at)
_feed = _declare('ungarble_feed', _enum, ctypes.c_void_p, ctypes.c_char_p,
                 _size)
_flush = _declare('ungarble_flush', _enum, ctypes.c_void_p)
_finish = _declare('ungarble_finish', _enum, ctypes.c_void_p)
_close = _declare('ungarble_close', None, ctypes.c_void_p)
_failed_at = _declare('ungarble_failed_at', _u64, ctypes.c_void_p)
_explain = _declare('ungarble_explain', _size, ctypes.POINTER(_Edit),
                    ctypes.c_char_p, _size)


class Error(ValueError):
    """What the library refuses; `code` is its enum ungarble_err."""

    def __init__(self, code: int) -> None:
        super().__init__(_strerror(code).decode())
        self.code = code


def version() -> str:
    """The version of the library."""
    return _version().decode()


# ---- what is told


class Edit(NamedTuple):
    """One change to the text; see ungarble_report(5).  Places and lengths are
    in bytes, of UTF-8 where the text was a str."""
    rule: str
    fix: str
    before: Union[str, bytes]  # bytes: they were not decoded
    after: str
    confidence: int
    in_at: int
    in_len: int
    out_at: int
    out_len: int
    record: int
    record_at: int
    at: int
    step: int
    margin: int
    gate: int

    def __str__(self) -> str:
        return explain(self)


class Finding(NamedTuple):
    """Something that was found and is left as it is: text of a spinner whose
    words are not known, invisible characters that deceive, a record that is
    not what `fields` says.  Places and lengths are as an Edit has them."""
    rule: str
    fix: str
    found: str  # what it is, in words
    meant: Optional[str]  # what it may stand for
    character: Optional[str]  # that it is; None: it is words
    in_at: int
    in_len: int
    record: int


class Span(NamedTuple):
    """Consecutive records that were decoded alike."""
    encoding: str
    language: Optional[str]
    reason: str
    confidence: int
    record: int
    n_records: int
    in_at: int
    in_len: int
    out_at: int
    out_len: int
    ascii_len: int
    n_invalid: int


class Guess(NamedTuple):
    """One reading of bytes."""
    encoding: str
    language: Optional[str]
    reason: str
    confidence: int
    margin: int


def _string(s: Optional[bytes]) -> Optional[str]:
    return None if s is None else s.decode()


def _edit(at: Any) -> Edit:
    c = at.contents
    before: Union[str, bytes] = ctypes.string_at(c.before, c.before_len)
    if not c.before_is_bytes:
        before = before.decode()
    return Edit(c.rule.decode(), c.fix.decode(), before,
                ctypes.string_at(c.after, c.after_len).decode(), c.confidence,
                c.in_at, c.in_len, c.out_at, c.out_len, c.record, c.record_at,
                c.at, c.step, c.margin, c.gate)


def _finding(at: Any) -> Finding:
    c = at.contents
    return Finding(c.rule.decode(), c.fix.decode(), c.found.decode(),
                   _string(c.meant), chr(c.character) if c.character else None,
                   c.in_at, c.in_len, c.record)


def _span(at: Any) -> Span:
    c = at.contents
    return Span(c.encoding.decode(), _string(c.language), _REASONS[c.reason],
                c.confidence, c.record, c.n_records, c.in_at, c.in_len,
                c.out_at, c.out_len, c.ascii_len, c.n_invalid)


def explain(edit: Edit) -> str:
    """An edit in words on one line, as `ungarble --explain` has it."""
    is_bytes = isinstance(edit.before, bytes)
    before = edit.before if is_bytes else edit.before.encode()
    after = edit.after.encode()
    c = _Edit(before=ctypes.cast(ctypes.c_char_p(before), _text),
              before_len=len(before), before_is_bytes=is_bytes,
              after=ctypes.cast(ctypes.c_char_p(after), _text),
              after_len=len(after), rule=edit.rule.encode(),
              fix=edit.fix.encode(),
              **{name: getattr(edit, name) for name in (
                  'record', 'in_at', 'in_len', 'out_at', 'out_len', 'at',
                  'step', 'confidence', 'margin', 'gate', 'record_at')})
    line = ctypes.create_string_buffer(_explain(c, None, 0) + 1)
    _explain(c, line, len(line))
    return line.value.decode()


# ---- options


class _Call:
    """Options in C; what callbacks raise is raised once C has returned.

    A signal that came while C was at work is handled in the main thread as the
    next callback begins, before any `try` of its own: what the handler raises
    ctypes hands to sys.unraisablehook, and there it is caught.
    """

    def __init__(self, write: Optional[Callable[[bytes], Any]] = None,
                 edit: Optional[Callable[[Edit], Any]] = None,
                 ask: Optional[Callable[[Edit], bool]] = None,
                 span: Optional[Callable[[Span], Any]] = None,
                 finding: Optional[Callable[[Finding], Any]] = None,
                 **options: Any) -> None:
        self.raised: Optional[BaseException] = None
        self.told: List[Callable[..., int]] = []
        self.hook: Callable[[Any], Any] = sys.unraisablehook
        self.c = _Options()
        _init(self.c, ctypes.sizeof(self.c))
        for name, value in options.items():
            self._set('from_' if name == 'encoding' else name, value)
        if write is not None:
            self.c.write = _Write(self._told(write, ctypes.string_at))
        if edit is not None:
            self.c.edit = _TellEdit(self._told(edit, _edit))
        if span is not None:
            self.c.span = _TellSpan(self._told(span, _span))
        if finding is not None:
            self.c.finding = _TellFinding(self._told(finding, _finding))
        if ask is not None:
            self.c.ask = _Ask(self._told(ask, _edit, asks=True))

    def _set(self, name: str, value: Any) -> None:
        if name in ('size', 'user', 'resize', 'piece') or \
                name.startswith('part_') or name.endswith('_len') or \
                name not in _KINDS:
            raise TypeError('%s: no such option' % name)
        if name in _ENUMS:
            if value not in _ENUMS[name]:
                raise ValueError('%s: one of %s' % (
                    name, ', '.join(_ENUMS[name])))
            value = _ENUMS[name].index(value)
        elif isinstance(value, str):
            value = value.encode()
        if _KINDS[name] is ctypes.c_uint:
            if not 0 <= value < 1 << 32:
                raise ValueError('%s: from 0 on' % name)
        elif value is not None and not isinstance(value, bytes):
            raise TypeError('%s: a str is wanted' % name)
        elif value and b'\0' in value and name not in ('lexicon', 'keep'):
            raise ValueError('%s: has a NUL' % name)
        setattr(self.c, name, value)
        if name in ('lexicon', 'keep') and value is not None:
            setattr(self.c, name + '_len', len(value))

    def _told(self, function: Callable[[Any], Any], of: Callable[..., Any],
              asks: bool = False) -> Callable[..., int]:
        def call(user: Any, *arguments: Any) -> int:
            if self.raised is not None:
                return _STOP
            try:
                result = function(of(*arguments))
            except BaseException as error:  # C knows none
                self.raised = error
                return _STOP
            return 0 if not asks or result else _SKIP
        self.told.append(call)
        return call

    def _lost(self, what: Any) -> None:
        if any(what.object is call or repr(call) in (what.err_msg or '')
               for call in self.told):  # the former until Python 3.12
            self.raised = what.exc_value or what.exc_type()
        else:
            self.hook(what)

    def run(self, function: Any, *arguments: Any) -> None:
        """Call C."""
        if self.told and get_ident() == main_thread().ident:
            self.hook = sys.unraisablehook
            sys.unraisablehook = self._lost
            try:
                code = function(*arguments)
            finally:
                sys.unraisablehook = self.hook
        else:
            code = function(*arguments)
        if self.raised is not None:
            raised, self.raised = self.raised, None
            raise raised
        if code != 0:
            raise Error(code)


def _bytes(data: Any) -> bytes:
    if isinstance(data, str):
        raise TypeError('bytes are wanted, and this is a str')
    return data if isinstance(data, bytes) else bytes(memoryview(data))


# ---- as the library has it


def _repaired(call: _Call, data: bytes) -> bytes:
    at, n = ctypes.c_void_p(), _size()
    try:
        call.run(_repair, data, len(data), call.c, at, n)
        if n.value < 1 << 31:  # what string_at() takes
            return ctypes.string_at(at, n.value)
        return (ctypes.c_char * n.value).from_address(at.value or 0).raw
    finally:
        _free(at, call.c)


def repair(data: Any, **options: Any) -> bytes:
    """Repair bytes; what comes out is UTF-8, unless it is no text."""
    call = _Call(**options)
    return _repaired(call, _bytes(data))


def guess(data: Any, n: int = 8, **options: Any) -> List[Guess]:
    """What bytes, taken as one text in one encoding, may be: the likeliest
    first, at most n of them.  A few kilobytes tell as much as megabytes."""
    call = _Call(**options)
    data = _bytes(data)
    guesses = (_Guess * max(n, 0))()
    found = _size()
    call.run(_guess, data, len(data), call.c, guesses, len(guesses), found)
    return [Guess(c.encoding.decode(), _string(c.language),
                  _REASONS[c.reason], c.confidence, c.margin)
            for c in guesses[:found.value]]


def findings(data: Any, **options: Any) -> List[Finding]:
    """What is in a text, or in bytes, and no repair would touch.

        >>> findings('safe\\u202etxt.exe')[0].found
        'an override to the left'
    """
    found: List[Finding] = []
    if isinstance(data, str):
        data = _encode(data)
        options.setdefault('encoding', 'utf-8')
    repair(data, finding=found.append, **options)
    return found


def _feed_record(ug: ctypes.c_void_p, data: bytes, n: int) -> int:
    return _feed(ug, data, n) or _flush(ug)


class Stream:
    """Repair what comes in pieces, and in as little memory as it takes.

        with Stream(out.write, edit=print) as stream:
            for piece in pieces:
                stream.feed(piece)

    `write` is given the text as bytes, `edit` each Edit that was made, `span`
    each Span; `ask` is asked whether an Edit is to be made.  `finding` is given
    each Finding, maybe behind the text; without it nothing is looked for.  What
    they raise ends the stream, and comes out of the call that it was in.

    At the end of the block the stream is finished; if an exception left it, it
    is not.
    """

    def __init__(self, write: Optional[Callable[[bytes], Any]] = None,
                 **options: Any) -> None:
        self._ug = ctypes.c_void_p()
        self._idle = Lock()
        self._call = _Call(write, **options)
        self._call.run(_open, self._ug, self._call.c)

    def _begin(self) -> None:
        if not self._idle.acquire(False):
            raise ValueError('called by a callback of the stream, or while '
                             'another thread is in a call')

    def _do(self, function: Any, *arguments: Any) -> None:
        self._begin()
        try:
            if not self._ug:
                raise ValueError('the stream is closed')
            self._call.run(function, self._ug, *arguments)
        finally:
            self._idle.release()

    def feed(self, data: Any) -> None:
        """Give the next bytes, cut anywhere."""
        data = _bytes(data)
        self._do(_feed, data, len(data))

    def flush(self) -> None:
        """End the record here, and write all that was held back."""
        self._do(_flush)

    def feed_record(self, data: Any) -> None:
        """Give the rest of a record, and end it: feed() and flush()."""
        data = _bytes(data)
        self._do(_feed_record, data, len(data))

    def finish(self) -> None:
        """Say that the input has ended, and write what was held back."""
        self._do(_finish)

    @property
    def failed_at(self) -> int:
        """The byte of input at which the stream failed; 0 if it did not."""
        if not self._ug:
            raise ValueError('the stream is closed')
        return _failed_at(self._ug)

    def close(self) -> None:
        """Free the stream, finished or not."""
        self._begin()
        try:
            _close(self._ug)
            self._ug = ctypes.c_void_p()
        finally:
            self._idle.release()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, kind: Any, *error: Any) -> None:
        try:
            if kind is None and self._ug:
                self.finish()
        finally:
            self.close()

    def __del__(self) -> None:
        if getattr(self, '_ug', None):
            _close(self._ug)


# ---- as ftfy has it


class TextFixerConfig(NamedTuple):
    """Which repairs fix_text() makes, by ftfy's names.  What has no switch here
    (restore_byte_a0, replace_lossy_sequences, decode_inconsistent_utf8,
    fix_surrogates) is always made; max_decode_length means nothing.  Of many
    texts, and of files, "auto" is False."""
    unescape_html: Union[str, bool] = False  # "auto": in a text without "<"
    remove_terminal_escapes: bool = False
    fix_encoding: bool = True
    restore_byte_a0: bool = True
    replace_lossy_sequences: bool = True
    decode_inconsistent_utf8: bool = True
    fix_c1_controls: bool = True
    fix_latin_ligatures: bool = False
    fix_character_width: bool = False
    uncurl_quotes: bool = False
    fix_line_breaks: bool = False
    fix_surrogates: bool = True
    remove_control_chars: bool = False
    normalization: Optional[str] = None
    max_decode_length: int = 1000000
    explain: bool = True
    fix_marks: bool = True
    fix_words: bool = True


class ExplainedText(NamedTuple):
    """A text, and the edits that made it; None if explain=False."""
    text: str
    explanation: Optional[List[Edit]]


_ALWAYS = ('restore_byte_a0', 'replace_lossy_sequences',
           'decode_inconsistent_utf8', 'fix_surrogates')
_FIXES = {
    'fix_encoding': ('mojibake', 'iso-2022-jp'),
    'fix_c1_controls': ('c1',),
    'fix_marks': ('marks',),
    'fix_words': ('words',),
    'remove_terminal_escapes': ('ansi',),
    'remove_control_chars': ('controls', 'bom'),
    'fix_character_width': ('width',),
    'fix_latin_ligatures': ('ligatures',),
    'uncurl_quotes': ('quotes',),
    'fix_line_breaks': ('eol-lf',),
}


_DEFAULT = TextFixerConfig()


def _config(config: Optional[TextFixerConfig],
            keywords: Dict[str, Any]) -> TextFixerConfig:
    if 'fix_entities' in keywords:  # as it was called once
        keywords['unescape_html'] = keywords.pop('fix_entities')
    config = config or _DEFAULT
    if keywords:
        config = config._replace(**keywords)
    for name in _ALWAYS if config is not _DEFAULT else ():
        if not getattr(config, name):
            raise ValueError('%s: is always made' % name)
    return config


@functools.lru_cache(maxsize=64)
def _fixes(config: TextFixerConfig, has_markup: bool) -> str:
    fixes = ['encoding']
    for name, members in _FIXES.items():
        if getattr(config, name):
            fixes.extend(members)
    if config.unescape_html and not (
            config.unescape_html == 'auto' and has_markup):
        fixes.append('escapes')
    if config.normalization:
        fixes.append(config.normalization.lower())
    return ','.join(fixes)


def _str(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError('a str is wanted; guess_bytes() and repair() take '
                        'bytes, and find out their encoding')
    return text


def _encode(text: str) -> bytes:
    try:
        return _str(text).encode()
    except UnicodeEncodeError:  # surrogates: pairs are joined, others replaced
        return text.encode('utf-16-le', 'surrogatepass').decode(
            'utf-16-le', 'replace').encode()


@functools.lru_cache(maxsize=64)
def _call(fixes: str) -> _Call:
    """Options that nobody changes, and no callback is in."""
    return _Call(encoding='utf-8', fixes=fixes)


def _fix(text: str, fixes: str) -> str:
    return _repaired(_call(fixes), _encode(text)).decode()


def fix_text(text: str, config: Optional[TextFixerConfig] = None,
             **keywords: Any) -> str:
    """Repair a text.  `keywords` are fields of TextFixerConfig."""
    config = _config(config, keywords)
    return _fix(text, _fixes(config, '<' in _str(text)))


def fix_texts(texts: Iterable[str], config: Optional[TextFixerConfig] = None,
              **keywords: Any) -> Iterator[str]:
    """Repair many texts, as the values of a column: each by itself, but what is
    sure of one is evidence for those behind it.  For short ones this is
    several times faster than a call of fix_text() for each."""
    config = _config(config, keywords)
    written: List[bytes] = []
    with Stream(written.append, encoding='utf-8',
                fixes=_fixes(config, True)) as stream:
        for text in texts:
            stream.feed_record(_encode(text))
            yield b''.join(written).decode()
            written.clear()


def fix_text_segment(text: str, config: Optional[TextFixerConfig] = None,
                     **keywords: Any) -> str:
    """The same: a text may have any length."""
    return fix_text(text, config, **keywords)


def fix_and_explain(text: str, config: Optional[TextFixerConfig] = None,
                    **keywords: Any) -> ExplainedText:
    """Repair a text, and tell of each edit."""
    config = _config(config, keywords)
    return _explained(text, _fixes(config, '<' in _str(text)), config)


def _explained(text: str, fixes: str, config: TextFixerConfig) -> ExplainedText:
    if not config.explain:
        return ExplainedText(_fix(text, fixes), None)
    edits: List[Edit] = []
    fixed = repair(_encode(text), encoding='utf-8', fixes=fixes,
                   edit=edits.append)
    return ExplainedText(fixed.decode(), edits)


def _encoding_only(config: TextFixerConfig) -> str:
    return _fixes(TextFixerConfig(fix_encoding=config.fix_encoding,
                                  fix_c1_controls=config.fix_c1_controls,
                                  fix_marks=False, fix_words=False), True)


def fix_encoding(text: str, config: Optional[TextFixerConfig] = None,
                 **keywords: Any) -> str:
    """Repair nothing but what was read in the wrong encoding."""
    return _fix(text, _encoding_only(_config(config, keywords)))


def fix_encoding_and_explain(text: str,
                             config: Optional[TextFixerConfig] = None,
                             **keywords: Any) -> ExplainedText:
    """The same, and tell of each edit."""
    config = _config(config, keywords)
    return _explained(text, _encoding_only(config), config)


def guess_bytes(data: Any) -> Tuple[str, str]:
    """Decode bytes in an unknown encoding: the text, and the encoding that most
    of them are in.  What is no text raises an Error."""
    n: Dict[str, int] = {}

    def count(span: Span) -> None:
        n[span.encoding] = n.get(span.encoding, 0) + 1 + (
            span.in_len - span.ascii_len)

    text = repair(data, fixes='encoding', binary='fail', span=count).decode()
    return text, max(n, key=lambda name: n[name]) if n else 'US-ASCII'


def fix_file(input_file: Union[BinaryIO, TextIO, Iterable[Any]],
             encoding: Optional[str] = None,
             config: Optional[TextFixerConfig] = None,
             **keywords: Any) -> Iterator[str]:
    """Repair an open file, or what else has lines, and yield these as they are
    decided.

    One that gives bytes may be in any encoding, or in several; `encoding` names
    it if it is known.  What is no text raises an Error, which 64 KiB tell: no
    line comes before them.
    """
    config = _config(config, keywords)
    lines = _Lines()
    fixes = _fixes(config, True)
    options: Dict[str, Any] = {}
    pieces = _pieces(input_file)
    piece = next(pieces, '')
    if isinstance(piece, str):
        encoding = 'utf-8'
    else:
        fixes += ',declarations'
        options['binary'] = 'fail'
    with Stream(lines.add, encoding=encoding, fixes=fixes, **options) as stream:
        while piece:
            stream.feed(_encode(piece) if isinstance(piece, str) else piece)
            yield from lines.take()
            piece = next(pieces, '')
        stream.finish()
        yield from lines.take(last=True)
        stream.close()


_PIECE = 65536  # bytes, or characters, that are read at a time


def _pieces(input_file: Any) -> Iterator[Union[str, bytes]]:
    """What it has, piece by piece: none is empty, or ends amid surrogates."""
    if not hasattr(input_file, 'read'):
        yield from filter(None, input_file)
        return
    piece = input_file.read(_PIECE)
    while piece:
        more = isinstance(piece, str) and '\ud800' <= piece[-1] <= '\udbff'
        yield piece + input_file.read(1) if more else piece
        piece = input_file.read(_PIECE)


class _Lines:
    """Output, of which whole lines are taken."""

    def __init__(self) -> None:
        self.parts: List[bytes] = []
        self.ended = False  # there is a whole line

    def add(self, part: bytes) -> None:
        self.parts.append(part)
        self.ended = self.ended or b'\n' in part

    def take(self, last: bool = False) -> Iterator[str]:
        if not self.ended and not last:
            return
        lines = b''.join(self.parts).split(b'\n')
        rest = lines.pop()
        self.parts = [rest] if rest and not last else []
        self.ended = False
        for line in lines:
            yield line.decode() + '\n'
        if rest and last:
            yield rest.decode()
