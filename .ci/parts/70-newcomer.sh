#!/usr/bin/env bash
# What somebody new does: a fresh clone, the README's two commands as printed, and the curl lines that the demo prints.
. "$(dirname "$0")/../lib.sh"

[ -f README.md ] || skip "there is no README yet"
git clone -q . "$work/clone"
cd "$work/clone"
# the commands are the README's lines that begin with mvn
demo=$(grep -m 1 '^mvn .* demo' README.md)
tests=$(grep -m 1 '^mvn .* verify' README.md)

echo "\$ $demo"
# started in the background, it would not hear Ctrl-C
in_background "$work/demo" env --default-signal=INT bash -c "$demo"
group=$!
wait_for 400 grep -q 'Stop with Ctrl-C' "$work/demo" || { tail -40 "$work/demo"; exit 1; }
wait_for 20 grep -q '^ *curl ' "$work/demo" || { tail -40 "$work/demo"; exit 1; }
cat "$work/demo"
grep '^ *curl ' "$work/demo" >"$work/curls"
while read -r line; do
  echo "\$ $line"
  bash -c "${line/curl/curl --fail-with-body --show-error --max-time 20}" >"$work/answer" </dev/null || { cat "$work/answer"; exit 1; }
  head -c 300 "$work/answer"
  echo
done <"$work/curls"
kill -INT -- "-$group"
wait_for 60 bash -c "! kill -0 -- -$group" || { echo "the demo goes on after Ctrl-C"; exit 1; }
folder=$(sed -n 's/^Data in \(.*\)\. Stop with Ctrl-C\.$/\1/p' "$work/demo")
[ -n "$folder" ] && [ ! -e "$folder" ] || { echo "the demo left \`$folder\` behind"; exit 1; }
if curl -s --max-time 2 "$(grep -m 1 -o 'http://[^ ]*' "$work/demo")" >"$work/answer"; then
  echo "the demo still answers after it was interrupted"
  exit 1
fi

if [ -f "$jar" ] && git -C "$root" diff --quiet HEAD; then
  cmp server/target/entente.jar "$jar"
  echo "the jar is the same as that of the other clone, byte for byte"
fi

# the tests are run by the first part, by the same words
[ "$tests" = "$(grep -m 1 '^mvn .* verify' "$root/.ci/parts/10-build.sh")" ]
echo "the README's tests are those of the build: $tests"
