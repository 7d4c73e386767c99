# shellcheck shell=bash
# Read by the scripts beside it, never run: how redis-cli reaches the Redis of REDIS_URL. Needs postgres.sh.

use_redis() {
  local url=${1#*://} login='' place
  [[ $1 != rediss://* ]] && REDIS_TLS=() || REDIS_TLS=(--tls)
  place=${url##*@}
  [ "$place" = "$url" ] || login=${url%@*}
  place=${place%%/*}
  REDIS_HOST=${place%%:*}
  REDIS_PORT=${place##*:}
  [[ $REDIS_PORT =~ ^[0-9]+$ ]] || REDIS_PORT=6379
  # Not as an argument: those can be read by everybody on the machine.
  [ -z "$login" ] || REDISCLI_AUTH=$(percent_decode "${login#*:}")
  export REDISCLI_AUTH
}

redis() {
  redis-cli -e -h "$REDIS_HOST" -p "$REDIS_PORT" "${REDIS_TLS[@]}" "$@"
}
