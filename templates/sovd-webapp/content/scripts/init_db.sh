#!/usr/bin/env bash
# Makes the database on your machine ready: tables, indexes, two log-ins and two vehicles.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/init_db.sh

Migrates the database of DATABASE_URL to the newest revision and gives it what one needs to look around:
two vehicles, and two log-ins of PostgreSQL, admin/admin123 (may change rows) and engineer/engineer123 (may read).
Can be run again: what is there stays. Refuses every database that isn't on this machine.
USAGE
}

case ${1:-} in
  '') ;;
  -h | --help) usage && exit 0 ;;
  *) usage >&2 && exit 2 ;;
esac

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/postgres.sh
. "$here/postgres.sh"

default_to_local_database
use_database "$DATABASE_URL"
case $PGHOST in
  localhost | 127.* | ::1) ;;
  *) fail "the database is on $PGHOST; these log-ins have passwords that everybody knows, so they are made on this machine only" ;;
esac

cd "$here/../backend"
PATH=$PWD/.venv/bin:$PATH
alembic upgrade head

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --file "$here/local_data.sql"

echo "$PGDATABASE on $PGHOST:$PGPORT is ready:"
row_counts
