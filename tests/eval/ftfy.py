"""Run ftfy's cases through the program: ftfy.py PROGRAM SUITES KNOWN.tsv

A case is right if the output is `fixed-encoding`, or `fixed` where there is no
such, or any spelling that KNOWN.tsv gives for it with its reason: rows of
suite, label, what comes out, reason.
"""
import csv
import json
import subprocess
import sys

program, suites, known_path = sys.argv[1:]
known = {}
with open(known_path, encoding="utf-8", newline="") as file:
    for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row and not row[0].startswith("#"):
            suite, label, output, _reason = row
            known[suite, label] = output
used = set()
failed = False
for suite in "synthetic", "language-names", "negative", "known-failures":
    with open("%s/%s.json" % (suites, suite), encoding="utf-8") as file:
        cases = json.load(file)
    right = wrong = excused = 0
    for case in cases:
        want = case.get("fixed-encoding", case["fixed"])
        done = subprocess.run([program, "-q"], input=case["original"].encode(),
                              stdout=subprocess.PIPE)
        got = done.stdout.decode("utf-8", "replace")
        key = suite, case["label"]
        if done.returncode == 0 and got == want:
            right += 1
        elif done.returncode == 0 and known.get(key) == got:
            excused += 1
            used.add(key)
        else:
            wrong += 1
            print("%s: %s\n  in   %s\n  want %s\n  got  %s" % (
                suite, case["label"], ascii(case["original"]), ascii(want), ascii(got)))
    print("%s cases %d right %d excused %d wrong %d" % (suite, len(cases), right, excused, wrong))
    failed = failed or not cases
for key in sorted(set(known) - used):
    print("not needed any more: %s: %s" % key)
    failed = True
sys.exit(failed)
