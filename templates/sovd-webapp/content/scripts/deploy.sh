#!/usr/bin/env bash
# Releases one version to one environment and waits until it serves. What fails is taken back.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/deploy.sh ENVIRONMENT TAG

TAG is the tag of the images, such as sha-<commit>. First the chart's Job migrates the database, then pods are replaced:
one by one, or as a canary that gets 10, 50 and then 100 % of the requests while its errors and times are measured.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac
[ $# = 2 ] || { usage >&2 && exit 2; }

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source=scripts/canary.sh
. "$(dirname "$0")/canary.sh"
read_environment "$1"
tag=$2
case $tag in
  latest) fail 'latest moves: name a version' ;;
  *[!A-Za-z0-9._-]*) fail "'$tag' can't be a tag" ;;
esac

own=deployment other=rollout
[ "$STRATEGY" != canary ] || own=rollout other=deployment
if runs_as "$other" && ! runs_as "$own"; then
  fail "the backend runs as a $other, and Helm would remove its pods before the new ones are there: first scripts/change_strategy.sh $ENVIRONMENT, see docs/runbooks/deployment.md, 'Changing the strategy'"
fi

outputs=$(mktemp)
trap 'rm -f "$outputs"' EXIT
scripts/render_outputs.sh "$ENVIRONMENT" >"$outputs"

# Longer than the migration's Job may take (600 s), so that its own error is reported and not a timeout.
options=(--timeout 15m)
helm=$(helm version --template '{{.Version}}')
if [ "$STRATEGY" = canary ]; then
  # Argo Rollouts moves the traffic after Helm is done; the migration is waited for all the same, by Helm 3 always.
  [[ $helm == v3.* ]] || options+=(--wait=hookOnly)
elif [[ $helm == v3.* ]]; then
  options+=(--atomic)
else
  options+=(--rollback-on-failure)
fi
helm upgrade --install "$NAME" "$CHART" \
  --namespace "$NAMESPACE" \
  --values "$VALUES" \
  --values "$outputs" \
  --set-string "backend.image.tag=$tag" \
  --set-string "frontend.image.tag=$tag" \
  "${options[@]}"

if [ "$STRATEGY" = canary ] && ! follow_canary "${CANARY_SECONDS:-3600}"; then
  state=$CANARY
  # What is degraded has lost its traffic already; this makes the release say so too.
  scripts/rollback.sh "$ENVIRONMENT"
  fail "the canary is $state: taken back"
fi
scripts/dns.sh "$ENVIRONMENT"
echo "$NAME runs $tag."
