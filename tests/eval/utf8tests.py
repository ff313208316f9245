"""Malformed UTF-8 becomes what it should: utf8tests.py PROGRAM utf8tests.txt"""
import subprocess
import sys

program, path = sys.argv[1:]
right = wrong = 0
for line in open(path, encoding="ascii"):
    if line.startswith("#") or not line.strip():
        continue
    _number, kind, rest = line.rstrip("\n").split(":", 2)
    kind = kind.strip()
    if kind == "valid":
        given = want = rest.encode()
    elif kind == "valid hex":
        given = want = bytes.fromhex(rest)
    else:
        fields = [bytes.fromhex(x.replace("nothing", "")) for x in rest.split(":")]
        given, want = fields[0], fields[2]
    done = subprocess.run([program, "-q", "-f", "utf-8", "--fix=encoding"],
                          input=given, stdout=subprocess.PIPE)
    if done.returncode == 0 and done.stdout == want:
        right += 1
    else:
        wrong += 1
        print("%s\n  want %s\n  got  %s" % (line.rstrip(), want, done.stdout))
print("cases %d right %d wrong %d" % (right + wrong, right, wrong))
sys.exit(right == 0)
