#!/usr/bin/env bash
# The benchmark: builds what is missing and measures the jar. `run.sh --help` names the options;
# docs/performance.md says what the rows mean.
set -euo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD
jar=$root/server/target/entente.jar
classes=$root/server/target/bench-classes
[ -f "$jar" ] || mvn -B -q -ntp -DskipTests package
if [ ! -f "$classes/done" ] || [ -n "$(find server/src/bench "$jar" -newer "$classes/done" -print -quit)" ]; then
  rm -rf "$classes"
  mkdir -p "$classes"
  javac --release 17 -proc:none -Xlint:all,-classfile,-serial -Werror -d "$classes" -cp "$jar" server/src/bench/java/org/entente/bench/*.java
  touch "$classes/done"
fi
exec java -Xmx3g -cp "$classes:$jar" org.entente.bench.Main "$@"
