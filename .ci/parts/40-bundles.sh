#!/usr/bin/env bash
# Real bundles pushed through the started jar: the status of each says what `validate` says, object by object.
. "$(dirname "$0")/../lib.sh"

need_data
need_jar
python3 .ci/parts/bundles.py "$jar" "$work/bundles" "$data"
