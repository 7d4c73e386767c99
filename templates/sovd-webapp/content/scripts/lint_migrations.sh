#!/usr/bin/env bash
# Refuses migrations that a running version can't live with.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/lint_migrations.sh [FROM]

Writes the SQL of each migration after the revision FROM (default: base, so all) and has squawk read it: old pods serve
on while the new schema is there already. A migration that takes away what no version uses any more says so by a line

  # squawk: contract

and is then allowed to drop columns and tables.
USAGE
}

case ${1:-base} in
  -h | --help) usage && exit 0 ;;
  -*) usage >&2 && exit 2 ;;
esac

cd "$(dirname "$0")/../backend"
PATH=$PWD/.venv/bin:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
# Newest first; the SQL of each one alone, so that a finding names its revision.
while read -r parent _ revision _; do
  revision=${revision%,}
  [ "$parent" != '<base>' ] || parent=base
  file=$work/$revision.sql
  alembic upgrade "$parent:$revision" --sql >"$work/sql" 2>"$work/log" || {
    cat "$work/log" >&2
    exit 1
  }
  # squawk is told below that there is a transaction.
  grep -vxE '(BEGIN|COMMIT);' "$work/sql" >"$file"
  # The timeouts are those of alembic/env.py; one revision is one transaction there. New tables are nobody's yet.
  rules=require-timeout-settings,prefer-robust-stmts,prefer-bigint-over-int,prefer-text-field,prefer-identity
  if grep -qsE '^# squawk: contract$' "$(grep -lE "^revision(: str)? = [\"']${revision}[\"']" alembic/versions/*.py)"; then
    rules=$rules,ban-drop-column,ban-drop-table,ban-drop-not-null
  fi
  echo "== $revision"
  squawk --assume-in-transaction --pg-version "${POSTGRES_VERSION:-15}.0" --exclude "$rules" "$file" || failed=1
done < <(alembic history --rev-range "${1:-base}:head" | grep -E ' -> ')
exit "$failed"
