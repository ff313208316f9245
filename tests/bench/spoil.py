"""Whether the tests see it if a place of the source is spoiled.

spoil.py BUILD SEED N --sources FILE... --tests TARGET... --make COMMAND...

Draws N lines of code inside functions, spoils one at a time in a copy of the
tree and runs the tests there until one is red:

    3: src/base/buf.c:40 ug_reserve: < to <= -> red: edit_test

A line is drawn if there is something on it to spoil: a comparison, a number or
the #define of one, a statement that does no more than compute, && and ||, the
condition of an if, + and -, true and false.  What does not compile, compiles to
the same code, or is known to make no difference (spoil_same.txt, which says
why) is told and drawn anew.  The same seed and tree give the same places; the
compiler has a word in which of them come to the same.

With N 0, the places are listed, and nothing is run; those that spoil_same.txt
names and that are not among them are told, and fail.

Left alone: tables, headers, comments, assertions, declarations without a value.
A test that takes much longer than it does when nothing is spoiled is red.
"""
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

COMPARE = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '=='}
SWAP = {'&&': '||', '||': '&&', '+': '-', '-': '+', '+=': '-=', '-=': '+=',
        'true': 'false', 'false': 'true', **COMPARE}
TOKEN = re.compile(r'(?<= )(?:[<>=!]=|[<>]|&&|\|\||[+-]=?)(?=\s)|'
                   r'\b(?:true|false)\b')
NUMBER = re.compile(r'(?<![\w.])(0x[0-9A-Fa-f]+|[0-9]+)([uUlL]*)(?![\w.])')
DEFINE = re.compile(r'^#define[ \t]+(\w+)[ \t]+\(?(0x[0-9A-Fa-f]+|[0-9]+)'
                    r'[uUlL]*\)?[ \t]*$', re.M)
# Comments, strings, characters; strings stand for nothing that can be spoiled.
OPAQUE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'
                    r"(?<!\w)'(?:\\.|[^'\\\n])+'", re.S)
DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.M)
BODY = re.compile(r'^\{$.*?^\}', re.M | re.S)
NAME = re.compile(r'^(?:[\w*]+[ \t*]+)*(\w+)\(', re.M)
ASSERT = re.compile(r'\b(?:static_|_Static_)?assert\b')
DECLARED = re.compile(r'(?:const|static|struct|enum|union|unsigned|int|char)\b|'
                      r'\w+(?: \w+)*(?: \*+| )(?:const )?\w+(?:\[.*\])*'
                      r'\s*(?:=|,|;)')
KEYWORD = re.compile(r'(?:if|else|for|while|do|switch|case|default|try|catch)\b')
SAME = os.path.join(os.path.dirname(__file__), 'spoil_same.txt')
LIMIT = 8 << 30          # bytes of memory, and an eighth of it in a file


def blank(match):
    """As many spaces, but for the quotes of a string and the ends of lines."""
    text = re.sub(r'[^\n]', ' ', match.group())
    return '"' + text[2:] + '"' if match.group()[0] in '"\'' else text


def closing(text, at):
    """Behind the bracket that closes the one at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] in '([{') - (text[i] in ')]}')
        if depth == 0:
            return i + 1
    return len(text)


def statement_end(text, at):
    """Behind the semicolon of the statement at `at`; None if it has none."""
    while at < len(text) and text[at] not in ';{}':
        at = closing(text, at) if text[at] in '([' else at + 1
    return at + 1 if at < len(text) and text[at] == ';' else None


class Source:
    """A file; what changes of one of its lines there are: (from, to, what)."""

    def __init__(self, path):
        self.path = path
        with open(path, encoding='utf-8', newline='') as file:
            self.text = file.read()
        bare = OPAQUE.sub(blank, self.text)
        self.defines = {m.group(1): m for m in DEFINE.finditer(bare)}
        self.code = DIRECTIVE.sub(blank, bare)

    def lines(self):
        """Lines inside functions: (number, name of the function, changes)."""
        for body in BODY.finditer(self.code):
            names = NAME.findall(self.code, 0, body.start())
            name = names[-1] if names else '?'
            inside = re.compile(r'[^\n]*[^\s][^\n]*')
            for line in inside.finditer(self.code, body.start() + 1, body.end()):
                changes = self.changes(line.start(), line.end(), body.end())
                if changes:
                    number = self.code.count('\n', 0, line.start()) + 1
                    yield number, name, changes

    def changes(self, start, end, last):
        line = self.code[start:end]
        first = start + len(line) - len(line.lstrip())
        stop = statement_end(self.code, first)
        whole = self.code[first:stop or end]
        if ASSERT.search(line) or ASSERT.match(whole):
            return []
        if DECLARED.match(whole) and not KEYWORD.match(whole) and \
                not whole.startswith(('return', 'goto')):
            if '=' not in whole:
                return []
            stop = None
        found = []
        for m in TOKEN.finditer(self.code, start, end):
            to = SWAP[m.group()]
            found.append((m.start(), m.end(), to, f'{m.group()} to {to}'
                          f' in {self.spoiled(start, m.span(), to, end)}'))
        for m in NUMBER.finditer(self.code, start, end):
            found += [(a, b, to, f'{what} in {self.spoiled(start, (a, b), to, end)}')
                      for a, b, to, what in self.numbers(m.start(), m.group(1), '')]
        for word in sorted(set(re.findall(r'\w+', line))):
            if word in self.defines:
                m = self.defines[word]
                found += self.numbers(m.start(2), m.group(2), f'#define {word} ')
        for m in re.finditer(r'\bif \(', self.code[start:end]):
            at = start + m.end() - 1
            to = closing(self.code, at)
            found.append((at, to, f'(!{self.text[at:to]})', 'if negated'))
        found += self.dropped(first, stop, last)
        return found

    def spoiled(self, start, at, to, end):
        return f'{self.text[start:at[0]]}{to}{self.text[at[1]:end]}'.strip()

    @staticmethod
    def numbers(at, number, what):
        value, written = int(number, 0 if number[:2] == '0x' else 10), '{}'
        if number[:2] == '0x':
            written = '0x{:x}'
        return [(at, at + len(number), written.format(value + by),
                 f'{what}{number} to {written.format(value + by)}')
                for by in (1, -1) if value + by >= 0]

    def dropped(self, first, stop, last):
        """The statement at `first`, if one starts there that can be spared."""
        before = self.code[:first].rstrip()
        if stop is None or KEYWORD.match(self.code, first) or \
                before[-1] not in ';{}):' and not re.search(r'\belse$', before):
            return []
        whole = self.text[first:stop]
        if whole[0] in '};' or whole.startswith(('return', 'goto')) and \
                self.code[stop:last].strip() == '}':
            return []
        to = ';' + '\n' * whole.count('\n')
        return [(first, stop, to, f'dropped {" ".join(whole.split())}')]


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT // 8, LIMIT // 8))


class Tree:
    """A copy of the tree, and make in it."""

    def __init__(self, build, make):
        self.root = os.path.join(build, 'spoil', 'tree')
        self.make_command = make
        self.env = {k: v for k, v in os.environ.items()
                    if k not in ('MAKEFLAGS', 'MFLAGS', 'MAKELEVEL')}
        shutil.rmtree(self.root, ignore_errors=True)
        apart = {os.path.realpath(p) for p in (build, '.git')}
        shutil.copytree('.', self.root, symlinks=True, ignore=lambda where, names:
                        [n for n in names if
                         os.path.realpath(os.path.join(where, n)) in apart])
        # Of what is built, the objects and tests, not what campaigns left.
        os.mkdir(os.path.join(self.root, 'build'))
        for name in os.listdir(build):
            path, to = (os.path.join(p, name)
                        for p in (build, os.path.join(self.root, 'build')))
            if os.path.isfile(path):
                shutil.copy2(path, to)
            elif name in ('src', 'tests'):
                shutil.copytree(path, to)

    def path(self, name):
        return os.path.join(self.root, name)

    def make(self, targets, seconds=None, until_red=True):
        """(Status, output, first test that failed); stops at that."""
        env = self.env
        if seconds:
            env = dict(env, TEST_SECONDS=str(seconds))
        run = subprocess.Popen(
            self.make_command + ['-C', self.root, '-s', '--no-print-directory',
                                 'DEPS=no', 'BUILD=build'] + targets,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors='replace', stdin=subprocess.DEVNULL, env=env,
            start_new_session=True, preexec_fn=limits)
        output, red = [], None
        try:
            for line in run.stdout:
                output.append(line)
                if line.startswith('FAILED ') and red is None:
                    red = line.split()[1]
                    if until_red:
                        break
        finally:
            if red or run.poll() is None and sys.exc_info()[0]:
                end_session(run.pid)
            run.stdout.close()
            run.wait()
        return run.returncode, output, red


def end_session(session):
    """Tests run in process groups of their own; make goes first."""
    ps = subprocess.run(['ps', '-e', '-o', 'pid='], stdout=subprocess.PIPE,
                        text=True, check=True).stdout.split()
    for pid in [session] + [int(p) for p in ps]:
        try:
            if os.getsid(pid) == session:
                os.kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def stages(path, tests, seconds):
    """Lists of tests: those of the file and its folder, samples, the rest."""
    folder = os.path.dirname(path).split('/', 1)[1:]
    folder = '/'.join(['build/tests'] + folder)
    stem = os.path.splitext(os.path.basename(path))[0]

    def rank(test):
        name = re.sub(r'(_test|_replay)?(\.sh)?\.(run|cmp)$', '',
                      os.path.basename(test))
        own = name == stem or stem.startswith(name + '_')
        near = os.path.dirname(test) == folder
        return 0 if own or near else 1 if name == 'golden' else 2, not own

    ranks = {test: rank(test) for test in tests}
    order = sorted(tests, key=lambda t: (ranks[t], seconds.get(t, 0), t))
    lists = [[t for t in order if ranks[t][0] == i] for i in range(3)]
    return [tests for tests in lists if tests]


def took(output, tests):
    """Seconds that each test took: try names them without their folder."""
    known = {}
    for line in output:
        m = re.match(r'ok (\S+) \((\d+) s\)', line)
        if m:
            known[m.group(1)] = int(m.group(2))
    return {t: known.get(re.sub(r'^build/(tests/)?|(\.sh)?\.(run|cmp)$', '', t), 0)
            for t in tests}


class Campaign:
    def __init__(self, tree, tests):
        self.tree, self.tests = tree, tests
        status, output, red = tree.make(tests, until_red=False)
        if status != 0 or red:
            sys.exit(''.join(output[-30:]) +
                     f'spoil: not green before anything is spoiled: {red}')
        self.seconds = took(output, tests)

    def stripped(self, object_file):
        out = object_file + '.stripped'
        subprocess.run(['objcopy', '--strip-debug', object_file, out],
                       check=True)
        with open(out, 'rb') as file:
            return file.read()

    def spoil(self, source, change):
        """The test that is red, '' if none is; or None and why not tried."""
        start, end, to, _ = change
        target = 'build/' + os.path.splitext(source.path)[0] + '.o'
        path, made = self.tree.path(source.path), self.tree.path(target)
        times = os.stat(path)
        with open(made, 'rb') as file:
            sound = file.read()
        same = self.stripped(made)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(source.text[:start] + to + source.text[end:])
        try:
            status, _, _ = self.tree.make([target])
            if status != 0:
                return None, 'does not compile'
            if self.stripped(made) == same:
                return None, 'same code'
            for tests in stages(source.path, self.tests, self.seconds):
                longest = max(self.seconds[test] for test in tests)
                status, output, red = self.tree.make(tests, 20 + 4 * longest)
                if red:
                    return red, None
                if status != 0:
                    return 'make: ' + output[-1].strip(), None
            return '', None
        finally:
            # As it was; what is linked with the object is older than it.
            with open(path, 'w', encoding='utf-8', newline='') as file:
                file.write(source.text)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
            with open(made, 'wb') as file:
                file.write(sound)


def shuffled(things, draw):
    keys = [draw.random() for _ in things]
    return [things[i] for i in sorted(range(len(things)), key=keys.__getitem__)]


def known_same():
    """What makes no difference, and why: {'FILE FUNCTION: CHANGE': why}.

    In the file, a place and its indented reason take turns.
    """
    with open(SAME, encoding='utf-8') as file:
        lines = [line.rstrip('\n') for line in file if not line.startswith('#')]
    known = {}
    for place, why in zip(lines[::2], lines[1::2], strict=True):
        if place[:1] == '\t' or why[:1] != '\t' or place in known:
            sys.exit(f'{SAME}: {place}: not a place and its reason, or twice')
        known[place] = why.strip()
    return known


def places(paths, draw):
    """Lines in the order drawn, each with its changes in the order drawn."""
    lines = [(source, line) for source in map(Source, sorted(paths))
             for line in source.lines()]
    print(f'spoil: {len(lines)} lines to draw from', flush=True)
    for source, (number, name, changes) in shuffled(lines, draw):
        yield source, number, name, shuffled(changes, draw)


def list_places(drawn, same):
    """Print them all; how many of those in `same` are not among them."""
    left = dict(same)
    for source, number, name, changes in drawn:
        for change in changes:
            left.pop(f'{source.path} {name}: {change[3]}', None)
        print(f'{source.path}:{number} {name}: ' +
              '; '.join(change[3] for change in changes))
    for place in left:
        print(f'no such place: {place}')
    return len(left)


def main():
    build, seed, n = sys.argv[1:4]
    parts, key = {}, None
    for word in sys.argv[4:]:
        if word in ('--sources', '--tests', '--make'):
            key = word
            parts[key] = []
        else:
            parts[key].append(word)
    tests = ['build' + t[len(build):] for t in parts['--tests']]
    drawn = places(parts['--sources'], random.Random(int(seed)))
    same = known_same()
    if n == '0':
        return list_places(drawn, same) > 0
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    campaign = Campaign(Tree(build, parts['--make']), tests)
    done = green = 0
    while done < int(n):
        source, number, name, changes = next(drawn)
        where = f'{source.path}:{number} {name}'
        for change in changes:
            start = time.monotonic()
            why = same.get(f'{source.path} {name}: {change[3]}')
            red, why = (None, 'no difference: ' + why) if why else \
                campaign.spoil(source, change)
            if red is None:
                print(f'  {where}: {change[3]}: {why}, drawn anew', flush=True)
                continue
            done += 1
            green += red == ''
            print(f'{done}: {where}: {change[3]} -> '
                  f'{"red: " + red if red else "GREEN"} '
                  f'({time.monotonic() - start:.0f} s)', flush=True)
            break
    print(f'spoil: seed {seed}, {done} places, {green} green')
    return green > 0


sys.exit(main())
