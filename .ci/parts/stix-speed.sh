#!/usr/bin/env bash
# By hand: how fast objects are split, read and validated on one core, beside stix2-validator on the same file.
# usage: bash .ci/parts/stix-speed.sh [FILE...]
. "$(dirname "$0")/../lib.sh"

need_data
mvn -B -q -ntp -Dfast -pl stix-model -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=stix-model/target/classes:stix-model/target/test-classes:$(cat "$work/classpath")
python=$(venv stix2-validator stix2-validator==3.3.2)
files=("$@")
[ ${#files[@]} -gt 0 ] || files=("$data/stix/attack/enterprise-attack-18.1.rebuilt.json.gz")
for file in "${files[@]}"; do
  echo "== $file"
  java -cp "$classpath" org.entente.stix.json.SplitBenchmark "$file"
  case $file in *.gz) gzip -dc "$file" >"$work/plain.json" ;; *) cp "$file" "$work/plain.json" ;; esac
  "$python" - "$work/plain.json" <<'PYTHON'
import os, sys, time
from stix2validator import ValidationOptions, validate_file
begin = time.process_time()
validate_file(sys.argv[1], ValidationOptions(version="2.1", silent=True))
took = time.process_time() - begin
print("stix2-validator                %8.2f MB/s" % (os.path.getsize(sys.argv[1]) / took / 1e6))
PYTHON
done
