# shellcheck shell=bash
# Read by the scripts beside it, never run: how the pods of a canary get on. Needs environment.sh.

# Waits, at most $1 seconds, until the Rollout has reached what Helm wrote, and then for the Deployments beside it, which
# Helm didn't wait for. Fails when it can't; CANARY says how far it is.
follow_canary() {
  local end=$((SECONDS + $1)) wanted seen reasons told=
  local fields='{.metadata.generation}|{.status.observedGeneration}|{.status.phase}|{.status.pauseConditions[*].reason}'
  for (( ; ; )); do
    # An answer that doesn't come is no verdict: it is asked again.
    IFS='|' read -r wanted seen CANARY reasons \
      < <(kubectl --namespace "$NAMESPACE" get rollout backend-deployment --output "jsonpath=$fields") || true
    # Until Argo Rollouts has seen what was written, the phase is that of the version before.
    [ -n "$wanted" ] && [ "$wanted" = "$seen" ] || CANARY=Progressing
    case $CANARY in
      Healthy) break ;;
      Degraded) return 1 ;;
    esac
    if [[ $reasons == *InconclusiveAnalysis* ]] && [ -z "$told" ]; then
      told=yes
      echo "The canary waits: there are too few requests to judge it. It goes on with:" \
        "kubectl argo rollouts --namespace $NAMESPACE promote backend-deployment" >&2
    fi
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep "${CANARY_INTERVAL:-10}"
  done
  if ! kubectl --namespace "$NAMESPACE" rollout status deployment \
    --selector "app.kubernetes.io/instance=$NAME" --timeout 10m; then
    CANARY='Healthy, but not the Deployments beside it'
    return 1
  fi
}

# Whether the backend's pods belong to a deployment or a rollout ($1).
runs_as() {
  [ -n "$(kubectl --namespace "$NAMESPACE" get "$1" backend-deployment --ignore-not-found --output name 2>/dev/null)" ]
}
