#!/usr/bin/env bash
# What stands beside the jar. There need be no container engine: then only what can be read is checked.
. "$(dirname "$0")/../lib.sh"
[ -f server/target/entente-sbom.json ] || mvn -B -q -ntp -DskipTests package

# every file that the image copies is there, and gets past .dockerignore
sed -n 's/^COPY \(--[^ ]* \)*//p' docker/Dockerfile | while read -r line; do
  # the last word is the place in the image
  for source in ${line% *}; do
    [ -f "$source" ]
    grep -qx "!$source" .dockerignore
  done
done

if command -v systemd-analyze >/dev/null; then
  sed "s|/usr/bin/java|$(command -v java)|" docker/entente.service >"$work/entente.service"
  systemd-analyze verify "$work/entente.service"
  echo "the unit is sound"
fi

# the jar holds its licence, the notices of what it bundles, and no signature files
python3 - "$jar" server/target/entente-sbom.json <<'PYTHON'
import json, sys, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
assert "META-INF/LICENSE" in names and "META-INF/NOTICE" in names
assert not [name for name in names if name.startswith("META-INF/") and name.endswith((".SF", ".RSA", ".DSA"))]
components = json.load(open(sys.argv[2]))["components"]
unnamed = [part["name"] for part in components if not part.get("licenses")]
assert not unnamed, f"no licence is known of {unnamed}"
print(len(names), "entries,", len(components), "libraries, each with a licence")
PYTHON

if docker info >/dev/null 2>&1; then
  docker build -q -f docker/Dockerfile -t entente-ci . && docker run --rm --read-only entente-ci version
else
  echo "no container engine answers here: the image was not built"
fi
