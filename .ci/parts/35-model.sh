#!/usr/bin/env bash
# Random histories against the rules by themselves, and whether each planted fault would be noticed.
. "$(dirname "$0")/../lib.sh"

# The build has run the short set already.
histories=$(short_or_long 1 350)
mvn -B -q -ntp -Dfast -pl server -am test -Dtest=ModelTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dsurefire.timeout="$(short_or_long 900 18000)" \
  -Dentente.model.histories="$histories" -Dentente.model.seed=1000 -Dentente.model.mutants=true
