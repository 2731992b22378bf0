# Sourced by each part: `. "$(dirname "$0")/../lib.sh"`. Leaves the part at the root of the clone, with
#   $jar   the runnable jar (call need_jar first)
#   $data  real feeds and STIX, kept beside the clone; read only (call need_data first)
#   $work  a folder of the part's own, removed when it ends
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
jar=$root/server/target/entente.jar
data=${ENTENTE_CI_DATA:-$root/../shared/data}
work=$(mktemp -d)

# Processes to stop and folders to remove when the part ends, however it ends.
started=()
finish() {
  local code=$? pid
  trap - EXIT
  for pid in ${started[@]+"${started[@]}"}; do kill -- "-$pid" 2>/dev/null || true; done
  for pid in ${started[@]+"${started[@]}"}; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# Starts a command in the background, in a process group of its own, which is stopped when the part ends.
# Its pid, and the group's, is $!.
# in_background LOG COMMAND...
in_background() {
  local log=$1
  shift
  setsid "$@" >"$log" 2>&1 </dev/null &
  started+=("$!")
}

# $1 in a run that each change passes, $2 in a long one.
short_or_long() { if [ -n "${ENTENTE_CI_LONG:-}" ]; then echo "$2"; else echo "$1"; fi; }

# Ends the part as not run, with the reason.
skip() {
  echo "not run: $*"
  exit 77
}

need_data() { [ -d "$data/stix" ] || skip "the real data is not beside the clone (or name its folder by ENTENTE_CI_DATA)"; }

need_jar() { [ -f "$jar" ] || mvn -B -q -ntp -Dfast -DskipTests package; }

# A virtual environment with the given packages: python=$(venv NAME PACKAGE...)
venv() {
  local folder=$root/target/ci/venv-$1
  shift
  if [ ! -f "$folder/done" ]; then
    rm -rf "$folder"
    python3 -m venv "$folder" >&2
    "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
    touch "$folder/done"
  fi
  echo "$folder/bin/python"
}

# A program from a Debian package of the same name.
need_program() {
  command -v "$1" >/dev/null && return
  local sudo=
  if [ "$(id -u)" -ne 0 ]; then sudo="sudo -n"; fi
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq "$1"; } >"$work/apt.log" 2>&1 || true
  command -v "$1" >/dev/null || { tail -5 "$work/apt.log"; skip "$1 is neither here nor to be installed"; }
}

# A TCP port of loopback that nobody listens on.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a command succeeds: wait_for SECONDS COMMAND...
wait_for() {
  local left=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "still waiting for: $*"; return 1; }
    sleep 0.1
  done
}
