#!/usr/bin/env bash
# A throw-away PostgreSQL cluster on a free port of the loopback interface.
#   eng/postgres.sh start DIR   creates and starts it, prints its connection string
#   eng/postgres.sh stop DIR    stops and removes it
#   eng/postgres.sh restart DIR ends it as a crash does, and starts it again
# Installs PostgreSQL from the distribution where it is missing (Debian and its derivatives, as root).
set -euo pipefail

find_binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then echo "$found"; return 0; fi
  found=$(command -v initdb || true)
  [ -n "$found" ] && dirname "$(readlink -f "$found")"
}

ensure_binaries() {
  [ -n "$(find_binaries)" ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL from the distribution" >&2
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >&2
  fi
  [ -n "$(find_binaries)" ] && return 0
  echo "PostgreSQL 13 or later is needed. Install the server package of your system (initdb and pg_ctl on PATH), then run this again." >&2
  return 1
}

as_owner() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return 0; fi
  done
  echo "No free port found." >&2
  return 1
}

start() {
  local folder=$1 bin port
  ensure_binaries
  bin=$(find_binaries)
  mkdir -p "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  chmod 700 "$folder"
  (cd / && as_owner "$bin/initdb" -D "$folder/data" -U fulcrum -A trust -E UTF8 --locale=C >/dev/null)
  port=$(free_port)
  (cd / && as_owner "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300" start >/dev/null)
  echo "Host=127.0.0.1;Port=$port;Username=fulcrum;Database=postgres"
}

stop() {
  local folder=$1 bin
  bin=$(find_binaries)
  (cd / && as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}

restart() {
  local folder=$1 bin
  bin=$(find_binaries)
  (cd / && as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w -t 60 -l "$folder/log" restart >/dev/null)
}

case "${1:-}" in
  restart) restart "$2" ;;
  start) start "$2" ;;
  stop) stop "$2" ;;
  *) sed -n '2,6p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
