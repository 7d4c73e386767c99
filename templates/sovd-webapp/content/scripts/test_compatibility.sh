#!/usr/bin/env bash
# Proves that the previous release works on the new schema: both run during a rollout, and the old one after a rollback.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/test_compatibility.sh REF

Migrates a database of its own with the migrations of this work tree, starts the backend of the commit REF on it,
and writes, reads and deletes through its API. DATABASE_URL names the server, as for scripts/test_migration.sh.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/postgres.sh
. "$here/postgres.sh"

default_to_local_database
server=$DATABASE_URL
scratch=compatibility_test_$$_$RANDOM
work=$(mktemp -d)
port=${PORT:-18000}
pid=
PATH=$here/../backend/.venv/bin:$PATH

finish() {
  [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true
  use_database "$server"
  query "DROP DATABASE IF EXISTS $scratch WITH (FORCE)"
  rm -rf "$work"
}
trap finish EXIT

git -C "$here/.." archive "$1" backend | tar -x -C "$work"
use_database "$server"
query "CREATE DATABASE $scratch"
DATABASE_URL=$(url_of_database "$server" "$scratch")
export DATABASE_URL

cd "$here/../backend"
echo "== the schema of this work tree: $(alembic heads)"
alembic upgrade head

cd "$work/backend"
echo "== the backend of $1: $(alembic heads)"
uvicorn --factory app.main:app --port "$port" --log-level warning &
pid=$!
"$here/smoke_test.sh" -b -w "http://localhost:$port" || fail "the backend of $1 doesn't work on the new schema: expand first, contract one release later"
echo "The backend of $1 works on the new schema."
