"""Every object of the real STIX, as the splitter cuts it, beside what another reader of JSON finds.

usage: slices.py JAR DATA
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DECODE = json.JSONDecoder().raw_decode
SPACE = re.compile(r"[ \t\r\n]*")


def after(text, at):
    return SPACE.match(text, at).end()


def items(text, at):
    """Where the values of a list begin and end; `at` is behind its bracket."""
    found = []
    while text[after(text, at)] != "]":
        begin = after(text, at)
        _, end = DECODE(text, begin)
        found.append((begin, end))
        at = after(text, end)
        at += text[at] == ","
    return found


def objects(text):
    """Where the objects of a body begin and end: those of its list `objects`, or itself."""
    start = after(text, 0)
    value, end = DECODE(text, start)
    if not isinstance(value, dict) or not isinstance(value.get("objects"), list):
        return [(start, end)]
    at = after(text, start + 1)
    while True:
        name, at = DECODE(text, at)
        at = after(text, after(text, at) + 1)
        if name == "objects":
            return items(text, at + 1)
        _, at = DECODE(text, at)
        at = after(text, after(text, at) + 1)


def bodies(data):
    """The name and text of each body; lines of JSON, and items of a list by itself, are one each."""
    for folder, _, names in sorted(os.walk(os.path.join(data, "stix"))):
        for name in sorted(names):
            path = os.path.join(folder, name)
            with (gzip.open if name.endswith(".gz") else open)(path, "rb") as file:
                text = file.read().decode()
            for body in text.splitlines() if name.endswith(".jsonl") else [text]:
                start = after(body, 0)
                if body[start:start + 1] == "[":
                    for begin, end in items(body, start + 1):
                        yield os.path.relpath(path, data), body[begin:end]
                elif start < len(body):
                    yield os.path.relpath(path, data), body


def cut(jar, folder, count):
    """What the splitter makes of each body: whether it is whole, and the lines of its items."""
    run = subprocess.run(
        ["java", "-cp", jar, os.path.join(HERE, "Slices.java"), folder, str(count)],
        stdout=subprocess.PIPE, text=True, check=True)
    found = [("failed", []) for _ in range(count)]
    for line in run.stdout.splitlines():
        number, *words = line.split()
        if len(words) == 1 and words[0] != "refused":
            found[int(number)] = (words[0], [])
        else:
            found[int(number)][1].append(words)
    return found


def compare(name, body, lines):
    """How many objects have the same bytes; ends the run at the first that has not."""
    sent, same = body.encode(), 0
    theirs = objects(body)
    if len(theirs) != len(lines):
        sys.exit("%s: %d objects, cut into %d" % (name, len(theirs), len(lines)))
    for (begin, end), words in zip(theirs, lines):
        if words == ["refused"]:
            continue
        ours = sent[int(words[0]):int(words[1])]
        if ours != body[begin:end].encode() or words[2] != "same":
            sys.exit("%s: other at byte %s" % (name, words[0]))
        same += 1
    return same


def main(jar, data):
    with open(os.path.join(HERE, "stix-verdicts.txt"), encoding="utf-8") as lines:
        recorded = {line.split()[0]: line for line in lines}
    there = list(bodies(data))
    same = refused = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, body) in enumerate(there):
            with open(os.path.join(folder, str(number)), "wb") as file:
                file.write(body.encode())
        cuts = cut(jar, folder, len(there))
    for (name, body), (how, lines) in zip(there, cuts):
        if how == "failed":
            if " B1=" not in recorded.get(name, ""):
                sys.exit("%s: cannot be cut, and it is not recorded as no STIX (B1)" % name)
            failed += 1
            continue
        missing = lines.count(["refused"])
        if missing and name not in recorded:
            sys.exit("%s: %d objects refused, and no error is recorded" % (name, missing))
        refused += missing
        same += compare(name, body, lines)
    print("%d objects of %d bodies have the bytes and facts they came with; "
          "%d objects and %d bodies are refused as recorded"
          % (same, len(there) - failed, refused, failed))
    if same < 10_000:
        sys.exit("too few")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
