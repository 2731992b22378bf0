#!/usr/bin/env bash
# By hand, some minutes: how fast objects are split, read and validated on one core, beside stix2-validator on the
# same files. Without FILE: ATT&CK, which has hardly any pattern, and the indicators of feeds, which are made of them.
# usage: bash .ci/parts/stix-speed.sh [FILE...]
. "$(dirname "$0")/../lib.sh"

need_data
mvn -B -q -ntp -Dfast -pl stix-model -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=stix-model/target/classes:stix-model/target/test-classes:$(cat "$work/classpath")
python=$(venv stix2-validator stix2-validator==3.3.2)
files=("$@")
if [ ${#files[@]} -eq 0 ]; then
  python3 - "$data/stix" "$work/indicators.json" <<'PYTHON'
import glob, gzip, json, sys
folder, out = sys.argv[1:]
found = {}
for name in sorted(glob.glob(folder + "/civil-society/*.stix2") + glob.glob(folder + "/tweetfeed/*.json*")):
    with (gzip.open if name.endswith(".gz") else open)(name, "rb") as file:
        bundle = json.load(file)
    for one in bundle["objects"]:
        if one["type"] == "indicator":
            found[one["id"]] = one
with open(out, "w") as file:
    json.dump({"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": list(found.values())}, file)
PYTHON
  files=("$data/stix/attack/enterprise-attack-18.1.rebuilt.json.gz" "$work/indicators.json")
fi
for file in "${files[@]}"; do
  echo "== $file"
  java -cp "$classpath" org.entente.stix.json.SplitBenchmark "$file"
  case $file in *.gz) gzip -dc "$file" >"$work/plain.json" ;; *) cp "$file" "$work/plain.json" ;; esac
  "$python" - "$work/plain.json" <<'PYTHON'
import json, os, sys, time
from stix2validator import ValidationOptions, validate_file
begin = time.process_time()
validate_file(sys.argv[1], ValidationOptions(version="2.1", silent=True))
took = time.process_time() - begin
with open(sys.argv[1]) as file:
    objects = len(json.load(file)["objects"])
print("%-30s %6.2f MB/s %9.0f objects/s" % ("stix2-validator", os.path.getsize(sys.argv[1]) / took / 1e6, objects / took))
PYTHON
done
