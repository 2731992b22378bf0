#!/usr/bin/env bash
# Real STIX by the command `validate`: as recorded, and with the verdicts of stix2-validator and
# stix2-patterns; what is older than STIX 2.1 is refused by its name; every object is cut
# to the bytes that another reader of JSON finds.
. "$(dirname "$0")/../lib.sh"

need_data
need_jar
python3 .ci/parts/stix.py verdicts "$jar" "$data"
python3 .ci/parts/stix.py older "$jar" "$data"
python3 .ci/parts/slices.py "$jar" "$data"
python3 .ci/parts/long.py "$jar"
python=$(venv stix2-validator stix2-validator==3.3.2)
"$python" .ci/parts/stix.py peers "$jar" "$data"
python=$(venv stix2-patterns stix2-patterns==2.1.2)
"$python" .ci/parts/stix.py patterns "$jar" "$data"
