"""The module for Python, by its calls: python.py PROGRAM, python.py --layout"""
import ctypes
import gc
import glob
import io
import os
import signal
import subprocess
import sys
import threading
import time
import typing
import unittest
from unittest import mock

import ungarble
from ungarble import Stream

GARBLED = 'Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n'
MENDED = 'Le café ferme, l’été finit.\n'
LEGACY = 'Le café ferme à midi.\n'
SPUN = ('The counterfeit consciousness finds a bosom malignancy on x-beam '
        'pictures with an irregular woodland.\n')


def layout():
    """C that compiles where the header has what the module has."""
    print('#include <stddef.h>\n#include "ungarble.h"')
    for name in ('_Span', '_Edit', '_Finding', '_Guess', '_Options'):
        structure = getattr(ungarble, name)
        its = 'struct ungarble_' + name[1:].lower()

        def same(what, value):
            print('_Static_assert(%s == %d, "samples/python/ungarble.py: '
                  'another %s");' % (what, value, its))

        same('sizeof(%s)' % its, ctypes.sizeof(structure))
        for row in structure._fields_:
            field = getattr(structure, row[0])
            row = row[0].rstrip('_')
            same('offsetof(%s, %s)' % (its, row), field.offset)
            same('sizeof(((%s *)0)->%s)' % (its, row), field.size)
    enums = dict(ungarble._ENUMS, by=ungarble._REASONS)
    for name, values in enums.items():
        for i, value in enumerate(values):
            print('_Static_assert(UNGARBLE_%s_%s == %d, "%s");' % (
                name.upper(), value.upper(), i, value))


class AsFtfy(unittest.TestCase):
    def test_fix_text(self):
        self.assertEqual(ungarble.fix_text(GARBLED), MENDED)
        self.assertEqual(ungarble.fix_text_segment(GARBLED), MENDED)
        self.assertEqual(ungarble.fix_text(''), '')
        for kept in (MENDED, '“so”', 'ﬁ', 'ＡＢ', 'a\r\nb\rc', 'e\u0301', 'a\0b',
                     '\ufeffa', 'caf&eacute;', '\x1b[1mso\x1b[0m', 'ã\n' * 9):
            self.assertEqual(ungarble.fix_text(kept), kept)
        with self.assertRaisesRegex(TypeError, r'guess_bytes\(\)'):
            ungarble.fix_text(b'so')
        long = 'so it is \0' * 700000
        self.assertEqual(ungarble.fix_text(long + GARBLED), long + MENDED)

    def test_fix_texts(self):
        texts = [GARBLED, '', 'so', 'a\r', '\nb', 'Nord – SÃ¸r, Ã¸st',
                 'Nord – SÃ¸r', '\ufeffa', 'a\ud83d\ude00']
        fixed = ungarble.fix_texts(iter(texts))
        self.assertEqual(next(fixed), MENDED)
        self.assertEqual(list(fixed), [
            '', 'so', 'a\r', '\nb', 'Nord – Sør, øst', 'Nord – Sør', '\ufeffa',
            'a\U0001f600'])
        self.assertEqual(ungarble.fix_text('Nord – SÃ¸r'), 'Nord – SÃ¸r')
        self.assertEqual(list(ungarble.fix_texts(['“so”', '&eacute;'],
                                                 unescape_html=True,
                                                 uncurl_quotes=True)),
                         ['"so"', 'é'])

    def test_taste(self):
        def fixed(text, **keywords):
            return ungarble.fix_text(text, **keywords)
        self.assertEqual(fixed('“so”', uncurl_quotes=True), '"so"')
        self.assertEqual(fixed('ﬁ', fix_latin_ligatures=True), 'fi')
        self.assertEqual(fixed('ＡＢ', fix_character_width=True), 'AB')
        self.assertEqual(fixed('a\r\nb', fix_line_breaks=True), 'a\nb')
        self.assertEqual(fixed('e\u0301', normalization='NFC'), 'é')
        self.assertEqual(fixed('é', normalization='NFD'), 'e\u0301')
        self.assertEqual(fixed('\x1b[1mso', remove_terminal_escapes=True),
                         'so')
        self.assertEqual(fixed('\ufeffa\x01b', remove_control_chars=True), 'ab')
        self.assertEqual(fixed('caf&eacute; \\u00E9 &lt;',
                               unescape_html=True), 'café é &lt;')
        self.assertEqual(fixed('ＡＢ\u3000', fix_character_width=True),
                         'AB\u3000')
        self.assertEqual(fixed('b\u2028\r\na\rb', fix_line_breaks=True),
                         'b\u2028\na\rb')
        self.assertEqual(fixed('caf&eacute;', unescape_html='auto'), 'café')
        self.assertEqual(fixed('<i>caf&eacute;', unescape_html='auto'),
                         '<i>caf&eacute;')
        config = ungarble.TextFixerConfig(uncurl_quotes=True)
        self.assertEqual(fixed('“so”', config=config), '"so"')
        self.assertEqual(fixed('“so”', config=config, uncurl_quotes=False),
                         '“so”')
        self.assertEqual(fixed(GARBLED, fix_encoding=False), GARBLED)
        self.assertEqual(fixed('&eacute;', fix_entities=True), 'é')
        self.assertEqual(fixed('&eacute;', fix_entities=False),
                         '&eacute;')
        with self.assertRaises((TypeError, ValueError)):
            fixed('so', uncurl=True)
        with self.assertRaises(ValueError):
            fixed('so', fix_surrogates=False)
        with self.assertRaises(ungarble.Error) as caught:
            fixed('so', normalization='NFX')
        self.assertEqual(caught.exception.code, 2)

    def test_surrogates(self):
        self.assertEqual(ungarble.fix_text('a\ud83d\ude00'), 'a\U0001f600')
        self.assertEqual(ungarble.fix_text('a\ude00b'), 'a\ufffdb')
        piece = 'a' * (ungarble._PIECE - 1) + '\ud83d'
        for end, want in (('\ude00', '\U0001f600'), ('', '\ufffd'),
                          ('b', '\ufffdb')):
            self.assertEqual(''.join(ungarble.fix_file(
                io.StringIO(piece + end)))[ungarble._PIECE - 1:], want)

    def test_fix_encoding(self):
        self.assertEqual(ungarble.fix_encoding(GARBLED), MENDED)
        self.assertEqual(ungarble.fix_encoding('don\x92t'), 'don’t')
        with open('samples/garbled/doubled.in', encoding='utf-8') as file:
            prose = file.read()
        self.assertEqual(ungarble.fix_encoding(prose), prose)
        self.assertNotEqual(ungarble.fix_text(prose), prose)
        self.assertEqual(ungarble.fix_text(prose, fix_marks=False), prose)

    def test_explained(self):
        text, explanation = ungarble.fix_and_explain(GARBLED)
        self.assertEqual(text, MENDED)
        self.assertEqual([(e.before, e.after) for e in explanation],
                         [('Ã©', 'é'), ('â€™Ã©', '’é'), ('Ã©', 'é')])
        data = GARBLED.encode()
        for edit in explanation:
            self.assertEqual(edit.fix, 'mojibake')
            self.assertEqual(
                data[edit.in_at:edit.in_at + edit.in_len].decode(),
                edit.before)
            self.assertEqual(
                text.encode()[edit.out_at:edit.out_at + edit.out_len].decode(),
                edit.after)
        self.assertRegex(str(explanation[0]),
                         '^1: mojibake/utf-8>windows-1252: Ã© → é '
                         r'\([0-9]+ %, bytes 6-10\)$')
        self.assertEqual(ungarble.fix_encoding_and_explain(GARBLED),
                         (text, explanation))
        self.assertEqual(ungarble.fix_and_explain('so'), ('so', []))
        for call in (ungarble.fix_and_explain,
                     ungarble.fix_encoding_and_explain):
            self.assertEqual(call(GARBLED, explain=False), (MENDED, None))

    def test_guess_bytes(self):
        self.assertEqual(ungarble.guess_bytes(LEGACY.encode('latin-1')),
                         (LEGACY, 'windows-1252'))
        self.assertEqual(ungarble.guess_bytes(GARBLED.encode()),
                         (GARBLED, 'UTF-8'))
        russian = 'Чужую беду руками разведу, а к своей ума не приложу.\n'
        self.assertEqual(ungarble.guess_bytes(russian.encode('koi8-r')),
                         (russian, 'KOI8-R'))
        self.assertEqual(ungarble.guess_bytes(
            LEGACY.encode('latin-1') * 3 + russian.encode('koi8-r') * 4),
            (LEGACY * 3 + russian * 4, 'KOI8-R'))
        self.assertEqual(ungarble.guess_bytes(
            LEGACY.encode('latin-1') * 2 +
            ('déjà\n' + 'so it is\n' * 9).encode())[1], 'windows-1252')
        self.assertEqual(ungarble.guess_bytes(b''), ('', 'US-ASCII'))
        self.assertEqual(ungarble.guess_bytes(bytearray(b'so')),
                         ('so', 'US-ASCII'))
        with self.assertRaises(ungarble.Error) as caught:
            ungarble.guess_bytes(bytes(range(9)) * 100 + b'\xff\xfe\xfd')
        self.assertEqual(str(caught.exception), 'no text but binary')
        with self.assertRaises(TypeError):
            ungarble.guess_bytes('so')

    def test_fix_file(self):
        data = LEGACY.encode('latin-1') + GARBLED.encode() + b'so'
        self.assertEqual(list(ungarble.fix_file(io.BytesIO(data))),
                         [LEGACY, MENDED, 'so'])
        self.assertEqual(list(ungarble.fix_file(io.BytesIO(b'\xc1\n'),
                                                'koi8-r')), ['а\n'])
        self.assertEqual(list(ungarble.fix_file(io.StringIO(GARBLED + LEGACY),
                                                fix_encoding=False)),
                         [GARBLED, LEGACY])
        self.assertEqual(list(ungarble.fix_file(io.BytesIO(b''))), [])
        self.assertEqual(list(ungarble.fix_file([GARBLED, '', LEGACY])),
                         [MENDED, LEGACY])
        self.assertEqual(list(ungarble.fix_file(iter([b'\xc1\n', b'\xc2']),
                                                'koi8-r')), ['а\n', 'б'])
        self.assertEqual(list(ungarble.fix_file([])), [])
        page = io.BytesIO('<meta charset=koi8-r>\nЧужую беду руками '
                          'разведу\n'.encode('koi8-r'))
        self.assertEqual(next(ungarble.fix_file(page)),
                         '<meta charset=UTF-8>\n')
        pieces = ['one\ntwo', '\n', 'three', '']
        lines = ungarble.fix_file(mock.Mock(read=lambda n: pieces.pop(0)))
        self.assertEqual((next(lines), len(pieces)), ('one\n', 3))
        self.assertEqual((next(lines), len(pieces)), ('two\n', 2))
        long = 'Ã© la carte ' * 30000
        self.assertEqual(''.join(ungarble.fix_file(io.StringIO(long))),
                         long.replace('Ã©', 'é'))


class AsTheLibrary(unittest.TestCase):
    def test_samples(self):
        n = 0
        for name in sorted(glob.glob('samples/garbled/*.in') +
                           glob.glob('samples/clean/*')):
            with open(name, 'rb') as file:
                data = file.read()
            want = subprocess.run([sys.argv[0], '-q', name], check=True,
                                  stdout=subprocess.PIPE).stdout
            self.assertEqual(ungarble.repair(data), want, name)
            n += data != want
        self.assertGreater(n, 20)

    def test_options(self):
        data = GARBLED.encode()
        self.assertEqual(ungarble.repair(data, fixes='encoding'), data)
        self.assertEqual(ungarble.repair(b'\xc1', encoding='koi8-r'),
                         'а'.encode())
        self.assertEqual(ungarble.repair(b'a\xff', encoding='utf-8',
                                         invalid='escape'), b'a\\xFF')
        self.assertEqual(ungarble.repair(data, keep='cafÃ©\n'),
                         MENDED.replace('café', 'cafÃ©').encode())
        rows = 'a;b\nÃ©tÃ© Ã©tÃ©;Ã©tÃ© Ã©tÃ©\n'
        self.assertEqual(ungarble.repair(rows.encode(), fields='csv', names='b',
                                         delimiter=';'),
                         'a;b\nÃ©tÃ© Ã©tÃ©;été été\n'.encode())
        many = (GARBLED + 'so it is\n' * 9).encode() * 40000
        self.assertEqual(ungarble.repair(many, threads=2),
                         ungarble.repair(many))
        for wrong in ({'klingon': 1}, {'size': 1}, {'part_end': 1},
                      {'from_': 1, 'user': 1}):
            with self.assertRaises(TypeError):
                ungarble.repair(data, **wrong)
        for wrong in ({'encoding': 7}, {'fixes': ['c1']}, {'keep': 1},
                      {'confidence': '9'}, {'delimiter': ';;'},
                      {'keep_len': 9}):
            with self.assertRaises(TypeError):
                ungarble.repair(data, **wrong)
        for wrong in ({'invalid': 'ignore'}, {'fixes': 'c1\0'},
                      {'threads': 1 << 32}, {'confidence': -1}):
            with self.assertRaises(ValueError) as caught:
                ungarble.repair(data, **wrong)
            self.assertNotIsInstance(caught.exception, ungarble.Error)
        with self.assertRaises(ungarble.Error) as caught:
            ungarble.repair(data, encoding='klingon')
        self.assertEqual(caught.exception.code, 3)

    def test_told(self):
        edits, spans = [], []
        data = b'caf\xe9 du th\xe9 glac\xe9\n' + GARBLED.encode()
        ungarble.repair(data, edit=edits.append, span=spans.append)
        self.assertEqual([s.encoding for s in spans],
                         ['windows-1252', 'UTF-8'])
        self.assertEqual(sum(s.in_len for s in spans), len(data))
        self.assertEqual(len(edits), 3)
        stray = []
        ungarble.repair('déjà vu, '.encode() + b'caf\xe9\n',
                        edit=stray.append)
        self.assertEqual(stray[0].before, b'\xe9')
        self.assertIn('\\xe9', str(stray[0]).lower())
        self.assertEqual(ungarble.repair(
            GARBLED.encode(), ask=lambda edit: edit.in_at > 10).decode(),
            MENDED.replace('café', 'cafÃ©'))

    def test_findings(self):
        data = ('déjà vu\n' + SPUN).encode()
        found = ungarble.findings(data)
        self.assertEqual([(f.found, f.meant) for f in found[:2]], [
            ('counterfeit consciousness', 'artificial intelligence'),
            ('bosom malignancy', 'breast cancer')])
        for f in found:
            self.assertEqual(data[f.in_at:f.in_at + f.in_len].decode(), f.found)
            self.assertEqual(f[:2] + (f.character, f.record),
                             ('words/other-spinner', 'words', None, 2))
        self.assertEqual(ungarble.findings('é\u202eab'), [(
            'invisible/bidi', 'invisible', 'an override to the left',
            None, '\u202e', 2, 3, 1)])
        self.assertEqual(ungarble.findings('é\u202eab', keep_invisible=1), [])
        self.assertEqual(ungarble.findings(MENDED + 'a\ud800'), [])
        self.assertEqual([f.rule for f in ungarble.findings(
            b'{"a":1}\nso\n', fields='json')], ['fields/json'])
        told = []
        self.assertEqual(ungarble.repair(data, finding=told.append), data)
        self.assertEqual(told, found)

    def test_guess(self):
        guesses = ungarble.guess(LEGACY.encode('latin-1'))
        self.assertEqual(guesses[0][:3], ('windows-1252', 'fr', 'statistics'))
        self.assertEqual(guesses[0].margin, 0)
        self.assertGreater(guesses[1].margin, 1000)
        self.assertEqual(len(ungarble.guess(LEGACY.encode('latin-1'), 1)), 1)
        self.assertEqual(ungarble.guess(b'\xc1', encoding='koi8-r'),
                         [('KOI8-R', None, 'option', 100, 0)])

    def test_hints(self):
        for name in ungarble.__all__:
            thing = getattr(ungarble, name)
            self.assertTrue(thing.__doc__, name)
            if callable(thing) and not isinstance(thing, type):
                self.assertIn('return', typing.get_type_hints(thing), name)


class OfStreams(unittest.TestCase):
    def test_stream(self):
        out = []
        with Stream(out.append) as stream:
            stream.feed(GARBLED.encode()[:9])
            self.assertEqual(out, [])
            stream.feed(memoryview(GARBLED.encode())[9:19])
            stream.flush()
            self.assertEqual(b''.join(out).decode(), 'Le café ferme, l')
            stream.feed_record(GARBLED.encode()[19:])
            self.assertEqual(b''.join(out).decode(), MENDED)
        self.assertEqual(b''.join(out).decode(), MENDED)
        with self.assertRaises(ValueError):
            stream.feed(b'so')
        with self.assertRaises(ValueError):
            stream.failed_at
        stream.close()
        with self.assertRaises(TypeError), Stream() as stream:
            stream.feed('so')
        with self.assertRaises(ungarble.Error):
            Stream(encoding='klingon')

    def test_failed(self):
        stream = Stream(encoding='utf-8', invalid='fail')
        with self.assertRaises(ungarble.Error) as caught:
            stream.feed(b'one\ntwo\xff\n')
            stream.finish()
        self.assertEqual(caught.exception.code, 4)
        self.assertEqual(stream.failed_at, 7)
        stream.close()

    def test_raised(self):
        for error in (KeyError, KeyboardInterrupt):
            for name in ('write', 'edit', 'ask', 'span', 'finding'):
                def wrong(*arguments):
                    raise error('on purpose')
                with self.assertRaises(error):
                    with Stream(**{name: wrong}) as stream:
                        stream.feed((GARBLED + SPUN).encode())

    def test_signals(self):
        """What a signal raises while C is at work comes out of the call; what
        else nobody catches goes where it went."""
        class Weird:
            def __del__(self):
                raise KeyError

        weird = []

        def write(part):
            if weird:
                weird.pop()
                signal.setitimer(signal.ITIMER_REAL, .01)

        def late(number, frame):
            raise TimeoutError

        data = (MENDED * 9 + GARBLED).encode() * 20000
        before = signal.signal(signal.SIGALRM, late)
        try:
            for _ in range(5):
                weird.append(Weird())
                with mock.patch.object(sys, 'unraisablehook') as hook:
                    with self.assertRaises(TimeoutError):
                        with Stream(write) as stream:
                            stream.feed(data)
                    self.assertIs(sys.unraisablehook, hook)
                self.assertEqual([call.args[0].exc_type
                                  for call in hook.call_args_list], [KeyError])
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def test_from_within(self):
        out = []

        def edit(edit):
            for call in (stream.flush, stream.finish, stream.close,
                         lambda: stream.feed(b'so')):
                with self.assertRaises(ValueError):
                    call()
            self.assertEqual(ungarble.fix_text(GARBLED), MENDED)

        with Stream(out.append, edit=edit) as stream:
            stream.feed(GARBLED.encode())
        self.assertEqual(b''.join(out).decode(), MENDED)

    def test_left(self):
        """What is not closed is freed; what an exception left is not
        finished."""
        out = []
        with self.assertRaises(KeyError), Stream(out.append) as stream:
            stream.feed(b'so')
            raise KeyError
        self.assertEqual(out, [])
        with mock.patch.object(ungarble, '_close',
                               wraps=ungarble._close) as closed:
            for _ in range(9):
                Stream(out.append).feed(b'so')
            gc.collect()
            self.assertEqual(closed.call_count, 9)

    def test_freed(self):
        with mock.patch.object(ungarble, '_free',
                               wraps=ungarble._free) as freed:
            ungarble.repair(b'so')
            ungarble.fix_text(GARBLED)
            self.assertEqual(freed.call_count, 2)

    def test_threads(self):
        failed = []

        def work():
            for _ in range(20):
                if ungarble.fix_text(GARBLED * 20) != MENDED * 20:
                    failed.append(1)
                out = []
                with Stream(out.append) as stream:
                    for _ in range(20):
                        stream.feed(LEGACY.encode('latin-1'))
                if b''.join(out).decode() != LEGACY * 20:
                    failed.append(2)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failed, [])

    def test_one_stream_of_threads(self):
        out, refused = [], []

        def write(part):
            out.append(part)
            time.sleep(.0001)

        def work():
            for _ in range(50):
                try:
                    stream.feed(b'so it is\n')
                    stream.flush()
                except ValueError as error:
                    refused.append(str(error))

        with Stream(write) as stream:
            threads = [threading.Thread(target=work) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(set(b''.join(out).split(b'\n')), {b'so it is', b''})
        self.assertTrue(refused)
        self.assertIn('another thread', refused[0])

    def test_fork(self):
        stream = Stream(encoding='koi8-r')
        child = os.fork()
        if child == 0:
            stream.feed(b'so')
            stream.close()
            os._exit(ungarble.fix_text(GARBLED) != MENDED)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        stream.finish()
        stream.close()


if __name__ == '__main__':
    if sys.argv[1] == '--layout':
        layout()
    else:
        del sys.argv[0]
        unittest.main(argv=['python.py'])
