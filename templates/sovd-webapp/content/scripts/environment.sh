# shellcheck shell=bash
# Read by the scripts beside it, never run: the names of one environment, from its generated values.

# Sets NAME (release and stack), NAMESPACE, STRATEGY, CHART, VALUES and OUTPUTS of the environment $1.
read_environment() {
  local application
  ENVIRONMENT=$1
  case $ENVIRONMENT in
    '' | *[!a-z0-9-]*) fail "'$ENVIRONMENT' can't be the name of an environment" ;;
  esac
  cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
  CHART=infrastructure/helm/sovd-webapp
  VALUES=$CHART/values-$ENVIRONMENT.yaml
  OUTPUTS=environments/$ENVIRONMENT/outputs.json
  [ -f "$VALUES" ] || fail "there is no environment '$ENVIRONMENT': $VALUES is missing"
  application=$(value_of application)
  NAME=$application-$ENVIRONMENT
  NAMESPACE=$(value_of namespace)
  STRATEGY=$(value_of strategy)
  export NAME NAMESPACE STRATEGY CHART VALUES OUTPUTS
}

# One of the generated values; some are in quotes.
value_of() {
  sed -nE "s/^  $1: \"?([^\"]*)\"?$/\1/p" "$VALUES"
}

# One output of provisioning; empty when it isn't there. Terraform wraps each in an object.
output() {
  [ -f "$OUTPUTS" ] || return 0
  jq -r --arg key "$1" '.[$key] // "" | if type == "object" then .value else . end' "$OUTPUTS"
}

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}
