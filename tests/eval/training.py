"""Which lines of training text do evaluations also ask about?

training.py TEXT EVALUATION... > EXCLUDED

TEXT is the folder that src/model/train/texts_train.c fills.  An EVALUATION is a text
file, plain or .xz, or a .tsv file whose cells are texts.  Whole lines, and each
sentence within a line, of LEAST characters and more are compared, white space
made one space.  The hash of each line of TEXT that is met is printed as
texts_train.c reads it; figures go to standard error.
"""
import glob
import lzma
import os
import re
import sys

LEAST = 25
SENTENCE = re.compile(r'(?<=[.!?。！？।])\s+|(?<=[。！？])')


def parts(line):
    line = ' '.join(line.split())
    if len(line) >= LEAST:
        yield line
        pieces = SENTENCE.split(line)
        if len(pieces) > 1:
            yield from (p for p in pieces if len(p) >= LEAST)


def lines(name):
    with (lzma.open if name.endswith('.xz') else open)(name, 'rb') as file:
        text = file.read().decode('utf-8', 'replace')
    for line in text.split('\n'):
        yield from line.split('\t') if name.endswith('.tsv') else [line]


def fnv(line):
    h = 0xCBF29CE484222325
    for byte in line.encode():
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    h = (h ^ h >> 32) * 0xD6E8FEB86659FD93 & 0xFFFFFFFFFFFFFFFF
    return h ^ h >> 32


def main():
    asked = set()
    for name in sys.argv[2:]:
        asked.update(hash(p) for line in lines(name) for p in parts(line))
    read, met = 0, set()
    for name in sorted(glob.glob(os.path.join(sys.argv[1], '*.txt'))):
        with open(name, encoding='utf-8') as file:
            for line in file:
                line = line.rstrip('\n')
                read += 1
                if any(hash(p) in asked for p in parts(line)):
                    met.add(line)
                    if os.environ.get('SHOW'):
                        print(os.path.basename(name), line[:100],
                              file=sys.stderr)
    for value in sorted(map(fnv, met)):
        print('%016x' % value)
    print('%d lines and sentences asked about, %d lines to train on, %d of '
          'them met' % (len(asked), read, len(met)), file=sys.stderr)
    sys.exit(not asked)


main()
