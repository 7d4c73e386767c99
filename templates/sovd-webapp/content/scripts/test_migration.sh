#!/usr/bin/env bash
# Proves the newest migration: up, down, up again, and all the way down.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/test_migration.sh

Works in a database of its own, which it makes on the server of DATABASE_URL (default: PostgreSQL on this machine)
and drops at the end; the database that DATABASE_URL names isn't touched. Ends with an error when

  - there is more than one head, or the models and the migrations differ
  - the newest migration, taken back, leaves something else than was there before, or loses rows
  - a second run of the same migrations ends in another schema
  - taking back all of them leaves a table
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
server=$DATABASE_URL
scratch=migration_test_$$_$RANDOM
work=$(mktemp -d)
use_database "$server"
query "CREATE DATABASE $scratch"
finish() {
  use_database "$server"
  query "DROP DATABASE IF EXISTS $scratch WITH (FORCE)"
  rm -rf "$work"
}
trap finish EXIT

DATABASE_URL=$(url_of_database "$server" "$scratch")
export DATABASE_URL
use_database "$DATABASE_URL"
cd "$here/../backend"
PATH=$PWD/.venv/bin:$PATH

step() { echo "== $*"; }

same() {
  diff -u "$work/$1" "$work/$2" || fail "$3"
}

step '1. one head'
heads=$(alembic heads)
[ "$(grep -c . <<<"$heads")" = 1 ] || fail "there are several heads; join them with: alembic merge heads
$heads"
head=${heads%% *}
previous=$(alembic show "$head" | sed -n 's/^Parent: //p')

step "2. up to what was there before: $previous"
if [ "$previous" != '<base>' ]; then
  alembic upgrade "$previous"
fi
# Rows for the newest migration to keep.
if [[ $'\n'$(tables)$'\n' == *$'\nvehicle\n'* ]]; then
  query "INSERT INTO vehicle (vin, label) VALUES ('WVWZZZ1JZXW000001', 'one'), ('WVWZZZ1JZXW000002', 'two')"
fi
schema >"$work/before"
row_counts >"$work/rows"

step "3. up to $head"
alembic upgrade head
schema >"$work/after"
alembic check
for table in $(tables); do
  query "SELECT * FROM \"$table\" LIMIT 1" >/dev/null
done

step "4. $head is taken back"
alembic downgrade -1
schema >"$work/back"
same before back "taking $head back leaves another schema than before it: write its downgrade()"
row_counts >"$work/rows-back"
same rows rows-back "$head loses rows on its way up and down"

step '5. and applied again'
alembic upgrade head
schema >"$work/again"
same after again "$head doesn't give the same schema twice"
alembic upgrade head

step '6. down to nothing, and up from there'
alembic downgrade base
[ -z "$(tables)" ] || fail "tables are left when every migration is taken back: $(tables)"
alembic upgrade head
schema >"$work/last"
same after last 'the migrations don'\''t give the same schema twice'

echo "The migrations up to $head go up, down and up again."
