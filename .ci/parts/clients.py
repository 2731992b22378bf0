"""The exchange against the clients that people use: taxii2-client and stix2, over TLS and in the clear.

Usage: clients.py JAR FOLDER [--tls]
"""

import base64
import logging
import os
import ssl
import sys
import time
import uuid
import warnings

# the machine's own list of authorities would stand in for the one that is given
for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
    os.environ.pop(name, None)

import requests
import stix2
import taxii2client
from taxii2client.common import TokenAuth
from taxii2client.exceptions import AccessError, InvalidArgumentsError
from taxii2client.v21 import ApiRoot, Collection, Server, as_pages

from exchange import Exchange, Failed, check, reporting
from sample import COLLECTION, YAML, indicator

class Complaints(logging.Handler):
    """Whatever a client logs as a warning or worse."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.seen = []

    def emit(self, record):
        self.seen.append("%s: %s" % (record.name, record.getMessage()))


def taxii2(url, writer, reader, verify):
    """taxii2-client 2.3.0 from discovery to deletion."""
    def connect(who):
        return Server(url + "/taxii2/", user=who[0], password=who[1], verify=verify)

    root = connect(writer).default
    check(root.title and root.max_content_length > 0, "the API root says nothing of itself")
    collections = root.collections
    check([c.id for c in collections] == [COLLECTION], "collections: %s" % collections)
    feed = collections[0]
    check(feed.can_read and feed.can_write, "the vendor may read and write")
    check(feed.get_objects() == {"more": False}, "an empty collection is not `{\"more\": false}`")

    sent = [indicator(n) for n in range(25)]
    status = feed.add_objects({"objects": sent}, wait_for_completion=True)
    check(status.status == "complete" and status.success_count == 25 and status.failure_count == 0,
          "status: %s" % status.status)
    check(len(status.successes) == 25, "the list of successes is not whole")
    bad = dict(indicator(90), pattern_type=None)
    del bad["type"]
    status = feed.add_objects({"objects": [bad, indicator(91)]}, wait_for_completion=True)
    check((status.success_count, status.failure_count) == (1, 1), "one bad object of two")
    check(status.failures[0]["message"], "a failure without a message")
    sent.append(indicator(91))

    other = connect(reader).default.collections[0]
    check(other.can_read and not other.can_write, "the SOC may only read")
    ids = [o["id"] for o in sent]
    for per_request in (1, 7, 26, 100):
        got = [o for page in as_pages(other.get_objects, per_request=per_request)
               for o in page.get("objects", [])]
        check(got == sent, "as_pages by %d gives %d objects" % (per_request, len(got)))
        rows = [row for page in as_pages(other.get_manifest, per_request=per_request)
                for row in page.get("objects", [])]
        check([row["id"] for row in rows] == ids, "the manifest by %d differs" % per_request)
    dates = [row["date_added"] for row in rows]
    check(dates == sorted(set(dates)), "date_added does not grow")
    after = other.get_objects(added_after=dates[9], limit=100)
    check([o["id"] for o in after["objects"]] == ids[10:], "added_after is not exclusive")
    check(other.get_objects(added_after=dates[-1]) == {"more": False}, "a poll with nothing new is not empty")
    check(other.get_objects(type="malware") == {"more": False}, "match[type] lets others through")
    check([o["id"] for o in other.get_objects(id=ids[3])["objects"]] == [ids[3]], "match[id]")

    filters(other, sent, dates)

    newer = indicator(0, "number 0 again", "2026-04-01T00:00:00.000Z", ids[0])
    feed.add_objects({"objects": [newer]}, wait_for_completion=True)
    versions = other.object_versions(ids[0])["versions"]
    check(versions == ["2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"], str(versions))
    check(other.get_object(ids[0])["objects"] == [newer], "get_object is not the latest version")
    both = other.get_object(ids[0], version="all")["objects"]
    check(both == [sent[0], newer], "all versions of an object")
    for version, wanted in (("first", [sent[0]]), ("last", [newer]), (["first", "last"], both),
                            (versions[0], [sent[0]]), (",".join(versions), both)):
        got = other.get_object(ids[0], version=version)["objects"]
        check(got == wanted, "match[version]=%s gives %s" % (version, [o["modified"] for o in got]))
    rows = [row for page in as_pages(other.get_manifest, per_request=10, id=ids[0], version="all")
            for row in page.get("objects", [])]
    check([row["version"] for row in rows] == versions, "the manifest of all versions")
    feed.delete_object(ids[0], version="first")
    check(other.object_versions(ids[0])["versions"] == versions[1:], "one version is deleted")
    feed.delete_object(ids[1])
    gone(lambda: other.get_object(ids[1]), "a deleted object")
    gone(lambda: feed.delete_object(ids[1]), "an object deleted twice")
    left = [row["id"] for page in as_pages(other.get_manifest, per_request=9)
            for row in page.get("objects", [])]
    check(sorted(left) == sorted(ids[:1] + ids[2:]), "the manifest after deleting")
    gone(lambda: other.get_object("indicator--" + str(uuid.uuid4())), "an object that never was")

    try:
        other.add_objects({"objects": [indicator(500)]})
    except AccessError:
        pass
    else:
        raise Failed("a reader could push")
    for auth in (TokenAuth(reader[1]), Header("Authorization", "Bearer " + reader[1]),
                 Header("X-API-Key", reader[1])):
        door = ApiRoot(root.url, auth=auth, verify=verify)
        check(len(door.collections) == 1, "%s does not open the door" % auth)
    blank = Header("Authorization", "Basic " + base64.b64encode((":" + reader[1]).encode()).decode())
    check(ApiRoot(root.url, auth=blank, verify=verify).title == root.title, "a blank user")
    refused(lambda: ApiRoot(root.url, user=reader[0], password="wrong", verify=verify).title)
    waits(feed)
    where = "%s/exchange/collections/%s/" % (url, COLLECTION)
    single = Collection(where, user=reader[0], password=reader[1], verify=verify)
    check(single.title == "Indicators", "a collection by its URL")
    return len(sent)


class Header(requests.auth.AuthBase):
    """A credential in a header of its own."""

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __call__(self, request):
        request.headers[self.name] = self.value
        return request

    def __str__(self):
        return "%s: %s" % (self.name, self.value.split(" ")[0] if " " in self.value else "…")


def filters(collection, sent, dates):
    """Filters by themselves, and with pages."""
    ids = [o["id"] for o in sent]
    few = collection.get_objects(id=ids[2:5])["objects"]
    check(few == sent[2:5], "match[id] of several")
    both = collection.get_objects(type=["indicator", "malware"], id=ids[7], spec_version="2.1")
    check(both["objects"] == [sent[7]], "filters together")
    check(collection.get_objects(spec_version="2.0") == {"more": False}, "STIX 2.0")
    for per_request in (1, 4, 30):
        got = [o for page in as_pages(collection.get_objects, per_request=per_request,
                                      added_after=dates[5], type="indicator")
               for o in page.get("objects", [])]
        check(got == sent[6:], "pages of %d after a date" % per_request)
    got = [o for page in as_pages(collection.get_objects, per_request=0)
           for o in page.get("objects", [])]
    check(got == sent, "pages of the server's own size")
    for wrong in ({"added_after": "yesterday"}, {"version": "all,first"}):
        try:
            collection.get_objects(**wrong)
        except requests.HTTPError as error:
            check(error.response.status_code == 400, "%s: %s" % (wrong, error))
        except InvalidArgumentsError:
            pass
        else:
            raise Failed("%s is taken" % wrong)


def waits(collection):
    """A status that the client waits for by itself."""
    status = collection.add_objects({"objects": [indicator(n) for n in range(200, 1200)]})
    status.wait_until_final(poll_interval=0.1, timeout=60)
    check((status.status, status.success_count, status.pending_count) == ("complete", 1000, 0),
          "a status that was waited for: %s" % status.status)
    check(len(status.successes) == 1000, "the list of successes is not whole")
    again = collection.add_objects({"objects": [indicator(n) for n in range(200, 1200)]},
                                   wait_for_completion=True)
    check((again.success_count, again.failure_count) == (1000, 0), "the same again is no failure")
    ids = [row["id"] for page in as_pages(collection.get_manifest, per_request=300)
           for row in page.get("objects", [])]
    check(len(ids) == len(set(ids)) and len(ids) > 1000, "the manifest repeats objects")


def refused(call):
    try:
        call()
    except requests.HTTPError as error:
        check(error.response.status_code == 401, "a wrong password: %s" % error)
    else:
        raise Failed("a wrong password opens the door")


def gone(call, what):
    try:
        call()
    except Exception as error:  # noqa: requests' own class
        check(getattr(getattr(error, "response", None), "status_code", 0) == 404,
              "%s: %s" % (what, error))
    else:
        raise Failed(what + " is still there")


def stix(url, writer, reader, verify):
    """stix2 3.0.2: the sink and the source of a collection."""
    where = "%s/exchange/collections/%s/" % (url, COLLECTION)
    sink = stix2.TAXIICollectionSink(
        Collection(where, user=writer[0], password=writer[1], verify=verify))
    malware = stix2.v21.Malware(name="by the sink", is_family=True)
    tool = stix2.v21.Tool(name="in a bundle")
    relationship = stix2.v21.Relationship(malware, "uses", tool)
    sink.add(malware)
    sink.add(stix2.v21.Bundle(tool, relationship))
    source = stix2.TAXIICollectionSource(
        Collection(where, user=reader[0], password=reader[1], verify=verify))
    check(source.get(malware.id) == malware, "get gives another object")
    check(source.get("malware--" + str(uuid.uuid4())) is None, "get of nothing")
    time.sleep(0.002)
    newer = malware.new_version(name="by the sink, again")
    sink.add(newer)
    check(source.get(malware.id) == newer, "get gives an old version")
    check(len(source.all_versions(malware.id)) == 2, "all_versions")
    found = source.query([stix2.Filter("type", "=", "relationship")])
    check([o.id for o in found] == [relationship.id], "query by type")
    found = source.query([stix2.Filter("id", "=", tool.id)])
    check([o.id for o in found] == [tool.id], "query by id")
    named = stix2.Filter("name", "=", "by the sink, again")
    found = source.query([stix2.Filter("type", "=", "malware"), named])
    check(found == [newer], "query by type and name")
    check(source.query([stix2.Filter("type", "=", "campaign")]) == [], "query of nothing")
    check([o.id for o in source.related_to(newer.id)] == [tool.id], "objects that are related")
    return 4


def main():
    jar, folder = sys.argv[1:3]
    warnings.simplefilter("error")
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    exchange = Exchange(jar, folder, tls="--tls" in sys.argv)
    with reporting("clients", [exchange]):
        exchange.start()
        exchange.apply(YAML)
        exchange.issue("vendor/feed", "soc/siem")
        verify = True
        if exchange.tls:
            verify = os.path.join(folder, "server.pem")
            with open(verify, "w", encoding="ascii") as pem:
                pem.write(ssl.get_server_certificate(("localhost", exchange.port)))
        writer = ("vendor/feed", exchange.secrets["vendor/feed"])
        reader = ("soc/siem", exchange.secrets["soc/siem"])
        objects = taxii2(exchange.url, writer, reader, verify)
        objects += stix(exchange.url, writer, reader, verify)
        check(not complaints.seen, "warnings: %s" % complaints.seen)
        exchange.stop()
        print("taxii2-client %s and stix2 %s %s: %d objects, zero warnings" % (
            taxii2client.__version__, stix2.__version__,
            "over TLS" if exchange.tls else "in the clear", objects))


if __name__ == "__main__":
    main()
