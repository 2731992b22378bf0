#!/usr/bin/env bash
# MITRE ATT&CK, pushed by one member and polled by three of different sight, byte for byte.
. "$(dirname "$0")/../lib.sh"

need_data
need_jar
python3 .ci/parts/attack.py "$jar" "$work" "$data/stix/attack/enterprise-attack-18.1.rebuilt.json.gz"
