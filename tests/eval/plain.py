"""Of garbled lines, by family: how many are plain, and how many there are.

    plain.py PLAIN FOLDER

PLAIN is tests/bench/plain, FOLDER what mojibench.py made.  A row: family, plain
ones, all of them, with tabs between.
"""
import collections
import json
import os
import subprocess
import sys


def lines(name):
    with open(name, encoding="utf-8") as file:
        return file.read().split("\n")


def garbled(folder, case):
    """The lines of a case that are not as they were."""
    try:
        now = lines(os.path.join(folder, case["id"] + ".in"))
    except UnicodeDecodeError:
        return
    before = lines(os.path.join(folder, case["id"] + ".truth"))
    for line, right in zip(now, before):
        if line and line != right.split("\t", 1)[-1]:
            yield line


def main():
    plain, folder = sys.argv[1:]
    families = collections.defaultdict(list)
    with open(os.path.join(folder, "index.json"), encoding="utf-8") as file:
        for case in json.load(file):
            families[case["family"]].extend(garbled(folder, case))
    for family, found in sorted(families.items()):
        text = "".join(line + "\n" for line in found).encode()
        done = subprocess.run([plain], input=text, check=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        print(family, *done.stderr.decode().split(), sep="\t")


main()
