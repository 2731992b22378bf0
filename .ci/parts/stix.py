"""Real STIX, held against the standard: as recorded, and beside stix2-validator.

usage: stix.py verdicts JAR DATA
       stix.py peers JAR DATA      in an environment with stix2-validator
"""
import collections
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
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


if __name__ == "__main__":
    {"verdicts": verdicts, "peers": peers}[sys.argv[1]](sys.argv[2], sys.argv[3])
