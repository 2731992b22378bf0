"""Real STIX, held against the standard: as recorded, and beside stix2-validator.

usage: stix.py verdicts JAR DATA
       stix.py older JAR DATA
       stix.py peers JAR DATA      in an environment with stix2-validator
       stix.py patterns JAR DATA   in an environment with stix2-patterns
"""
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(
    HERE, "../../stix-model/src/test/resources/org/entente/stix/pattern/verdicts.txt")
INDICATOR = """{"type":"indicator","spec_version":"2.1","pattern_type":"stix",
"id":"indicator--0b5ad2d4-9b5e-4a2c-8d0e-3c1f6f5e7a90","created":"2020-01-01T00:00:00.000Z",
"modified":"2020-01-01T00:00:00.000Z","valid_from":"2020-01-01T00:00:00Z","pattern":%s}"""
LARGEST = 400_000


def errors(jar, data):
    """By file, how many errors of each rule there are."""
    run = subprocess.run(
        ["java", "-jar", jar, "validate", "--json", "--max", "100000000", "stix"],
        cwd=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    if run.returncode != 1:
        sys.exit("validate ended with %d" % run.returncode)
    found = collections.defaultdict(collections.Counter)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        if finding.get("level") == "error":
            found[finding["file"]][finding["rule"]] += 1
    print("validated: " + run.stdout.splitlines()[-1])
    return found


def recorded(name):
    with open(os.path.join(HERE, name)) as lines:
        return [line.rstrip("\n") for line in lines if not line.startswith("#")]


def verdicts(jar, data):
    found = errors(jar, data)
    now = {file + "".join(" %s=%d" % pair for pair in sorted(rules.items()))
           for file, rules in found.items()}
    then = set(recorded("stix-verdicts.txt"))
    for line in sorted(now - then):
        print("found and not recorded: " + line)
    for line in sorted(then - now):
        print("recorded and not found: " + line)
    if now != then:
        sys.exit(1)
    print("%d files with errors, as recorded" % len(now))


def peers(jar, data):
    from stix2validator import ValidationOptions, validate_file
    from stix2validator.errors import ValidationError
    ours = errors(jar, data)
    options = ValidationOptions(version="2.1", silent=True)
    known = {line.split(" | ")[0]: line.split(" | ")[1:3]
             for line in recorded("stix-differences.txt")}
    compared, bad = 0, []
    for folder, _, names in sorted(os.walk(os.path.join(data, "stix"))):
        for name in sorted(names):
            path = os.path.join(folder, name)
            file = os.path.relpath(path, data)
            if not name.endswith((".json", ".stix2")) or os.path.getsize(path) > LARGEST:
                continue
            try:
                result = validate_file(path, options)
                theirs = "valid" if result.is_valid else "invalid"
            except (ValidationError, KeyError, ValueError):
                theirs = "invalid"
            verdict = "invalid" if file in ours else "valid"
            compared += 1
            if verdict != theirs and known.get(file) != [verdict, theirs]:
                bad.append("%s: entente %s, stix2-validator %s" % (file, verdict, theirs))
            if verdict == theirs and file in known:
                bad.append("%s: no longer differs" % file)
    print("%d files compared, %d differ for a reason" % (compared, len(known)))
    for line in bad:
        print(line)
    if bad or compared < 50:
        sys.exit(1)


def older(jar, data):
    """Each file of an older STIX is refused by the name of that version."""
    compared = 0
    for folder, ending, name in (("stix20", (".json", ".json.gz"), r"\bSTIX 2\.0\b"),
                                 ("stix1", (".xml",), r"\bSTIX 1\b")):
        files = sorted(os.path.join(at, file)
                       for at, _, names in os.walk(os.path.join(data, folder))
                       for file in names if file.endswith(ending))
        refused = collections.defaultdict(list)
        for finding in validate(jar, files):
            if finding.get("level") == "error":
                refused[finding["file"]].append(finding["reason"])
        for file in files:
            if not any(re.search(name, reason) for reason in refused[file]):
                sys.exit("%s: not refused by its version: %s" % (file, refused[file][:3]))
        print("%d files of %s refused by their version" % (len(files), folder))
        compared += len(files)
    if compared < 70:
        sys.exit("only %d files" % compared)


def validate(jar, arguments):
    """What a run says that finds an error."""
    run = subprocess.run(
        ["java", "-jar", jar, "validate", "--json", "--max", "100000000", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    if run.returncode != 1:
        sys.exit("validate ended with %d" % run.returncode)
    return [json.loads(line) for line in run.stdout.splitlines()]


def bodies(data):
    """Each file of real STIX: its name, and its bytes without the compression."""
    for folder, _, names in sorted(os.walk(os.path.join(data, "stix"))):
        for name in sorted(names):
            path = os.path.join(folder, name)
            with (gzip.open if name.endswith(".gz") else open)(path, "rb") as file:
                yield os.path.relpath(path, data), file.read()


def indicators(value):
    """The patterns of STIX in a value, however deep."""
    if isinstance(value, dict):
        if (value.get("type") == "indicator" and isinstance(value.get("pattern"), str)
                and value.get("pattern_type", "stix") == "stix"):
            yield value["pattern"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from indicators(item)


def values(text):
    """The values of JSON that stand one after the other, as far as they are JSON."""
    at = re.compile(r"\s*").match(text).end()
    while at < len(text):
        try:
            value, at = json.JSONDecoder().raw_decode(text, at)
        except ValueError:
            return
        yield value
        at = re.compile(r"\s*").match(text, at).end()


def patterns(jar, data):
    from stix2patterns.exceptions import ParseException
    from stix2patterns.v21.pattern import Pattern
    known = {}
    asked = set()
    for line in open(RECORDED, encoding="utf-8"):
        if not line.startswith("#"):
            pattern, _, why = line.rstrip("\n").partition(" ")[2].partition(" ## ")
            asked.add(pattern)
            if why:
                known[pattern] = why
    for _, body in bodies(data):
        for value in values(body.decode("utf-8", "replace")):
            asked.update(indicators(value))
    asked = sorted(asked)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "patterns.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for pattern in asked:
                file.write((INDICATOR % json.dumps(pattern)).replace("\n", "") + "\n")
        ours = {finding["value"] for finding in validate(jar, [path])
                if finding.get("rule") == "B47" and finding["level"] == "error"}
    bad, differ = [], 0
    for number, pattern in enumerate(asked, 1):
        mine = "refused" if number in ours else "accepted"
        theirs = "accepted"
        try:
            Pattern(pattern)
        except ParseException:
            theirs = "refused"
        differ += mine != theirs
        if (mine != theirs) != (pattern in known):
            bad.append("%s: entente %s, stix2-patterns %s" % (pattern, mine, theirs))
    print("%d patterns compared, %d differ for a reason" % (len(asked), differ))
    for line in bad:
        print(line)
    if bad or len(asked) < 200:
        sys.exit(1)


if __name__ == "__main__":
    {"verdicts": verdicts, "older": older, "peers": peers, "patterns": patterns}[sys.argv[1]](sys.argv[2], sys.argv[3])
