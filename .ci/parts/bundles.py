"""Real bundles, pushed by one member. Usage: bundles.py JAR FOLDER DATA

Of the examples of the standard, of CERTs and of vendors, an object fails exactly when the command `validate` finds an
error in it, and the message begins with the same place and names the same rule. Bundles share ids: one that was
there already may be refused as another content of the same version, or what else later versions must not change.
"""

import collections
import glob
import json
import os
import subprocess
import sys

from exchange import Exchange, Reader, check, reporting
from sample import COLLECTION, YAML

FOLDERS = ("oasis-examples", "oasis-common-objects", "oasis-schema-examples", "interop-cert/*", "civil-society",
           "misp-stix", "opencti-export", "stix2extensions", ".")
LARGEST = 2_000_000
OBJECTS = "/exchange/collections/%s/objects/" % COLLECTION
OF_VERSIONS = ("(B24)", "(B25)", "(B26)", "(B27)", "(B28)")


def bundles(data):
    for folder in FOLDERS:
        for name in sorted(glob.glob(os.path.join(data, "stix", folder, "*.json"))
                           + glob.glob(os.path.join(data, "stix", folder, "*.stix2"))):
            if os.path.getsize(name) <= LARGEST:
                with open(name, encoding="utf-8") as file:
                    text = file.read()
                try:
                    bundle = json.loads(text)
                except ValueError:
                    continue
                if isinstance(bundle, list):
                    # examples of the interoperability tests are lists of objects
                    text = '{"objects": %s}' % text
                    bundle = {"objects": bundle}
                if bundle.get("objects"):
                    yield name, text, bundle


def validated(jar, folder, all_bundles):
    """By file, the first error of each object: place and rule."""
    names = {}
    for number, (name, text, _) in enumerate(all_bundles):
        copy = os.path.join(folder, "bundle%d.json" % number)
        names[copy] = name
        with open(copy, "w", encoding="utf-8") as file:
            file.write(text)
    run = subprocess.run(["java", "-jar", jar, "validate", "--json", "--max", "1000000", *names],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    found = collections.defaultdict(dict)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        # what is wrong with a bundle itself refuses none of its objects
        if finding.get("level") == "error" and finding["pointer"].startswith("/objects/"):
            index = int(finding["pointer"].split("/")[2])
            found[names[finding["file"]]].setdefault(index, (finding["pointer"], finding["rule"]))
    return found


def status(reader, text):
    code, _, answer = reader.ask("POST", OBJECTS, text.encode())
    check(code == 202, "a push was answered with %s: %s" % (code, answer[:1000]))
    answer = json.loads(answer)
    while answer["status"] == "pending":
        _, text = reader.get("/exchange/status/%s/" % answer["id"])
        answer = json.loads(text)
    return answer


def compare(name, bundle, answer, errors, seen):
    """How many objects were refused for what is there already."""
    failed = {}
    for failure in answer.get("failures", []):
        pointer, _, rest = failure["message"].partition(": ")
        failed[int(pointer.split("/")[2])] = (pointer, rest)
    count = len(bundle["objects"])
    check(answer["total_count"] == count == answer["success_count"] + answer["failure_count"],
          "%s: the counts are wrong: %s" % (name, answer))
    ids = collections.Counter(one.get("id") for one in bundle["objects"] if isinstance(one, dict))
    seen.update(one for one in ids if ids[one] > 1)
    versions = {index for index, (_, reason) in failed.items() if index not in errors
                and bundle["objects"][index].get("id") in seen and reason.endswith(OF_VERSIONS)}
    check(sorted(set(failed) - versions) == sorted(errors),
          "%s: failed %s, has errors %s" % (name, sorted(failed.items()), sorted(errors.items())))
    for index, (pointer, rule) in errors.items():
        check(failed[index][0] == pointer and "(%s)" % rule in failed[index][1],
              "%s: %s instead of %s by %s" % (name, failed[index], pointer, rule))
    seen.update(ids)
    return len(versions)


def main():
    jar, folder, data = sys.argv[1:4]
    exchange = Exchange(jar, folder)
    with reporting("bundles", [exchange]):
        all_bundles = list(bundles(data))
        errors = validated(jar, folder, all_bundles)
        exchange.start()
        exchange.apply(YAML.replace("accepts: AMBER", "accepts: RED"))
        exchange.issue("vendor/feed")
        reader = Reader(exchange, "vendor/feed")
        objects = broken = versions = 0
        seen = set()
        for name, text, bundle in all_bundles:
            versions += compare(name, bundle, status(reader, text), errors[name], seen)
            objects += len(bundle["objects"])
            broken += len(errors[name])
        check(len(all_bundles) > 50, "there are only %d bundles" % len(all_bundles))
        exchange.stop()
        print("%d bundles with %d objects pushed: %d failed, where and why `validate` says, and %d as other versions"
              % (len(all_bundles), objects, broken, versions))


if __name__ == "__main__":
    main()
