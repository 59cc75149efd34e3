#!/usr/bin/env bash
# Runs everything that must hold before a change lands: build with warnings as errors, formatting, all tests.
# Last line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build Fulcrum.slnx -c Release || exit 1
dotnet format Fulcrum.slnx --verify-no-changes --no-restore || { echo "Formatting differs; run: dotnet format Fulcrum.slnx"; exit 1; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution Fulcrum.slnx -c Release --no-build --minimum-expected-tests 1 --ignore-exit-code 8 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
count() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$log" | tail -n 1; }
echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
exit "$status"
