#!/usr/bin/env bash
# The list of what the cases must hold the server to, against the restated protocol beside the clone.
. "$(dirname "$0")/../lib.sh"

spec=${ENTENTE_CI_SPEC:-$root/../shared/spec}
[ -f "$spec/taxii21.md" ] || skip "the restated protocol is not beside the clone (or name its folder by ENTENTE_CI_SPEC)"
python3 .ci/parts/items.py "$spec" >"$work/items.txt"
diff "$work/items.txt" server/src/test/resources/taxii-cases/items.txt
echo "$(grep -c must "$work/items.txt") items must hold, and the tests know them all"
