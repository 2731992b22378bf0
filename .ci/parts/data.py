"""Faults of the data folder. Usage: data.py JAR FOLDER [SMALL]

SMALL is a small disk of its own, mounted, which is filled and then made larger. Whatever happens to the data,
the answer is one of the protocol or one sentence that says what to do, and nothing is half stored.
"""

import json
import os
import subprocess
import sys

from exchange import TAXII, Exchange, Reader, check, reporting
from sample import COLLECTION, YAML, indicator

OBJECTS = "/exchange/collections/%s/objects/" % COLLECTION


def community(exchange):
    exchange.start()
    exchange.apply(YAML)
    exchange.issue("vendor/feed", "soc/siem")
    return Reader(exchange, "vendor/feed")


def envelope(first, count, padding=0):
    made = [indicator(first + i, name="x" * padding) for i in range(count)]
    return json.dumps({"objects": made}), {item["id"] for item in made}


def told(status, headers, text, want):
    """An answer of the protocol that tells nothing of the machine."""
    check(status in want, "answered %s: %s" % (status, text[:1000]))
    check(headers["Content-Type"] == TAXII, "an error came as %s" % headers["Content-Type"])
    error = json.loads(text)
    check(error.get("error_id") and error.get("http_status") == str(status), "no error body: " + text)
    for word in ("Exception", "sqlite", "SQL", "org.", "\tat "):
        check(word not in text, "the answer tells of the machine: " + text)


def seen(reader):
    found, token = [], ""
    while True:
        _, text = reader.get(OBJECTS + "?limit=1000" + ("&next=" + token if token else ""))
        page = json.loads(text)
        found += [item["id"] for item in page.get("objects", [])]
        token = page.get("next", "")
        if not page.get("more"):
            return found


def sentence(exchange, words, code, *arguments):
    """A command that ends at once, with one sentence."""
    said = exchange.command(*arguments, want=code).strip()
    check("\n" not in said and all(word in said for word in words), "it said: " + said)
    print("  " + said.replace(exchange.folder, "..."))


def full(exchange, small):
    exchange.data = os.path.join(small, "data")
    reader = community(exchange)
    kept, refused, first = set(), 0, 0
    for _ in range(200):
        body, ids = envelope(first, 40, 10_000)
        first += 40
        status, headers, text = reader.ask("POST", OBJECTS, body)
        if status == 202 and json.loads(text)["status"] == "complete":
            kept |= ids
            continue
        told(status, headers, text, (507,))
        refused += 1
        if refused == 3:
            break
    check(refused == 3 and kept, "the disk was never full")
    there = seen(reader)
    check(len(there) == len(set(there)) and kept <= set(there), "something acknowledged is missing")
    sentence(exchange, ["full"], 1, "backup", "--data", exchange.data, "--to", os.path.join(small, "b.db"))
    check(not any(name.startswith("b.db") for name in os.listdir(small)), "half a backup was left")
    subprocess.run(["mount", "-o", "remount,size=200m", small], check=True)
    body, ids = envelope(first, 40, 10_000)
    status, _, text = reader.ask("POST", OBJECTS, body)
    check(status == 202 and json.loads(text)["success_count"] == 40, "no going on: %s %s" % (status, text))
    check(kept | ids <= set(seen(reader)), "something acknowledged is missing")
    exchange.stop()
    check("nothing found" in exchange.command("check", "--data", exchange.data), "check found something")
    print("a full disk: %d objects kept, 507 three times, went on when there was room" % len(kept))


def locked(exchange):
    port = str(exchange.port + 2)
    sentence(exchange, ["another process", exchange.data], 1,
             "serve", "--data", exchange.data, "--insecure-http", port)
    sentence(exchange, ["another process"], 2, "check", "--data", exchange.data)
    backup = os.path.join(exchange.folder, "b.db")
    exchange.command("backup", "--data", exchange.data, "--to", backup)
    sentence(exchange, ["another process"], 1, "restore", "--from", backup, "--data", exchange.data)
    print("a folder in use: each says so")


def garble(file, begin, end, what=b"\xa5"):
    with open(file, "r+b") as database:
        database.seek(begin)
        database.write(what * (end - begin))


def damaged_at_start(exchange, damage):
    database = os.path.join(exchange.data, "entente.db")
    with open(database, "rb") as file:
        sound = file.read()
    damage(database)
    sentence(exchange, ["damaged", "check", "restore"], 1,
             "serve", "--data", exchange.data, "--insecure-http", str(exchange.port))
    said = exchange.command("check", "--data", exchange.data, want=1)
    check("no sound database" in said, "check said: " + said)
    with open(database, "wb") as file:
        file.write(sound)


def damaged_while_running(exchange):
    """Pages go bad under a server that has not read them yet."""
    exchange.start()
    reader = Reader(exchange, "soc/siem")
    database = os.path.join(exchange.data, "entente.db")
    garble(database, 4096 * 30, os.path.getsize(database))
    status, headers, text = reader.ask("GET", OBJECTS + "?limit=1000")
    told(status, headers, text, (500, 503))
    status, _, _ = exchange.ask("GET", "/health/live", management=True)
    check(status == 200, "the server is not alive any more")
    print("data damaged while it runs: %s with an id" % json.loads(text)["http_status"])
    exchange.kill()


def main():
    jar, folder = sys.argv[1:3]
    used = []
    with reporting("data", used):
        if len(sys.argv) > 3:
            used.append(Exchange(jar, os.path.join(folder, "full")))
            full(used[0], sys.argv[3])
        exchange = Exchange(jar, os.path.join(folder, "other"))
        used.append(exchange)
        reader = community(exchange)
        body, _ = envelope(0, 300, 1_000)
        status, _, text = reader.ask("POST", OBJECTS, body)
        check(status == 202, "a push was answered with %s" % text)
        locked(exchange)
        exchange.stop()
        damaged_at_start(exchange, lambda file: garble(file, 0, 4096))
        damaged_at_start(exchange, lambda file: garble(file, 4096, 4096 * 40))
        damaged_at_start(exchange, lambda file: os.truncate(file, 5000))
        print("data damaged before a start: each says so and names check and restore")
        damaged_while_running(exchange)


if __name__ == "__main__":
    main()
