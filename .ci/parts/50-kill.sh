#!/usr/bin/env bash
# kill -9 under load: nothing acknowledged is lost, no position reused, no gap.
. "$(dirname "$0")/../lib.sh"

need_jar
python3 .ci/parts/kill.py "$jar" "$work" "$(short_or_long 10 100)"
