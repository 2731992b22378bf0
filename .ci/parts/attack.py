"""MITRE ATT&CK through the exchange. Usage: attack.py JAR FOLDER BUNDLE.json.gz

One member pushes the bundle by `push` in envelopes of 1,000; three members of different sight poll it
with limits of 1, 100 and 1,000. Each has exactly the objects that the rules allow it, in the order in
which they were pushed, byte for byte.
"""

import gzip
import json
import os
import sys
import time

from exchange import Exchange, Reader, check, reporting, slices
from sample import members

COLLECTION = "/exchange/collections/0d3b2a1c-6e5f-4a7b-8c9d-1e2f3a4b5c6d/"
YAML = """
kind: Collection
id: 0d3b2a1c-6e5f-4a7b-8c9d-1e2f3a4b5c6d
api_root: exchange
title: Knowledge
readers: [{all: members}]
writers: [{org: giver}]
accepts: AMBER
unmarked: GREEN
history: all
---
kind: ReleasePolicy
id: giver/not-malware@1
applies_to: {level: member, types: [malware, campaign]}
release: {except: [{org: second}]}
---
kind: ReleasePolicy
id: giver/not-techniques@1
applies_to: {level: member, types: [attack-pattern, x-mitre-analytic]}
release: {except: [{org: third}]}
"""
READERS = (
    ("first", 1, ()),
    ("second", 100, ("malware", "campaign")),
    ("third", 1000, ("attack-pattern", "x-mitre-analytic")),
)


def references(value):
    """Ids that an object refers to, at any depth, its author and its markings left out."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name in ("created_by_ref", "object_marking_refs"):
                continue
            if name.endswith("_ref") and isinstance(item, str):
                yield item
            elif name.endswith("_refs") and isinstance(item, list):
                yield from (i for i in item if isinstance(i, str))
            yield from references(item)


def allowed(objects, hidden_types):
    """Ids that a member may see: nothing of the hidden types, nor what refers to what it may not see."""
    hidden = {o["id"] for o, _ in objects if o["type"] in hidden_types}
    refers = [(o["id"], set(references(o))) for o, _ in objects]
    grown = True
    while grown:
        grown = False
        for name, targets in refers:
            if name not in hidden and targets & hidden:
                hidden.add(name)
                grown = True
    return [(o["id"], text) for o, text in objects if o["id"] not in hidden]


def poll(exchange, member, limit):
    reader = Reader(exchange, member + "/tool")
    got, token, pages = [], "", 0
    begin = time.monotonic()
    while True:
        _, text = reader.get(
            COLLECTION + "objects/?limit=%d%s" % (limit, "&next=" + token if token else ""))
        page = slices(text)
        pages += 1
        tail = json.loads("{" + text[text.rindex("]") + 1:].lstrip(", "))
        got += [(parsed["id"], raw) for parsed, raw in page]
        check(len(page) <= limit, "a page of %d where %d were asked for" % (len(page), limit))
        token = tail.get("next", "")
        if not tail.get("more"):
            check(not token, "`next` without `more`")
            break
        check(page and token, "`more` without objects or without `next`")
    reader.close()
    return got, pages, time.monotonic() - begin


def main():
    jar, folder, bundle = sys.argv[1:4]
    with gzip.open(bundle, "rt", encoding="utf-8") as packed:
        objects = slices(packed.read())
    exchange = Exchange(jar, folder)
    with reporting("ATT&CK", [exchange]):
        exchange.start()
        names = ["giver"] + [name for name, _, _ in READERS]
        exchange.apply(YAML + members(names))
        exchange.issue(*[name + "/tool" for name in names])
        secret = os.path.join(folder, "secret")
        with open(secret, "w", encoding="ascii") as file:
            file.write(exchange.secrets["giver/tool"] + "\n")
        begin = time.monotonic()
        said = exchange.command(
            "push", "--url", "http://127.0.0.1:%d%s" % (exchange.port, COLLECTION),
            "--user", "giver/tool", "--secret-file", secret, "--batch", "1000", bundle)
        pushed = time.monotonic() - begin
        print("push: %d objects in %.1f s, starting included; it said: %s" % (
            len(objects), pushed, " / ".join(said.strip().splitlines()[-3:])))
        for member, limit, hidden_types in READERS:
            wanted = allowed(objects, hidden_types)
            got, pages, seconds = poll(exchange, member, limit)
            compare(member, wanted, got)
            print("%s: limit %d, %d of %d objects in %d pages, %.1f s (%.0f pages/s)" % (
                member, limit, len(got), len(objects), pages, seconds, pages / seconds))
        exchange.stop()
        print(exchange.command("check", "--data", exchange.data).splitlines()[-1])
        print("ATT&CK: three members have exactly their objects, byte for byte")


def compare(member, wanted, got):
    if wanted == got:
        return
    right, there = dict(wanted), dict(got)
    check(len(there) == len(got), "%s was sent an object twice" % member)
    missing = [name for name in right if name not in there]
    leaked = [name for name in there if name not in right]
    check(not missing, "%s misses %d objects: %s" % (member, len(missing), missing[:5]))
    check(not leaked, "%s was sent %d objects too many: %s" % (member, len(leaked), leaked[:5]))
    other = [name for name in right if right[name] != there[name]]
    check(not other, "%s has %d objects with other bytes: %s" % (member, len(other), other[:5]))


if __name__ == "__main__":
    main()
