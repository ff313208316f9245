"""Spun documents marked by a reader: what is repaired, what is lost, how sure.

words-real.py score SCORER PROGRAM FOLDER...  figures, and the curve
words-real.py marks SCORER PROGRAM FOLDER...  the same of marks, no curve
words-real.py loss SCORER PROGRAM LEXICON FOLDER...  each miss and its cause
words-real.py fit SCORER PROGRAM FOLDER...    percents for sureness.c

SCORER is the folder of wordscore.py.  A FOLDER holds documents, *.txt, in which
each substituted stretch is marked with the readings that are as good as what
its author wrote; where the first is among the others, it may stay as well:

    {Officers|Officials} {mentioned|said} it was {vital|vital|important}.

`fit` gives for each quarter of a nat of lead, as the reports tell it, the share
of right edits among those with that lead or up to WIDTH nats more: not of all
above it, of which the surest are half, so that .5 means .5; nor of those at it
alone, so that the default, .9, leaves nineteen right in twenty.  It is a curve
through what was counted: an edit is right with a chance that grows with its
lead up to a ceiling, found by likelihood.
"""
import collections
import glob
import json
import math
import os
import re
import subprocess
import sys
import tempfile

UNIT = re.compile(r'\{([^{}|]*)\|([^{}]*)\}')
LEVELS = ('.5', '.8', '.9', '.95')
CURVE = ('.01', '.3', '.4', '.5', '.6', '.7', '.75', '.8', '.85', '.9', '.92',
         '.94', '.95', '.96', '.97', '.98')
BUCKETS = 27             # of a quarter of a nat, from LOWEST nats on
LOWEST = -2
WIDTH = 0.75
GATHERED = 0.01          # confidence at which every weighed edit is made


def parse(line, score):
    """The line as the program gets it; (byte, bytes, unit) for its parts."""
    plain, parts, at = '', [], 0
    for match in list(UNIT.finditer(line)) + [None]:
        between = line[at:match.start() if match else len(line)]
        for token in score.TOKEN.finditer(between):
            parts.append((len((plain + between[:token.start()]).encode()),
                          len(token.group().encode()),
                          score.Unit(score.words(token.group()))))
        plain += between
        if match:
            parts.append((len(plain.encode()), len(match.group(1).encode()),
                          score.Unit(score.words(match.group(1)),
                                     [score.words(reading) for reading
                                      in match.group(2).split('|')])))
            plain += match.group(1)
            at = match.end()
    return plain, parts


def load(folders, score):
    documents = []
    for folder in folders:
        for name in sorted(glob.glob(os.path.join(folder, '*.txt'))):
            with open(name, encoding='utf-8') as file:
                text = file.read().rstrip('\n')
            documents.append((os.path.basename(name)[:-4],
                              [parse(line, score)
                               for line in text.split('\n')]))
    return documents


def run(program, lines, *options):
    text = ''.join(plain + '\n' for plain, _ in lines)
    done = subprocess.run([program, '-q', '--fix=words', *options],
                          input=text.encode(), stdout=subprocess.PIPE,
                          check=True)
    out = done.stdout.decode().split('\n')[:-1]
    if len(out) != len(lines):
        sys.exit('words-real: lines were added or lost')
    return out


def judged(program, lines, score, *options):
    """(line, part, outcome, text) for each part of a document."""
    for number, ((_, parts), after) in enumerate(
            zip(lines, run(program, lines, *options))):
        units = [unit for _, _, unit in parts]
        for part, (what, text) in zip(parts, score.judge(units,
                                                         score.words(after))):
            yield number, part, what, text


def add(count, unit, what):
    required = not unit.optional
    count['required'] += required
    if what != 'kept':
        count['made'] += 1
        count['right'] += what == 'right'
        count['restored'] += required and what == 'right'
        count['stay'] += what == 'wrong' and unit.optional


def ratios(count):
    p = count['right'] / count['made'] if count['made'] else 1.0
    r = count['restored'] / count['required'] if count['required'] else 1.0
    return p, r, 1.25 * p * r / (.25 * p + r) if p + r else 0.0


def figure(name, count):
    return '%s P %.3f (%d/%d) R %.3f (%d/%d) F0.5 %.3f' % (
        name, ratios(count)[0], count['right'], count['made'],
        ratios(count)[1], count['restored'], count['required'],
        ratios(count)[2])


def count_at(program, documents, score, *options):
    total, each = collections.Counter(), {}
    for name, lines in documents:
        each[name] = collections.Counter()
        for _, (_, _, unit), what, _ in judged(program, lines, score,
                                               *options):
            add(each[name], unit, what)
        total += each[name]
    return total, each


def score_all(score, program, folders):
    documents = load(folders, score)
    total, each = count_at(program, documents, score)
    for name, count in sorted(each.items()):
        print(figure('  ' + name, count))
    print('figure: real documents', len(documents), 'parts to restore',
          total['required'])
    print('figure:', figure('real default', total))
    for level in LEVELS:
        total, _ = count_at(program, documents, score, '--confidence=' + level)
        print('figure:', figure('real --confidence=' + level, total))
    for level in CURVE:
        total, _ = count_at(program, documents, score, '--confidence=' + level)
        print(figure('  curve ' + level, total))


def score_marks(score, program, folders):
    total, _ = count_at(program, load(folders, score), score, '--fix=marks')
    print('figure:', figure('marks', total))
    print('wrong', total['made'] - total['right'])


def read_lexicon(name, score):
    rows = collections.defaultdict(set)
    with open(name, encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                cells = line.rstrip('\n').split('\t')
                rows[' '.join(score.words(cells[0]))].add(
                    tuple(score.words(cells[1])))
    return rows


def reaches(rows, spun, want):
    """Do rows, one after the other, make `want` of `spun`?"""
    if not spun and not want:
        return True
    if spun and want and spun[0] == want[0] and reaches(rows, spun[1:],
                                                        want[1:]):
        return True
    for n in range(1, min(len(spun), 8) + 1):
        for row in rows.get(' '.join(spun[:n]), ()):
            if tuple(want[:len(row)]) == row and reaches(
                    rows, spun[n:], want[len(row):]):
                return True
    return False


def covered(rows, parts, at):
    """Is a reading in the lexicon, perhaps with neighbours in its key?"""
    unit = parts[at][2]
    left = [w for _, _, u in parts[max(0, at - 3):at] for w in u.observed]
    right = [w for _, _, u in parts[at + 1:at + 4] for w in u.observed]
    return any(reaches(rows, before + unit.observed + after,
                       before + want + after)
               for before in (left[len(left) - n:] for n in range(3))
               for after in (right[:n] for n in range(3))
               for want in unit.accepted)


def cause(rows, parts, at, outcome, low):
    if outcome == 'right':
        return 'restored'
    if not covered(rows, parts, at):
        why = 'not in the lexicon'
    elif outcome == 'wrong' or low == 'wrong':
        why = 'another original first'
    elif low == 'right':
        why = 'lead too small'
    else:
        why = 'gate shut, rule, or below the least lead'
    return why + (', wrong edit' if outcome == 'wrong' else '')


def loss(score, program, lexicon, folders):
    rows, causes, known = read_lexicon(lexicon, score), collections.Counter(), 0
    for name, lines in load(folders, score):
        least = judged(program, lines, score, '--confidence=%g' % GATHERED)
        for one, other in zip(judged(program, lines, score), least):
            number, part, what, text = one
            parts, unit = lines[number][1], part[2]
            if unit.optional:
                if what == 'wrong':
                    causes['must stay, wrong edit'] += 1
                    print('  must stay |', name, '|', ' '.join(unit.observed),
                          '->', ' '.join(text))
                continue
            at = parts.index(part)
            known += covered(rows, parts, at)
            why = cause(rows, parts, at, what, other[2])
            causes[why] += 1
            if what != 'right':
                print(' ', why, '|', name, '|', ' '.join(unit.observed), '->',
                      ' '.join(unit.accepted[0]), '| got', ' '.join(text),
                      '| least', ' '.join(other[3]))
    required = sum(causes.values()) - causes['must stay, wrong edit']
    print('figure: real coverage %.3f of %d' % (known / required, required))
    for why, n in causes.most_common():
        print('figure: real loss: %s %d (%.3f)' % (why, n, n / required))


def leads(program, lines):
    """Per line, (byte, bytes, lead) of each edit that has a lead."""
    with tempfile.NamedTemporaryFile('r', encoding='utf-8') as report:
        run(program, lines, '--confidence=%g' % GATHERED,
            '--report=' + report.name)
        edits = [json.loads(line) for line in report]
    starts, at = [], 0
    for plain, _ in lines:
        starts.append(at)
        at += len(plain.encode()) + 1
    found = collections.defaultdict(list)
    for edit in edits:
        if edit.get('type') == 'edit' and edit.get('margin'):
            number = max(i for i, start in enumerate(starts)
                         if start <= edit['in_at'])
            found[number].append((edit['in_at'] - starts[number],
                                  edit['in_len'],
                                  LOWEST + edit['margin'] / 1000))
    return found


def gather(score, program, documents):
    """(lead, is it right, document) of every edit to a part."""
    seen = []
    for name, lines in documents:
        found = leads(program, lines)
        for number, (at, n, _), what, _ in judged(
                program, lines, score, '--confidence=%g' % GATHERED):
            over = [lead for start, length, lead in found[number]
                    if start < at + n and at < start + length]
            if what != 'kept' and over:
                seen.append((min(over), what == 'right', name))
    return seen


def chance(lead, a, b, ceiling):
    return ceiling / (1 + math.exp(-a - b * lead))


def likelihood(seen, model):
    total = 0.0
    for lead, right, _ in seen:
        p = min(max(chance(lead, *model), 1e-6), 1 - 1e-6)
        total += math.log(p if right else 1 - p)
    return total


def climb(seen):
    """The likeliest (a, b, ceiling), by halving steps."""
    model, step = [1.0, 0.5, 0.95], [0.5, 0.25, 0.02]
    best = likelihood(seen, model)
    while step[0] > 1e-3:
        better = False
        for i in range(3):
            for sign in (1, -1):
                other = list(model)
                other[i] += sign * step[i]
                if other[1] < 0 or not 0.5 <= other[2] <= 0.995:
                    continue
                value = likelihood(seen, other)
                if value > best:
                    model, best, better = other, value, True
        if not better:
            step = [s / 2 for s in step]
    return model


def table(seen, model):
    """Percent at the start of each bucket; between two, sureness.c draws a line."""
    out = []
    for k in range(BUCKETS):
        least = LOWEST + k / 4
        like = [chance(lead, *model) for lead, _, _ in seen
                if least <= lead < least + WIDTH]
        value = sum(like) / len(like) if like else model[2]
        out.append(max(int(100 * value + .5), out[-1] if out else 1))
    return out


def fit(score, program, folders):
    seen = gather(score, program, load(folders, score))
    model = climb(seen)
    out = table(seen, model)
    print('edits %d, model a %.3f b %.3f ceiling %.3f' % (len(seen), *model))
    for k in range(BUCKETS):
        least = LOWEST + k / 4
        here = [right for lead, right, _ in seen if least <= lead < least + .25]
        above = [right for lead, right, _ in seen if lead >= least]
        print('  %5.2f here %3d/%3d, likely %.2f; from here on %4d/%4d = %.3f:'
              ' %d' % (least, sum(here), len(here),
                       chance(least + .125, *model), sum(above), len(above),
                       sum(above) / max(1, len(above)), out[k]))
    print('static const uint8_t percents[] = {')
    print('\t' + ', '.join('%d' % v for v in out[:13]) + ',')
    print('\t' + ', '.join('%d' % v for v in out[13:]))
    print('};')


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    what, scorer, program = sys.argv[1:4]
    sys.path.insert(0, scorer)
    import wordscore
    if what == 'score':
        score_all(wordscore, program, sys.argv[4:])
    elif what == 'marks':
        score_marks(wordscore, program, sys.argv[4:])
    elif what == 'fit':
        fit(wordscore, program, sys.argv[4:])
    elif what == 'loss' and len(sys.argv) > 5:
        loss(wordscore, program, sys.argv[4], sys.argv[5:])
    else:
        sys.exit(__doc__)


main()
