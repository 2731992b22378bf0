#!/usr/bin/env bash
# Real STIX by the command `validate`: as recorded, and with the verdicts of stix2-validator.
. "$(dirname "$0")/../lib.sh"

need_data
need_jar
python3 .ci/parts/stix.py verdicts "$jar" "$data"
python=$(venv stix2-validator stix2-validator==3.3.2)
"$python" .ci/parts/stix.py peers "$jar" "$data"
