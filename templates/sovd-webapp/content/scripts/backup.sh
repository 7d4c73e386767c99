#!/usr/bin/env bash
# Keeps database, Redis and audit logs in a folder, and in a bucket when one is named.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/backup.sh [-o FOLDER] [-a AUDIT_LOGS] [-b BUCKET]

  -o  where to put it; default backups/<time>
  -a  folder of audit logs to archive as well
  -b  S3 bucket to copy all of it to, under dumps/<time>/

DATABASE_URL names the database, REDIS_URL the Redis; without REDIS_URL only the database is kept. ElastiCache lets
nobody ask for a BGSAVE: leave REDIS_URL out there and use its snapshots (aws elasticache create-snapshot).
scripts/restore.sh brings it back.
USAGE
}

time=$(date -u +%Y%m%dT%H%M%SZ)
folder=backups/$time audit='' bucket=''
while getopts 'o:a:b:h' option; do
  case $option in
    o) folder=$OPTARG ;;
    a) audit=$OPTARG ;;
    b) bucket=$OPTARG ;;
    h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=scripts/postgres.sh
. "$here/postgres.sh"
# shellcheck source=scripts/redis.sh
. "$here/redis.sh"

[ -n "${DATABASE_URL:-}" ] || fail 'set DATABASE_URL'
use_database "$DATABASE_URL"
umask 077
mkdir -p "$folder"
[ -z "$(ls -A "$folder")" ] || fail "$folder isn't empty"

echo "== $PGDATABASE on $PGHOST"
pg_dump --format=custom --no-owner --no-privileges --file "$folder/database.dump"
row_counts >"$folder/rows.txt"

if [ -n "${REDIS_URL:-}" ]; then
  use_redis "$REDIS_URL"
  echo "== Redis on $REDIS_HOST"
  redis BGSAVE >/dev/null || fail 'Redis refuses to save; on ElastiCache make a snapshot instead'
  for ((end = SECONDS + 300; ; )); do
    state=$(redis INFO persistence | tr -d '\r')
    [[ $state != *rdb_bgsave_in_progress:0* ]] || break
    [ "$SECONDS" -lt "$end" ] || fail 'Redis is still saving after 300 s'
    sleep 0.2
  done
  [[ $state == *rdb_last_bgsave_status:ok* ]] || fail 'Redis could not save'
  redis --rdb "$folder/redis.rdb" >/dev/null
fi

if [ -n "$audit" ]; then
  echo "== audit logs of $audit"
  tar -C "$audit" -czf "$folder/audit.tar.gz" .
fi

(cd "$folder" && find . -type f ! -name SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum) >"$folder.sums"
mv "$folder.sums" "$folder/SHA256SUMS"

if [ -n "$bucket" ]; then
  aws s3 cp --recursive --sse aws:kms --only-show-errors "$folder" "s3://$bucket/dumps/$time/"
  echo "== s3://$bucket/dumps/$time/"
fi
echo "Kept in $folder."
