#!/usr/bin/env bash
# Asks a running release the least that it must answer.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/smoke_test.sh [-b] [-w] [-t SECONDS] URL

  URL  where the page is, such as https://sovd.example.com
  -b   URL is the backend itself: ask its health, and not for the page
  -w   write too: a vehicle is added, read and deleted again
  -t   how long to wait for the first answer, default 60
USAGE
}

backend=false write=false seconds=60
while getopts 'bwt:h' option; do
  case $option in
    b) backend=true ;;
    w) write=true ;;
    t) seconds=$OPTARG ;;
    h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 1 ] || { usage >&2 && exit 2; }
url=${1%/}

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

ask() {
  local status
  status=$(curl --silent --show-error --location --max-time 10 --output "$answer" --write-out '%{http_code}' "${@:3}" "$url$2") || status=none
  if [ "$status" != "$1" ]; then
    echo "failed  $2: $status instead of $1" >&2
    head -c 500 "$answer" >&2
    exit 1
  fi
  echo "ok      $2"
}

# What the last answer holds.
expect() {
  grep -qE "$1" "$answer" || { echo "failed  the answer doesn't hold $1" >&2 && exit 1; }
}

first=/health
[ "$backend" = false ] || first=/health/live
for ((end = SECONDS + seconds; ; )); do
  if curl --silent --fail --max-time 5 --output /dev/null "$url$first"; then break; fi
  [ "$SECONDS" -lt "$end" ] || { echo "failed  $url$first: no answer in $seconds s" >&2 && exit 1; }
  sleep 1
done

if [ "$backend" = true ]; then
  ask 200 /health/live
  ask 200 /health/ready
else
  ask 200 /health
  ask 200 /
  expect '<div id="root">'
fi
ask 200 /api/vehicles
expect '^\['
ask 404 /api/vehicles/9007199254740991

if [ "$write" = true ]; then
  vin=TEST$(printf "%013d" "$((RANDOM * 32768 + RANDOM))")
  ask 201 /api/vehicles --header 'content-type: application/json' --data "{\"vin\":\"$vin\",\"label\":\"Smoke test\"}"
  id=$(sed -E 's/.*"id": ?([0-9]+).*/\1/' "$answer")
  ask 200 "/api/vehicles/$id"
  expect "$vin"
  ask 204 "/api/vehicles/$id" --request DELETE
fi
echo "$url answers."
