"""A long input of `validate`: it says how far it is, and needs no memory for what it has read.

usage: long.py JAR
"""
import json
import os
import subprocess
import sys
import tempfile
import uuid

BYTES = 60_000_000


def main(jar):
    with tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as out:
        with subprocess.Popen(
                ["java", "-Xmx40m", "-jar", jar, "validate", "--json", "-"],
                stdin=subprocess.PIPE, stdout=out, stderr=err) as run:
            sent = number = 0
            said = b""
            # it speaks every two seconds, so a fast machine is sent more
            while sent < BYTES or (b"MiB" not in said and sent < 100 * BYTES):
                text = json.dumps({
                    "type": "identity", "spec_version": "2.1", "name": "long",
                    "id": "identity--%s" % uuid.UUID(int=number, version=4),
                    "created": "2020-01-01T00:00:00.000Z", "modified": "2020-01-01T00:00:00.000Z",
                    "description": "x" * 60_000}).encode() + b"\n"
                run.stdin.write(text)
                sent += len(text)
                number += 1
                said = os.pread(err.fileno(), 4096, 0)
            run.stdin.close()
        out.seek(0)
        last = json.loads(out.read().splitlines()[-1])
        if run.returncode != 0 or last["objects"] != number or b"MiB" not in said:
            sys.exit("ended with %d: %s\n%s" % (run.returncode, last, said.decode()[-2000:]))
        print("%d MB in 40 MB of heap, and said: %s" % (sent // 10**6, said.decode().splitlines()[0]))


if __name__ == "__main__":
    main(sys.argv[1])
