"""The exchange against curl, as people and scripts call it. Usage: curl.py JAR FOLDER"""

import gzip
import json
import os
import subprocess
import sys

from sample import COLLECTION, YAML, indicator
from exchange import TAXII, Exchange, check, reporting

OBJECTS = "/exchange/collections/%s/objects/" % COLLECTION


class Curl:
    def __init__(self, exchange, folder):
        self.exchange, self.folder, self.count = exchange, folder, 0

    def __call__(self, path, *arguments):
        """(status, headers in lower case, body)"""
        self.count += 1
        heads, body = os.path.join(self.folder, "heads"), os.path.join(self.folder, "body")
        open(body, "wb").close()
        subprocess.run(
            ["curl", "-s", "-S", "--max-time", "30", "-D", heads, "-o", body, *arguments,
             "http://127.0.0.1:%d%s" % (self.exchange.port, path)], check=True)
        with open(heads, encoding="latin-1") as file:
            lines = file.read().strip().split("\n\n")[-1].splitlines()
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        with open(body, "rb") as file:
            return int(lines[0].split()[1]), headers, file.read()


def run(exchange, curl, folder):
    vendor, soc = exchange.secrets["vendor/feed"], exchange.secrets["soc/siem"]
    user = ("-u", "soc/siem:" + soc)
    feed = ("-u", "vendor/feed:" + vendor)
    envelope = os.path.join(folder, "envelope.json")
    with open(envelope, "w", encoding="utf-8") as file:
        json.dump({"objects": [indicator(n) for n in range(300)]}, file)
    data = ("--data-binary", "@" + envelope)

    status, headers, body = curl("/taxii2/")
    check(status == 401 and headers["www-authenticate"].startswith(("Basic", "Bearer")), "no credential")
    check(headers["content-type"] == TAXII and json.loads(body)["title"], "the body of a 401")
    for door in (user, ("-u", ":" + soc), ("-H", "Authorization: Bearer " + soc),
                 ("-H", "authorization: token " + soc), ("-H", "X-API-Key: " + soc)):
        status, headers, _ = curl("/taxii2/", *door)
        check(status == 200 and headers["content-type"] == TAXII, "through the door %s" % door[0])
    check(curl("/taxii2/", "-u", "soc/siem:wrong")[0] == 401, "a wrong password")
    for path in ("/taxii2", "/exchange", "/exchange/collections",
                 "/exchange/collections/%s" % COLLECTION, OBJECTS.rstrip("/")):
        check(curl(path, *user)[0] == 200, "%s without its slash" % path)
    check(curl("/exchange/collections/indicators/", *user)[0] == 200, "a collection by its alias")
    check(curl(OBJECTS, *user, "-H", "Accept: text/html")[0] == 406, "HTML is not to be had")
    check(curl(OBJECTS, *user, "-H", "Accept:")[0] == 200, "no Accept at all")

    status, _, body = curl(OBJECTS, *feed, *data)
    check(status == 415 and b"taxii+json" in body, "a form is told which type is right")
    status, _, body = curl(OBJECTS, *feed, *data, "-H", "Content-Type: " + TAXII)
    told = json.loads(body)
    check(status == 202 and told["status"] == "complete" and told["success_count"] == 300,
          "a push: %s %s" % (status, body[:300]))
    check(curl("/exchange/status/%s/" % told["id"], *feed)[0] == 200, "a status")
    check(curl("/exchange/status/%s/" % told["id"], *user)[0] == 404, "somebody else's status")
    check(curl(OBJECTS, *user, *data, "-H", "Content-Type: " + TAXII)[0] == 403, "a reader's push")
    with open(envelope + ".gz", "wb") as file:
        with open(envelope, "rb") as plain:
            file.write(gzip.compress(plain.read()))
    status, _, body = curl(OBJECTS, *feed, "--data-binary", "@" + envelope + ".gz",
                           "-H", "Content-Type: " + TAXII, "-H", "Content-Encoding: gzip")
    check(status == 202 and json.loads(body)["success_count"] == 300, "a compressed push, repeated")
    status, _, body = curl(OBJECTS, *feed, "--data-binary", '{"objects": [', "-H",
                           "Content-Type: " + TAXII)
    check(status == 400 and json.loads(body)["error_id"], "a broken body")

    status, headers, plain = curl(OBJECTS + "?limit=100", *user)
    check(status == 200 and len(json.loads(plain)["objects"]) == 100, "a page of 100")
    check(headers["x-taxii-date-added-first"] < headers["x-taxii-date-added-last"], "the dates")
    _, headers, packed = curl(OBJECTS + "?limit=100", *user, "-H", "Accept-Encoding: gzip")
    check(headers["content-encoding"] == "gzip", "compression")
    check(json.loads(gzip.decompress(packed))["objects"] == json.loads(plain)["objects"],
          "the compressed page is another one")
    for query in ("limit=0", "limit=x", "added_after=yesterday", "next=forged"):
        check(curl(OBJECTS + "?" + query, *user)[0] == 400, query)
    check(curl("/nowhere/", *user)[0] == 404, "an unknown path")
    status, headers, _ = curl(OBJECTS, *user, "-X", "PUT")
    check(status == 405 and "GET" in headers["allow"], "an unknown method")


def main():
    jar, folder = sys.argv[1:3]
    exchange = Exchange(jar, folder)
    with reporting("curl", [exchange]):
        exchange.start()
        exchange.apply(YAML)
        exchange.issue("vendor/feed", "soc/siem")
        curl = Curl(exchange, folder)
        run(exchange, curl, folder)
        exchange.stop()
        print("curl: %d requests answered as they must be" % curl.count)


if __name__ == "__main__":
    main()
