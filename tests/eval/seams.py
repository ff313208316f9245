"""Clean articles before and behind spun ones: what is altered in the clean.

seams.py PROGRAM CLEAN SPUN...  CLEAN has an empty line between documents; each
SPUN is a document, or marked as words-real.py tells (then as it was found).
Prints the edits, and figures; ends with 1 if spun text in a block of code or
in a quoted reply is altered.
"""
import difflib
import re
import subprocess
import sys

ROUNDS = 60
MARKED = re.compile(r'\{([^{}|]*)\|[^{}]*\}')


def run(program, text):
    done = subprocess.run([program, '-q', '--fix=words'], input=text.encode(),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def edits(before, after):
    a, b = before.split(), after.split()
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [(' '.join(a[i:j]), ' '.join(b[k:m]))
            for what, i, j, k, m in codes if what != 'equal']


def read(name):
    with open(name, encoding='utf-8') as file:
        return MARKED.sub(r'\1', file.read()).strip() + '\n'


def seams(program, articles, spuns):
    words = altered = spun_lines = repaired = 0
    for k in range(ROUNDS):
        before, behind = articles[2 * k], articles[2 * k + 1]
        spun = spuns[k % len(spuns)]
        parts = [part.count('\n') for part in (before, spun, behind)]
        lines = run(program, before + spun + behind).split('\n')
        first, last = parts[0], parts[0] + parts[1]
        for text, after in ((before, lines[:first]), (behind, lines[last:])):
            words += len(text.split())
            for edit in edits(text, '\n'.join(after)):
                altered += 1
                print('  round', k, *edit, sep=' | ')
        spun_lines += parts[1]
        repaired += sum(a != b for a, b in zip(spun.split('\n'),
                                               lines[first:last]))
    print('figure: seams: clean words', words, 'edits', altered,
          'spun lines', spun_lines, 'repaired', repaired)
    print('rate %.3f' % (1e4 * altered / words))
    print('share %d' % (100 * repaired // spun_lines))


def quoted(program, spuns):
    """Lines altered of spun text as code, and as a quoted reply."""
    lost = 0
    for spun in spuns:
        lines = spun.rstrip('\n').split('\n')
        for text in ('```\n' + spun + '```\n',
                     ''.join('> ' + line + '\n' for line in lines)):
            lost += sum(a != b for a, b in zip(
                text.split('\n'), run(program, text).split('\n')))
    return lost


def main():
    program, clean = sys.argv[1:3]
    with open(clean, encoding='utf-8') as file:
        articles = [article.strip() + '\n' for article
                    in file.read().split('\n\n')[:2 * ROUNDS]]
    spuns = [read(name) for name in sys.argv[3:]]
    seams(program, articles, spuns)
    lost = quoted(program, spuns)
    print('figure: spun text as code or quoted, lines altered', lost)
    sys.exit(lost > 0)


main()
