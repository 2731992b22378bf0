"""kill -9 under load. Usage: kill.py JAR FOLDER ROUNDS

Writers push envelopes and new versions and remember what was acknowledged; pollers go on from the
positions they have reached. Round after round the server gets SIGKILL, `check` finds nothing in what it
left, and it starts again. In the end nothing acknowledged is lost, each position was given out once, and no
poller has a gap. Backups are killed as well: none leaves half a file under its name.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid

from exchange import Exchange, Failed, Reader, check, reporting, slices
from sample import members

WRITERS = 4
POLLERS = 3
BACKUPS = 4
ROOT = "/exchange/collections/5e2d8a54-9c0b-4f7e-8a31-6b1f0c9d7e42/"
YAML = """
kind: Collection
id: 5e2d8a54-9c0b-4f7e-8a31-6b1f0c9d7e42
api_root: exchange
title: Killed
readers: [{all: members}]
writers: [{all: members}]
accepts: AMBER
unmarked: GREEN
history: all
"""


class Writer(threading.Thread):
    """Pushes; keeps the text of what was acknowledged and of what may have been stored."""

    def __init__(self, test, name, seed):
        super().__init__(daemon=True)
        self.test, self.name, self.random = test, name, random.Random(seed)
        self.acknowledged = {}
        self.ids = []
        self.unanswered = 0
        self.pendings = 0

    def make(self):
        if self.ids and self.random.random() < 0.2:
            name, version = self.random.choice(self.ids), self.random.randrange(10**6)
        else:
            name, version = str(uuid.UUID(int=self.random.getrandbits(128), version=4)), 0
            self.ids.append(name)
        stamp = "2026-02-01T00:00:00.%06dZ" % version
        return name, stamp, json.dumps({
            "type": "indicator", "spec_version": "2.1", "id": "indicator--" + name,
            "created": "2026-02-01T00:00:00.000000Z", "modified": stamp,
            "pattern": "[domain-name:value = '%s.example']" % name, "pattern_type": "stix",
            "valid_from": "2026-02-01T00:00:00Z", "name": self.name + " " * self.random.randrange(300)})

    def run(self):
        try:
            reader = Reader(self.test.exchange, self.name + "/tool")
            while not self.test.over.is_set():
                made = {}
                for _ in range(self.random.choice((1, 1, 1, 5, 50, 300))):
                    name, stamp, text = self.make()
                    made[("indicator--" + name, stamp)] = text
                body = '{"objects": [%s]}' % ", ".join(made.values())
                self.push(reader, body, made)
        except Exception as broken:  # noqa: the test must end, whatever it is
            self.test.fail(self.name, broken)

    def push(self, reader, body, made):
        """Until it is acknowledged: what was never answered is sent again, as clients do."""
        while True:
            try:
                status, _, text = reader.ask("POST", ROOT + "objects/", body)
                answer = self.complete(reader, status, text)
            except (OSError, http.client.HTTPException):
                self.unanswered += 1
                self.test.wait_up()
                continue
            if answer is None:
                continue
            check(answer["failure_count"] == 0 and answer["success_count"] == len(made),
                  "a push was answered with %s" % json.dumps(answer)[:1000])
            self.acknowledged.update(made)
            return

    def complete(self, reader, status, text):
        if status == 503:
            time.sleep(0.2)
            return None
        check(status == 202, "a push was answered with %s: %s" % (status, text[:1000]))
        answer = json.loads(text)
        if answer["status"] == "pending":
            self.pendings += 1
        while answer["status"] == "pending":
            time.sleep(0.05)
            try:
                _, text = reader.get("/exchange/status/%s/" % answer["id"])
            except (OSError, http.client.HTTPException):
                self.test.wait_up()
                continue
            answer = json.loads(text)
        return answer


class Poller(threading.Thread):
    """Follows the manifest of all versions from where it is; by `next` or by the date header."""

    def __init__(self, test, name, number):
        super().__init__(daemon=True)
        self.test, self.name = test, name
        self.by_next = number % 2 == 0
        self.limit = (7, 100, 1000)[number % 3]
        self.after = ""
        self.seen = []
        self.caught_up = threading.Event()

    def run(self):
        try:
            reader = Reader(self.test.exchange, self.name + "/tool")
            token = ""
            while True:
                last = self.test.settled.is_set()
                query = "?match[version]=all&limit=%d" % self.limit
                if self.after:
                    query += "&added_after=" + self.after
                if token:
                    query += "&next=" + token
                try:
                    headers, text = reader.get(ROOT + "manifest/" + query)
                except (OSError, http.client.HTTPException):
                    self.test.wait_up()
                    continue
                token = self.take(headers, json.loads(text))
                if not json.loads(text).get("more"):
                    if last:
                        return
                    time.sleep(0.01)
        except Exception as broken:  # noqa
            self.test.fail(self.name, broken)

    def take(self, headers, page):
        rows = [(row["date_added"], row["id"], row["version"]) for row in page.get("objects", [])]
        for row in rows:
            check(not self.seen or row[0] > self.seen[-1][0],
                  "%s: %s came after %s" % (self.name, row, self.seen[-1] if self.seen else ""))
            self.seen.append(row)
        if rows:
            self.after = headers["X-TAXII-Date-Added-Last"]
            check(self.after == rows[-1][0], "the header is not the last row's date")
        return page.get("next", "") if self.by_next else ""


class Test:
    def __init__(self, jar, folder, rounds):
        self.exchange = Exchange(jar, folder)
        self.rounds = rounds
        self.over = threading.Event()
        self.settled = threading.Event()
        self.up = threading.Event()
        self.failures = []
        self.random = random.Random(20261124)

    def fail(self, who, why):
        self.failures.append("%s: %s: %s" % (who, type(why).__name__, why))
        self.over.set()
        self.settled.set()

    def wait_up(self):
        self.up.wait(60)
        time.sleep(0.01)

    def run(self):
        exchange = self.exchange
        exchange.start()
        names = ["writer%d" % i for i in range(WRITERS)] + ["poller%d" % i for i in range(POLLERS)]
        exchange.apply(YAML + members(names))
        exchange.issue(*[name + "/tool" for name in names])
        self.up.set()
        writers = [Writer(self, names[i], 1000 + i) for i in range(WRITERS)]
        pollers = [Poller(self, names[WRITERS + i], i) for i in range(POLLERS)]
        for thread in writers + pollers:
            thread.start()
        starts = []
        for _ in range(self.rounds):
            time.sleep(0.3 + self.random.random())
            if self.over.is_set():
                break
            self.up.clear()
            exchange.kill()
            self.found_nothing(exchange.data)
            starts.append(exchange.start())
            self.up.set()
        time.sleep(0.5)
        self.over.set()
        for thread in writers:
            thread.join(120)
        self.settled.set()
        for thread in pollers:
            thread.join(300)
        if self.failures:
            raise Failed("\n".join(self.failures) + "\n" + exchange.tail())
        check(not any(t.is_alive() for t in writers + pollers), "somebody has not come to an end")
        self.compare(writers, pollers)
        self.kill_backups()
        exchange.stop()
        self.found_nothing(exchange.data)
        acknowledged = sum(len(w.acknowledged) for w in writers)
        print("restart to ready: median %.2f s, worst %.2f s" % (
            sorted(starts)[len(starts) // 2], max(starts)))
        print("pushes without an answer: %d, pending: %d" % (
            sum(w.unanswered for w in writers), sum(w.pendings for w in writers)))
        print("kill -9: %d rounds, %d objects acknowledged, none lost, %d rows polled by each of %d,"
              " no position reused, no gap" % (
                  len(starts), acknowledged, len(pollers[0].seen), POLLERS))

    def found_nothing(self, data):
        said = self.exchange.command("check", "--data", data)
        check("nothing found" in said, "check said: " + said)
        return said.splitlines()[-1]

    def kill_backups(self):
        """The server runs: a backup that is killed is either not there or whole."""
        folder, whole = self.exchange.folder, 0
        for number in range(BACKUPS):
            to = os.path.join(folder, "backup%d.db" % number)
            backup = subprocess.Popen(
                ["java", "-jar", self.exchange.jar, "backup", "--data", self.exchange.data, "--to", to],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number < BACKUPS - 1:
                self.until_begun(backup, folder, number)
                backup.send_signal(signal.SIGKILL)
            backup.wait(300)
            if os.path.exists(to):
                whole += 1
                data = os.path.join(folder, "restored%d" % number)
                self.exchange.command("restore", "--from", to, "--data", data)
                print("restored: " + self.found_nothing(data))
        check(os.path.exists(to), "the backup that was let alone is not there")
        print("backups: %d killed, %d whole, none half" % (BACKUPS - 1, whole))

    def until_begun(self, backup, folder, number):
        """Until its file is there under the name that it has while it is written, and a little more."""
        begin = time.monotonic()
        while backup.poll() is None and time.monotonic() - begin < 60:
            if any(name.startswith("backup%d.db" % number) for name in os.listdir(folder)):
                time.sleep(self.random.random() * 0.05 * number)
                return
            time.sleep(0.001)

    def compare(self, writers, pollers):
        whole = pollers[0].seen
        for poller in pollers[1:]:
            check(poller.seen == whole, "%s and %s saw different rows: %s" % (
                pollers[0].name, poller.name,
                sorted(set(whole) ^ set(poller.seen))[:5]))
        again = Poller(self, pollers[0].name, 2)
        again.run()
        check(again.seen == whole, "a scan from the start shows other rows: %s" % (
            sorted(set(whole) ^ set(again.seen))[:5]))
        there = {(row[1], row[2]) for row in whole}
        for writer in writers:
            lost = [key for key in writer.acknowledged if key not in there]
            check(not lost, "acknowledged and lost: %s" % lost[:5])
        self.compare_bytes(writers, pollers[0].name)

    def compare_bytes(self, writers, name):
        wanted = {}
        for writer in writers:
            wanted.update(writer.acknowledged)
        reader = Reader(self.exchange, name + "/tool")
        token, count = "", 0
        while True:
            path = ROOT + "objects/?match[version]=all&limit=1000" + (
                "&next=" + token if token else "")
            _, text = reader.get(path)
            for parsed, raw in slices(text):
                key = (parsed["id"], parsed["modified"])
                if key in wanted:
                    check(wanted.pop(key) == raw, "%s came back with other bytes" % (key,))
                    count += 1
            page = json.loads(text)
            token = page.get("next", "")
            if not page.get("more"):
                break
        check(not wanted, "%d acknowledged objects are not in the feed" % len(wanted))


def main():
    jar, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    test = Test(jar, folder, rounds)
    with reporting("kill -9", [test.exchange]):
        test.run()


if __name__ == "__main__":
    main()
