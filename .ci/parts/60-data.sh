#!/usr/bin/env bash
# A full disk, a folder in use and damaged data: each is told in one sentence, and nothing is half stored.
. "$(dirname "$0")/../lib.sh"

need_jar
mkdir "$work/small"
code=0
if mount -t tmpfs -o size=12m tmpfs "$work/small" 2>/dev/null; then
  python3 .ci/parts/data.py "$jar" "$work" "$work/small" || code=$?
  umount -l "$work/small"
else
  echo "no small disk can be mounted here: what happens on a full one is not tried"
  python3 .ci/parts/data.py "$jar" "$work" || code=$?
fi
exit "$code"
