#!/usr/bin/env bash
# Takes one environment back to an earlier release and waits until that serves again. The schema stays as it is.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/rollback.sh ENVIRONMENT [REVISION]

REVISION is one of `helm history`; without it, the one before.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac
[ $# -le 2 ] || { usage >&2 && exit 2; }

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source=scripts/canary.sh
. "$(dirname "$0")/canary.sh"
read_environment "$1"

revision=${2:-$(helm history "$NAME" --namespace "$NAMESPACE" --max 2 --output json |
  jq -r 'if length > 1 then .[-2].revision else empty end')}
[ -n "$revision" ] || fail "$NAME has no earlier release to go back to"
manifest=$(helm get manifest "$NAME" --namespace "$NAMESPACE" --revision "$revision")
before=rolling
! grep -qx 'kind: Rollout' <<<"$manifest" || before=canary
[ "$before" = "$STRATEGY" ] ||
  fail "revision $revision has the strategy $before, and Helm would remove the pods that serve: release the older version forward, with scripts/deploy.sh"

options=(--namespace "$NAMESPACE" --timeout 15m)
# Helm's wait doesn't understand the status of a Rollout and would last until its time-out.
[ "$STRATEGY" = canary ] || options+=(--wait)
helm rollback "$NAME" "$revision" "${options[@]}"
if [ "$STRATEGY" = canary ]; then
  follow_canary 900 || fail "$NAME was taken back, but the backend is $CANARY: kubectl argo rollouts -n $NAMESPACE get rollout backend-deployment"
fi
echo "$NAME is back at revision $revision."
