#!/usr/bin/env bash
# The benchmark at 10^4 rows, with medallion beside it; a long run goes up to 10^6. Goals that are
# missed are printed and fail nothing: a machine that does other work misses them too. A wrong answer
# fails, and so does a row that cannot be measured.
. "$(dirname "$0")/../lib.sh"

need_jar
python=$(venv medallion medallion==3.0.0 gunicorn==23.0.0)
server/src/bench/run.sh --sizes "$(short_or_long 10000 10000,100000,1000000)" \
  --rounds "$(short_or_long 2 5)" --seconds "$(short_or_long 1 5)" \
  --medallion "$python" --work "$work/bench"
