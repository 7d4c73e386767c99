#!/usr/bin/env bash
# Brings back what scripts/backup.sh kept.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/restore.sh [-f] [-r DATA] [-a AUDIT_LOGS] FOLDER

  FOLDER  what scripts/backup.sh wrote; fetch it from the bucket first: aws s3 cp --recursive s3://BUCKET/dumps/TIME/ FOLDER
  -f      the database may hold tables already: they are replaced
  -r      folder of a Redis that doesn't run: it starts with what was kept
  -a      folder to unpack the audit logs in

DATABASE_URL names the database to fill. All of it comes back, or nothing; the number of rows is compared at the end.
USAGE
}

force=false redis_data='' audit=''
while getopts 'fr:a:h' option; do
  case $option in
    f) force=true ;;
    r) redis_data=$OPTARG ;;
    a) audit=$OPTARG ;;
    h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 1 ] || { usage >&2 && exit 2; }
folder=$1

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/postgres.sh
. "$here/postgres.sh"

[ -f "$folder/SHA256SUMS" ] || fail "$folder has no SHA256SUMS: it isn't a backup, or one that didn't end"
(cd "$folder" && sha256sum --quiet --check SHA256SUMS) || fail "$folder was changed since it was written"
[ -n "${DATABASE_URL:-}" ] || fail 'set DATABASE_URL'
use_database "$DATABASE_URL"

options=(--exit-on-error --single-transaction --no-owner --no-privileges)
if [ -n "$(tables)" ]; then
  [ "$force" = true ] || fail "$PGDATABASE on $PGHOST holds tables already; -f replaces them"
  options+=(--clean --if-exists)
fi
echo "== $PGDATABASE on $PGHOST"
pg_restore "${options[@]}" --dbname "$PGDATABASE" "$folder/database.dump"
row_counts | diff "$folder/rows.txt" - || fail 'the restored tables have another number of rows'

if [ -n "$redis_data" ]; then
  echo "== Redis in $redis_data"
  [ -f "$folder/redis.rdb" ] || fail "$folder holds nothing of Redis"
  cp "$folder/redis.rdb" "$redis_data/dump.rdb"
fi
if [ -n "$audit" ]; then
  echo "== audit logs in $audit"
  mkdir -p "$audit"
  tar -C "$audit" -xzf "$folder/audit.tar.gz"
fi
echo "Restored from $folder."
