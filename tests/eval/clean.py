"""clean.py - correct text of many kinds, out of Debian packages

    clean.py make DEBS OUT
    clean.py judge LIST KIND BEFORE AFTER

The first makes one file for each kind in OUT, as OUT/words: the lines that hold more than ASCII,
each once.  Of kinds with very many lines a part is taken, by the lines' hashes.
What is not UTF-8 is read in the encoding that it declares or that its package
is known to be in, and left out if it is in neither.  The second prints the lines
that differ and are not in LIST, and how many differ, are listed as garbled or
as wrong, and are not listed.
"""
import base64, glob, gzip, hashlib, os, random, re, struct, subprocess, sys, tempfile, zlib

# How many of 1,000 lines are taken, where it is not all.
PARTS = {'ideographs': 120, 'dictionaries': 150, 'manuals': 400, 'help': 400, 'names': 500,
         'other': 300, 'spelling': 400, 'words': 500, 'tokens': 500, 'capitals': 80, 'cases': 300}
KINDS = [
    (r'w(?!esnoth)[a-z-]+$|miscfiles$', 'words'),
    (r'(hunspell|myspell|hyphen)-', 'spelling'),
    (r'dict-', 'dictionaries'),
    (r'edict|enamdict|kanjidic|skkdic|mecab-ipadic|python3-jieba|lib(chewing3|pinyin)-data',
     'ideographs'),
    (r'unicode-data$|locales$|libx11-data$|xkb-data$|python3-emoji$|toilet-fonts$',
     'signs'),
    (r'manpages-', 'manuals'),
    (r'fortunes-', 'sayings'),
    (r'gnome-user-docs$', 'help'),
    (r'(ruby|php)-faker$|libgeonames-common$|libjs-moment$|ruby-i18n$|klavaro$|'
     r'parley-data$|roundcube-core$', 'names'),
    (r'vim-runtime$|emacs-|.*python3|perl|tcl|node-|mc-data$|libjs-|espeak', 'source'),
]
DECLARED = {'edict': 'euc_jp', 'enamdict': 'euc_jp', 'kanjidic': 'euc_jp',
            'skkdic': 'euc_jp', 'mecab-ipadic': 'euc_jp'}
BYTES = re.compile(rb'[\x80-\xff]')


def kind_of(package):
    return next((k for p, k in KINDS if re.match(p, package)), 'other')


def catalogue(data):
    """The translations in a .mo file."""
    order = {b'\xde\x12\x04\x95': '<', b'\x95\x04\x12\xde': '>'}.get(data[:4])
    if not order:
        return
    n, _, table = struct.unpack(order + '3I', data[8:20])
    rows = [struct.unpack(order + '2I', data[table + 8 * i:table + 8 * i + 8])
            for i in range(n)]
    texts = [data[at:at + size] for size, at in rows]
    head = re.search(rb'charset=([\w-]+)', texts[0] if texts else b'')
    for text in texts:
        try:
            text = text.decode(head.group(1).decode() if head else 'utf-8')
        except (UnicodeDecodeError, LookupError):
            continue
        yield from re.split('[\n\0]', text)


def charmap(text):
    """A code-page table as lists of characters, and each with its place."""
    row = []
    for code, byte in re.findall(r'^<U([0-9A-F]{4,8})>\s+((?:/x[0-9a-f]{2})+)', text, re.M):
        code = int(code, 16)
        if code < 160 or 0xd800 <= code < 0xe000 or 0xe000 <= code < 0xf900:
            continue
        yield '%s\t0x%s\tU+%04X' % (chr(code), byte.replace('/x', ''), code)
        row.append(chr(code))
        if len(row) == 16:
            yield ' '.join(row)
            yield ''.join(row)
            row = []
    yield ' '.join(row)


def decode(data, package, path):
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    name = DECLARED.get(package)
    affixes = os.path.splitext(path)[0] + '.aff'
    if path.endswith(('.dic', '.aff')) and os.path.isfile(affixes):
        with open(affixes, 'rb') as f:
            found = re.search(rb'^SET\s+(\S+)', f.read(), re.M)
        name = found and found.group(1).decode().replace('microsoft-', '')
    try:
        return data.decode(name) if name else ''
    except (UnicodeDecodeError, LookupError):
        return ''


def lines_of(package, path):
    with open(path, 'rb') as f:
        data = f.read()
    if data[:2] == b'\x1f\x8b':
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError):
            return
    if path.endswith('.mo'):
        yield from catalogue(data)
    elif b'\0' not in data and BYTES.search(data):
        yield from re.split('\r?\n|\r|\0', decode(data, package, path))


def made(r):
    """Logs, tables, numbers, base64: what programs print."""
    names = ('Zoë Brontë|José Ñáñez|Łukasz Żak|Ólafur Þór Sæmundsson|Đặng Thị Hà|Şule Çağlı|'
             'Ґалаґан Їжакевич|Пётр Щукин|Δημήτρης Ψαράς|山﨑 髙橋|김뷁|محمد|שלמה|'
             'Åsa Öberg|Iñaki Goñi|Ștefan Țurcanu|Jiří Dvořák|Erdős Győző|Ñuflo Ávila|'
             'João São|Õie Üürike|Gaël Noël|Łēvijs Ņiķītis|ΟΔΥΣΣΕΥΣ|РФ|Ã|Â|À|É|ß').split('|')
    units = '°C|µm|€|£|m²|Ω|±|×|½|½|‰|№|→|✓|✗|│|■|ﬁ|…|–|™|§'.split('|')
    for i in range(20000):
        name, unit = r.choice(names), r.choice(units)
        n = r.randrange(100000)
        yield r.choice((
            '2024-%02d-%02dT%02d:%02d:%02dZ INFO user=%s id=%d' %
            (n % 12 + 1, n % 28 + 1, n % 24, n % 60, n % 59, name, n),
            '%d;%s;%d,%02d %s' % (i, name, n, n % 100, unit),
            '"%s","%d%s","%s"' % (name, n, unit, r.choice(names)),
            '%s\t%d\t%s' % (name, n, unit), '%d %s' % (n, unit), '%s%d' % (unit, n),
            '| %-20s | %8d %s |' % (name, n, unit), name, name.upper(), name.lower(),
            '%s: %s' % (base64.b64encode(r.randbytes(n % 40)).decode(), unit),
            '{"name": "%s", "n": %d, "unit": "%s"}' % (name, n, unit),
            'if (s == "%s") return %d; /* %s */' % (name, n, unit),
            '%s %s %s' % (r.choice(units), unit, r.choice(units)),
            '%s, %s %s' % (name, r.choice(names), unit)))


def share(s, part):
    return zlib.crc32(s.encode('utf-8', 'replace')) % 1000 < part


class Kind:
    """A file of lines, each once."""

    def __init__(self, out, name):
        self.lines, self.path = {}, os.path.join(out, name)
        self.part = PARTS.get(name, 1000)

    def add(self, lines):
        for s in lines:
            if not s.isascii() and share(s, self.part):
                self.lines.setdefault(s)

    def write(self):
        with open(self.path, 'w', encoding='utf-8', errors='ignore', newline='') as f:
            f.writelines(s + '\n' for s in self.lines)
        print(os.path.basename(self.path), len(self.lines))


def files_of(deb):
    with tempfile.TemporaryDirectory() as x:
        subprocess.run(['dpkg-deb', '-x', deb, x], check=True)
        for base, dirs, files in os.walk(x):
            dirs.sort()
            for path in (os.path.join(base, f) for f in sorted(files)):
                if os.path.isfile(path) and not os.path.islink(path):
                    yield path


def judge(judged, kind, before, after):
    with open(judged, encoding='utf-8') as f:
        verdicts = dict(line.split('\t')[:2] for line in f if line[0] != '#')
    count = {'garbled': 0, 'wrong': 0, 'new': 0}
    lines = [open(name, 'rb').read().split(b'\n') for name in (before, after)]
    if len(lines[0]) != len(lines[1]):
        sys.exit(kind + ': lines were lost')
    for a, b in zip(*lines):
        if a != b:
            name = hashlib.sha256(a).hexdigest()[:16]
            verdict = verdicts.get(name, 'new')
            count[verdict] += 1
            if verdict == 'new':
                print(name, kind, a.decode()[:300], '->', b.decode()[:300], sep='\t')
    print('count', kind, len(lines[0]) - 1, *count.values())


def make(debs, out):
    kinds = {}

    def kind(name):
        return kinds.setdefault(name, Kind(out, name))
    for path in sorted(glob.glob('/usr/share/locale/**/*.mo', recursive=True)):
        kind('catalogues').add(lines_of('', path))
    for deb in sorted(glob.glob(debs + '/*.deb')):
        package = os.path.basename(deb).split('_')[0]
        for path in files_of(deb):
            if path.endswith('.mo'):
                kind('catalogues').add(lines_of(package, path))
            elif '/i18n/charmaps/' in path:
                with gzip.open(path, 'rt', encoding='utf-8', errors='replace') as f:
                    kind('charmaps').add(charmap(f.read()))
            else:
                kind(kind_of(package)).add(lines_of(package, path))
    kind('made').add(made(random.Random(1)))
    messages = kinds['catalogues'].lines
    kind('tokens').add(w for s in messages for w in s.split())
    kind('capitals').add(s.upper() for s in messages)
    words = [*kind('words').lines, *kind('spelling').lines]
    kind('cases').add(w.swapcase() if i & 1 else w.upper() for i, w in enumerate(words))
    for each in kinds.values():
        each.write()


{'make': make, 'judge': judge}[sys.argv[1]](*sys.argv[2:])
