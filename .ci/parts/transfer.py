"""The commands push and pull against the started jar: cut short, killed, and gone on. Usage: transfer.py JAR FOLDER"""

import json
import os
import subprocess
import sys
import time

from exchange import Exchange, check, reporting
from sample import COLLECTION, YAML, indicator

COUNT = 800


class Transfer:
    def __init__(self, exchange, folder):
        self.exchange, self.folder = exchange, folder
        self.url = "%s/exchange/collections/%s/" % (exchange.url, COLLECTION)
        self.out, self.cursor = self.file("pulled"), self.file("cursor")
        for credential in ("vendor/feed", "soc/siem"):
            with open(self.file(credential.split("/")[0]), "w", encoding="ascii") as secret:
                secret.write(exchange.secrets[credential])

    def file(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, objects):
        with open(self.file(name), "w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(one) + "\n" for one in objects)
        return self.file(name)

    def push(self, file, want=0):
        return self.exchange.command(
            "push", "--url", self.url, "--user", "vendor/feed",
            "--secret-file", self.file("vendor"), "--batch", "400", file, want=want)

    def pull_arguments(self):
        return ("pull", "--url", self.url, "--user", "soc/siem", "--secret-file", self.file("soc"),
                "--out", self.out, "--cursor", self.cursor, "--attempts", "20")

    def pull(self):
        return self.exchange.command(*self.pull_arguments())

    def begin_to_pull(self, size):
        """A pull that is running and has written so many bytes."""
        process = subprocess.Popen(
            ["java", "-jar", self.exchange.jar, *self.pull_arguments()], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 120
        while not (os.path.exists(self.cursor) and os.path.exists(self.out)
                   and os.path.getsize(self.out) > size):
            check(time.monotonic() < end, "a pull wrote nothing for two minutes")
            check(process.poll() is None, "a pull ended by itself with %s" % process.returncode)
            time.sleep(0.005)
        check(process.poll() is None, "a pull ended before it could be cut short")
        return process

    def pulled(self):
        with open(self.out, encoding="utf-8") as lines:
            return [json.loads(line)["id"] for line in lines]


def run(exchange, transfer):
    objects = [indicator(n) for n in range(COUNT)]
    ids = [one["id"] for one in objects]
    transfer.push(transfer.write("all", objects))
    again = transfer.push(transfer.write("all", objects))
    check("%d stored or there already, 0 failed" % COUNT in again, "the same again: %s" % again)

    killed = transfer.begin_to_pull(10_000)
    killed.kill()
    killed.wait()
    transfer.pull()
    check(transfer.pulled() == ids, "after kill -9 of a pull: %d objects" % len(transfer.pulled()))

    os.remove(transfer.out)
    os.remove(transfer.cursor)
    lonely = transfer.begin_to_pull(10_000)
    exchange.kill()
    exchange.start()
    check(lonely.wait(120) == 0, "a pull whose server was killed ended with %s" % lonely.returncode)
    check(transfer.pulled() == ids, "after kill -9 of a server: %d objects" % len(transfer.pulled()))

    transfer.push(transfer.write("more", [indicator(COUNT), {"type": "tool", "id": "tool--x"}]), want=1)
    transfer.pull()
    check(transfer.pulled() == ids + [indicator(COUNT)["id"]], "the object of a push with a bad one")


def main():
    jar, folder = sys.argv[1:3]
    os.environ.update(ENTENTE_TAXII_PAGE_DEFAULT="20", ENTENTE_TAXII_PAGE_MAX="20")
    exchange = Exchange(jar, folder)
    with reporting("transfer", [exchange]):
        exchange.start()
        exchange.apply(YAML)
        exchange.issue("vendor/feed", "soc/siem")
        run(exchange, Transfer(exchange, folder))
        exchange.stop()
        print("push and pull: %d objects, each once, over two kills" % (COUNT + 1))


if __name__ == "__main__":
    main()
