#!/usr/bin/env bash
# Looks whether a release can work at all, before anything changes.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/preflight.sh ENVIRONMENT [TAG]

Checks, and says what to do about each that isn't so:
  - kubectl talks to the cluster of the environment
  - no other release is under way
  - the secrets are there
  - the images have the tag TAG
  - the chart accepts the values: connections to the database, times, namespace
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
read_environment "$1"
tag=${2:-}
wrong=0

good() { echo "ok      $1"; }
bad() {
  echo "failed  $1" >&2
  echo "        $2" >&2
  wrong=$((wrong + 1))
}

cluster=$(output clusterName)
region=$(output region)
here=$(kubectl config view --minify --output 'jsonpath={.contexts[0].context.cluster}' 2>/dev/null) || here=nothing
case $here in
  "$cluster" | */"$cluster") good "kubectl talks to $cluster" ;;
  *) bad "kubectl talks to $here and not to ${cluster:-a cluster that $OUTPUTS names}" "aws eks update-kubeconfig --region ${region:-REGION} --name ${cluster:-CLUSTER}" ;;
esac

state=$(helm status "$NAME" --namespace "$NAMESPACE" --output json 2>/dev/null | jq -r .info.status) || state=none
case $state in
  pending-*) bad "the release $NAME is $state" "wait for it, or, when nobody works on it: scripts/rollback.sh $ENVIRONMENT" ;;
  *) good "no release is under way" ;;
esac

secret=$(kubectl --namespace "$NAMESPACE" get externalsecret sovd-webapp-secrets \
  --output 'jsonpath={.status.conditions[?(@.type=="Ready")].status}' 2>/dev/null) || secret=
if [ "$secret" = True ]; then
  good 'the secrets are there'
else
  bad 'the ExternalSecret sovd-webapp-secrets is not ready' "kubectl apply -f infrastructure/k8s/bootstrap/$ENVIRONMENT, then: kubectl -n $NAMESPACE describe externalsecret sovd-webapp-secrets"
fi

if [ -n "$tag" ]; then
  for component in Backend Frontend; do
    url=$(output "ecr${component}Url")
    # An address without a registry in front has no repository of ECR behind.
    if aws ecr describe-images --region "$region" --repository-name "${url#*/}" --image-ids "imageTag=$tag" >/dev/null 2>&1; then
      good "there is ${url#*/}:$tag"
    else
      bad "there is no image ${url:-of $component}:$tag" 'push it: the job "push" of the workflow CI/CD does'
    fi
  done
fi

rendered=$(mktemp)
trap 'rm -f "$rendered"' EXIT
if scripts/render_outputs.sh "$ENVIRONMENT" >"$rendered" 2>/dev/null &&
  message=$(helm template "$NAME" "$CHART" --namespace "$NAMESPACE" --values "$VALUES" --values "$rendered" 2>&1 >/dev/null); then
  good 'the chart accepts the values'
else
  bad 'the chart refuses the values' "${message:-$OUTPUTS is missing}"
fi

[ "$wrong" = 0 ] || fail "$wrong checks failed: nothing was changed"
