#!/usr/bin/env bash
# The build with its analysers and every test that needs nothing but this clone; the jar starts on each JDK here.
. "$(dirname "$0")/../lib.sh"

mvn -B -ntp verify

for java in java /usr/lib/jvm/*/bin/java; do
  command -v "$java" >/dev/null || continue
  version=$("$java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  [ "$version" -ge 17 ] || continue
  "$java" -jar "$jar" version >"$work/version" 2>&1 || { cat "$work/version"; exit 1; }
  if grep WARNING "$work/version"; then exit 1; fi
  echo "starts on Java $version"
done
