#!/usr/bin/env bash
# What provisioning returned, as values of the chart.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/render_outputs.sh ENVIRONMENT > environments/ENVIRONMENT/outputs.yaml

Reads environments/ENVIRONMENT/outputs.json, which the portal writes after each change and which holds no secret;
after a terraform apply of your own write it by: terraform output -json > environments/ENVIRONMENT/outputs.json
The result goes after values-ENVIRONMENT.yaml: helm upgrade --values … --values environments/ENVIRONMENT/outputs.yaml
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
read_environment "$1"
[ -f "$OUTPUTS" ] || fail "$OUTPUTS isn't there: let the portal provision $ENVIRONMENT, or write it by terraform output -json"

# With EKS Pod Identity the stack itself ties the role to the account.
identity=$(sed -nE 's/^  workloadIdentity: "?([a-z-]+)"?$/\1/p' "environments/$ENVIRONMENT/environment.yaml")

# JSON is YAML. What is missing is left out, so that the values below it stand.
jq --arg identity "$identity" '
  map_values(if type == "object" then .value else . end)
  | {
      backend: {image: {repository: .ecrBackendUrl}},
      frontend: {image: {repository: .ecrFrontendUrl}},
      config: {
        database: {
          host: .databaseHost,
          port: .databasePort,
          name: .databaseName,
          user: .databaseUser,
          maxConnections: ((.databaseMaxConnections // "") | tonumber? // null)
        },
        redis: {host: .redisHost, port: .redisPort}
      },
      ingress: {annotations: {"alb.ingress.kubernetes.io/certificate-arn": .certificateArn}},
      serviceAccount: {annotations: {"eks.amazonaws.com/role-arn": (if $identity == "irsa" then .appRoleArn else null end)}},
      networkPolicy: {vpcCidr: .vpcCidr}
    }
  | walk(if type == "object" then with_entries(select(.value != null and .value != "" and .value != {})) else . end)
' "$OUTPUTS"
