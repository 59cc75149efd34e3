#!/usr/bin/env bash
# Everything that must hold before a change lands: build with warnings as errors, format check, all tests.
# Installs what the tests need where it can, else says what to install. Last line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

scratch=$(mktemp -d)
chmod 755 "$scratch"
finish() {
  bash eng/postgres.sh stop "$scratch/postgres"
  rm -rf "$scratch"
}
trap finish EXIT

connection=$(bash eng/postgres.sh start "$scratch/postgres") || exit 1
export FULCRUM_TEST_POSTGRES=$connection

dotnet build Fulcrum.slnx -c Release || exit 1
if ! dotnet format Fulcrum.slnx --verify-no-changes --no-restore; then
  echo "Formatting differs. Run: dotnet format Fulcrum.slnx"
  exit 1
fi

# What measures how fast a cluster recovers has the machine to itself.
alone=Fulcrum.Silo.Tests.Cluster
dotnet test --solution Fulcrum.slnx -c Release --no-build --max-parallel-test-modules 2 -- --filter-not-namespace "$alone" 2>&1 | tee "$scratch/log"
status=${PIPESTATUS[0]}
dotnet test --project tests/Silo -c Release --no-build -- --filter-namespace "$alone" 2>&1 | tee -a "$scratch/log"
[ "${PIPESTATUS[0]}" = 0 ] || status=1

recap=$(awk '/^failed / { shown = 30 } shown > 0 { print; shown-- }' "$scratch/log")
[ -z "$recap" ] || printf 'What failed, once more:\n%s\n' "$recap"
count() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$scratch/log" | awk '{ sum += $1 } END { print sum + 0 }'; }
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
exit "$status"
