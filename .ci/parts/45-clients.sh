#!/usr/bin/env bash
# The clients that people use, against the started jar: taxii2-client, stix2, curl, push and pull.
. "$(dirname "$0")/../lib.sh"

need_jar
python=$(venv clients taxii2-client==2.3.0 stix2==3.0.2)
"$python" .ci/parts/clients.py "$jar" "$work/plain"
"$python" .ci/parts/clients.py "$jar" "$work/tls" --tls
python3 .ci/parts/curl.py "$jar" "$work/curl"
python3 .ci/parts/transfer.py "$jar" "$work/transfer"
