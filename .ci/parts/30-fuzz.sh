#!/usr/bin/env bash
# Each fuzz target with a fuzzer, two at a time: a minute for what reads objects, half of it for the others, ten
# minutes each in a long run. What ends in anything but a finding fails the part, and its input is kept.
# usage, by hand: bash .ci/parts/30-fuzz.sh [TARGET…]
. "$(dirname "$0")/../lib.sh"

mvn -B -q -ntp -Dfast -pl server -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
classpath=$(cat "$work/classpath")
for module in stix-model connectors server; do classpath=$module/target/classes:$module/target/test-classes:$classpath; done
export classpath work root
export fuzzed=target/ci/fuzz

# where the class is, its seconds
targets=(
  stix-model org.entente.stix.type.ValidatorFuzz "$(short_or_long 60 600)"
  stix-model org.entente.stix.pattern.PatternFuzz "$(short_or_long 60 600)"
  stix-model org.entente.stix.type.SelectorFuzz "$(short_or_long 60 600)"
  stix-model org.entente.stix.type.EnvelopeFuzz "$(short_or_long 60 600)"
  stix-model org.entente.stix.json.ObjectReaderFuzz "$(short_or_long 30 600)"
  stix-model org.entente.stix.json.SplitterFuzz "$(short_or_long 30 600)"
  stix-model org.entente.stix.json.ValuesFuzz "$(short_or_long 30 600)"
  connectors org.entente.connector.taxii.PageFuzz "$(short_or_long 30 600)"
  server org.entente.server.taxii.QueryFuzz "$(short_or_long 30 600)"
  server org.entente.server.http.endpoint.HeadersFuzz "$(short_or_long 30 600)"
  server org.entente.server.http.wire.GunzipFuzz "$(short_or_long 30 600)"
  server org.entente.server.auth.CredentialFuzz "$(short_or_long 30 600)"
)

# what the list does not name is run by nobody
find . -path ./target -prune -o -path '*/src/test/*' -name '*Fuzz.java' -print | sed 's|.*/src/test/java/||; s|/|.|g; s|.java$||' | sort >"$work/there"
printf '%s %s %s\n' "${targets[@]}" | cut -d ' ' -f 2 | sort | diff - "$work/there"

fuzz() {
  local module=$1 class=$2 seconds=$3 name=${2##*.} code=0
  local corpus=$fuzzed/$name/corpus log=$work/$name.log
  mkdir -p "$corpus"
  # the seeds, and where the target reads objects the samples of every rule
  local inputs=("$module/src/test/resources/$(dirname "${class//.//}")/${name}Inputs"/*/)
  [ -d "${inputs[0]}" ] && seeds=("${inputs[0]}") || seeds=()
  case $name in ValidatorFuzz | ObjectReaderFuzz) seeds+=("$work/samples") ;; esac
  # expressions of strangers are read on purpose
  java -Xmx1g -cp "$classpath" com.code_intelligence.jazzer.Jazzer --target_class="$class" \
    --instrumentation_includes='org.entente.**' --reproducer_path="$work" \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection \
    "$corpus" "${seeds[@]}" -max_total_time="$seconds" -timeout=120 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="$fuzzed/$name/" >"$log" 2>&1 || code=$?
  local cov runs
  cov=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
  printf '%-17s %9s runs, %6s edges covered, %5s inputs kept, %4s s\n' "$name" "${runs:-0}" "${cov:-0}" \
    "$(find "$corpus" -type f | wc -l)" "$seconds"
  if [ "$code" -ne 0 ]; then
    grep -a -v -e '^INFO: ' -e '^#' "$log" | tail -60
    echo "$name: found, with $code; the input: $(sed -n 's/.*Test unit written to //p' "$log" | tail -1)"
    return 1
  fi
  [ "${runs:-0}" -gt 0 ]
}
export -f fuzz

mkdir "$work/samples"
grep -h '^{' stix-model/src/test/resources/org/entente/stix/type/rules/*.txt | split -l 1 -a 4 - "$work/samples/"
printf '%s %s %s\n' "${targets[@]}" | grep -E -e "$([ $# -eq 0 ] && echo . || (IFS='|' && echo "$*"))" |
  xargs -P 2 -I LINE bash -c 'fuzz LINE'
