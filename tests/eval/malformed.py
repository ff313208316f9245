"""What becomes of public suites: malformed.py PROGRAM ROWS FETCHED WORK"""
import binascii
import collections
import csv
import fnmatch
import io
import json
import os
import re
import resource
import subprocess
import sys
import tarfile
import zipfile

SECONDS = 20
MEMORY = 64  # MB for --memory

sys.setrecursionlimit(10000)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
program, rows, fetched, work = sys.argv[1:]
Done = collections.namedtuple("Done", "status out err peak")


# ---- the files

def archives(folder):
    """The archives that a package is in, unpacked as far as tarfile does it."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".deb"):
            done = subprocess.run(["dpkg-deb", "--fsys-tarfile", path],
                                  stdout=subprocess.PIPE, check=True)
            yield tarfile.open(fileobj=io.BytesIO(done.stdout))
        elif ".orig" in name and ".tar." in name and not name.endswith(".asc"):
            yield tarfile.open(path)
        elif name.endswith(".tgz"):
            yield tarfile.open(path)


def uudecoded(data):
    lines = data.split(b"\n")
    start = next(i for i, s in enumerate(lines) if s.startswith(b"begin ")) + 1
    end = next(i for i, s in enumerate(lines) if s.strip() == b"end")
    # A line may have a sum behind what it says it has.
    return b"".join(binascii.a2b_uu(s[:((s[0] - 32 & 63) * 4 + 5) // 3])
                    for s in lines[start:end] if s)


def members(name, data):
    """A file of a suite, or those in it."""
    if name.endswith(".uu"):
        yield name[:-3], uudecoded(data)
    elif name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            for inner in sorted(z.namelist()):
                yield name + "/" + inner, z.read(inner)
    else:
        yield name, data


def suites(kind):
    for row in open(rows, encoding="utf-8"):
        if row.startswith("#"):
            continue
        this, _how, package, pattern, most = row.rstrip("\n").split("\t")
        if this != kind:
            continue
        found = []
        folder = os.path.join(fetched, package)
        for tar in archives(folder) if os.path.exists(folder) else ():
            for entry in tar:
                if entry.isfile() and fnmatch.fnmatchcase(entry.name, pattern):
                    found += members(entry.name, tar.extractfile(entry).read())
        # What is in no form passes as it is; that is soon seen.
        found.sort(key=lambda f: kind == "packed" and form_of(f[1]) is None)
        for name, data in found[:int(most)]:
            yield package + ": " + name.split("/", 1)[1], data


# ---- the program

def run(command, stdin=None):
    """Run it, with an end to time; how much memory it had is in MB."""
    with open(work + "/run.out", "w+b") as out, \
            open(work + "/run.err", "w+b") as err:
        child = subprocess.Popen(
            command, stdin=stdin or subprocess.DEVNULL, stdout=out, stderr=err,
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_CPU, (SECONDS, SECONDS)))
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Done(child.returncode, out.read(), err.read(),
                    usage.ru_maxrss / 1024)


def ungarble(*options):
    return run([program, *options])


def path(name):
    return os.path.join(work, name)


def put(name, data):
    with open(path(name), "wb") as f:
        f.write(data)
    return path(name)


class Tally(collections.Counter):
    """What was counted of a kind, and what is wrong."""

    def __init__(self, kind):
        super().__init__()
        self.kind = kind

    def check(self, name, what, good, detail=""):
        if not good:
            self.bad = True
            print(("%s: %s %s" % (name, what, detail))[:500])

    def show(self):
        for what in ("files", "told", "refused", "read", "memory", "wrong"):
            print("count %s %s %d" % (self.kind, what, self[what]))


def is_text(data):
    """Whether it is UTF-8, so that nothing is to be decoded."""
    try:
        data.decode()
        return b"\0" not in data
    except UnicodeDecodeError:
        return False


# ---- fields

def fields(tally, name, data, *options):
    """All that holds of any input; whether it was told to be of another form."""
    file, text, journal = put("in", data), path("text"), path("journal")
    if os.path.exists(journal):
        os.remove(journal)
    done = ungarble(*options, "--journal=" + journal, "-o", text, file)
    tally.check(name, "status", done.status == 0, done)
    out = open(text, "rb").read() if done.status == 0 else b""
    back = ungarble("--restore=" + journal, text)
    tally.check(name, "restored", back.status == 0 and back.out == data, back)
    again = ungarble("-q", *options, text)
    tally.check(name, "again", again.status == 0 and again.out == out, again)
    told = re.search(rb" no (JSON|rows? of values), .* from there;",
                     done.err) is not None
    strict = ungarble("-q", "--strict", *options, file)
    tally.check(name, "strict", strict.out == out and
                strict.status in ((3,) if told else (0, 3)), strict)
    if is_text(data):
        tally.check(name, "as it was", out == data, out)
    return told


def is_json(line):
    """Whether a line is JSON, as another reader has it; but that strings may
    have any bytes, and a backslash before any."""
    line = re.sub(r"\\.", "_", line.strip(" \t\r\x1e"), flags=re.DOTALL)
    try:
        return line == "" or json.loads(line, strict=False) is not json
    except (ValueError, RecursionError):
        return False


def lines_of(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16")
    else:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return text.split("\n")


def check_json():
    tally = Tally("json")
    for name, data in suites("json"):
        tally["files"] += 1
        tally.bad = False
        told = fields(tally, name, data, "--jsonl")
        wanted = not all(map(is_json, lines_of(data)))
        tally.check(name, "told, or not", told == wanted, (told, data[:60]))
        fields(tally, name, data, "--jsonl=a.b,*.c[]")
        tally["told"] += told
        tally["wrong"] += tally.bad
    tally.show()


def is_rows(data):
    """Whether it is rows of values, as another reader has it."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), strict=True):
            pass
    except csv.Error:
        return False
    return True


def check_csv():
    tally = Tally("csv")
    for name, data in suites("csv"):
        tally["files"] += 1
        tally.bad = False
        told = fields(tally, name, data, "--csv")
        fields(tally, name, data, "--csv=1,3", "--no-header")
        fields(tally, name, data, "--csv", "--fix=none", "--delim=;")
        fields(tally, name, data, "--tsv")
        tally.check(name, "told, or not", told != is_rows(data), told)
        tally["told"] += told
        tally["wrong"] += tally.bad
    tally.show()


# ---- archives

FORMS = (
    ("gzip", ((b"\x1f\x8b\x08", b"\xff\xff\xff"),)),
    ("xz", ((b"\xfd7zXZ\0", b"\xff" * 6),)),
    ("zstd", ((b"\x28\xb5\x2f\xfd", b"\xff" * 4),
              (b"\x50\x2a\x4d\x18", b"\xf0\xff\xff\xff"))),
    ("bzip2", ((b"BZh0\x31\x41\x59\x26\x53\x59", b"\xff\xff\xff\xf0" + b"\xff" * 6),
               (b"BZh0\x17\x72\x45\x38\x50\x90", b"\xff\xff\xff\xf0" + b"\xff" * 6))),
)
PEERS = {
    "gzip": ["gzip", "-dc"],
    "xz": ["xz", "-dc"],
    "zstd": ["zstd", "-dcq", "--long=27"],
    "bzip2": ["bzip2", "-dc"],
}


def form_of(data):
    for form, starts in FORMS:
        for start, mask in starts:
            if len(data) >= len(start) and all(
                    (a ^ b) & m == 0 for a, b, m in zip(data, start, mask)):
                return form
    return None


def check_one_packed(tally, name, data):
    file = put("in", data)
    form = form_of(data)
    # Nothing is a field, and one encoding has all bytes: all is as it is.
    raw = ("-qz", "--memory=%dM" % MEMORY, "--from=windows-1252",
           "--jsonl=no.such")
    done = ungarble(*raw, file)
    tally["memory"] = max(tally["memory"], int(done.peak))
    if form is None:
        tally.check(name, "is in no form", done.status == 0 and
                    done.out == data, done.err)
        return
    with open(file, "rb") as f:
        peer = run(PEERS[form], stdin=f)
    good = done.status == 0
    tally["read" if good else "refused"] += 1
    n = min(len(done.out), len(peer.out))
    tally.check(name, "text", done.out[:n] == peer.out[:n] and
                (not good or len(done.out) == len(peer.out)),
                (len(done.out), len(peer.out)))
    # Its own tool lets other bytes stand behind, and takes no end to growth.
    stricter = (b"behind it" in done.err and b"garbage" in peer.err or
                b"grows beyond" in done.err and
                len(peer.out) > 1000 * len(data) + (16 << 20))
    tally.check(name, "status", good or stricter if peer.status == 0 else
                done.status == 2, (done.status, done.err, peer.status, peer.err))
    message = "ungarble: %s: is %s" % (file, form)
    tally.check(name, "message", done.err == b"" if good else
                done.err.startswith(message.encode()), done.err)
    # In place, and as text: the same status; the file stays what it was.
    text = ungarble("-qz", file)
    tally.check(name, "as text", text.status in (0, 2) and
                (text.status == 0) >= good, text.err)
    place = ungarble("-qzi", file)
    tally.check(name, "in place", place.status == text.status, place.err)
    now = open(file, "rb").read()
    tally.check(name, "stays", place.status == 0 or now == data, place.err)


def check_packed():
    tally = Tally("packed")
    for name, data in suites("packed"):
        tally["files"] += 1
        tally.bad = False
        check_one_packed(tally, name, data)
        tally["wrong"] += tally.bad
    tally.show()


check_json()
check_csv()
check_packed()
