#!/usr/bin/env bash
# Before the first release with another strategy: gives the backend its new owner of pods beside the old one, so that
# pods are there when Helm takes the old one away.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/change_strategy.sh ENVIRONMENT

The strategy is that of the environment's values, rolling or canary. Makes a Rollout out of the running Deployment, or
the other way round, with the same pods, and waits for them. For a while the backend has twice the pods.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac
[ $# = 1 ] || { usage >&2 && exit 2; }

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source=scripts/canary.sh
. "$(dirname "$0")/canary.sh"
read_environment "$1"

if [ "$STRATEGY" = canary ]; then
  from=deployment to=Rollout version=argoproj.io/v1alpha1 strategy='{"canary": {}}'
else
  from=rollout to=Deployment version=apps/v1 strategy='{"rollingUpdate": {"maxSurge": 1, "maxUnavailable": 0}}'
fi
runs_as "$from" || fail "no $from backend-deployment runs in $NAMESPACE: there is nothing to hand over"

# With the labels and annotations by which Helm takes it into its release, and under Helm's name as the owner of fields.
kubectl --namespace "$NAMESPACE" get "$from" backend-deployment --output json |
  jq --arg kind "$to" --arg version "$version" --argjson strategy "$strategy" '{
    apiVersion: $version,
    kind: $kind,
    metadata: {
      name: .metadata.name,
      namespace: .metadata.namespace,
      labels: .metadata.labels,
      annotations: (.metadata.annotations | with_entries(select(.key | startswith("meta.helm.sh/"))))
    },
    spec: {
      replicas: .spec.replicas,
      selector: .spec.selector,
      strategy: $strategy,
      template: .spec.template
    }
  }' | kubectl apply --server-side --field-manager helm --filename -

if [ "$STRATEGY" = canary ]; then
  follow_canary 900 || fail "the new pods are $CANARY. The old ones serve; to go back: kubectl -n $NAMESPACE delete rollout backend-deployment"
else
  kubectl --namespace "$NAMESPACE" rollout status deployment/backend-deployment --timeout 15m ||
    fail "the new pods aren't ready. The old ones serve; to go back: kubectl -n $NAMESPACE delete deployment backend-deployment"
fi
echo "Both serve. Now release the version that runs: scripts/deploy.sh $ENVIRONMENT TAG"
