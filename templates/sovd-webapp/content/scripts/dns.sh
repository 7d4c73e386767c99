#!/usr/bin/env bash
# Points the domain of an environment at its load balancer, which the cluster makes from the Ingress.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/dns.sh [-d] ENVIRONMENT

Waits until the Ingress has a load balancer and writes an alias for the domain into its zone of Route 53; a record that is
there already is replaced. Without a domain there is nothing to do, and where DNS is done by hand it says what to set.
  -d   delete the record instead: a zone that is taken down with its environment has to be empty
USAGE
}

delete=false
while getopts 'dh' option; do
  case $option in
    d) delete=true ;;
    h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 1 ] || { usage >&2 && exit 2; }

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
read_environment "$1"
domain=$(output domain)
zone=$(output hostedZoneId)
region=$(output region)
if [ -z "$domain" ]; then
  echo "$NAME has no domain: there is nothing to point."
  exit 0
fi

# Writes a record, or deletes it, and waits until all servers of the zone know.
change() {
  local id
  id=$(aws route53 change-resource-record-sets --hosted-zone-id "$zone" --query ChangeInfo.Id --output text \
    --change-batch "$(jq -nc --arg action "$1" --argjson record "$2" '{Changes: [{Action: $action, ResourceRecordSet: $record}]}')") ||
    fail "Route 53 refuses the record of $domain in $zone. A CNAME of that name has to go first; the role needs ChangeResourceRecordSets."
  aws route53 wait resource-record-sets-changed --id "$id"
}

if [ "$delete" = true ]; then
  [ -n "$zone" ] || fail "DNS of $domain is done by hand: delete its record there"
  # Route 53 deletes only what is told word for word, and begins its list with the next name when this one isn't there.
  record=$(aws route53 list-resource-record-sets --hosted-zone-id "$zone" --start-record-name "$domain" --start-record-type A \
    --max-items 1 --output json | jq -c --arg name "$domain." '.ResourceRecordSets[]? | select(.Name == $name and .Type == "A")')
  [ -z "$record" ] || change DELETE "$record"
  echo "$domain points nowhere."
  exit 0
fi

kubectl --namespace "$NAMESPACE" wait "ingress/$NAME" --for='jsonpath={.status.loadBalancer.ingress}' --timeout=10m >/dev/null ||
  fail "the Ingress $NAME has no load balancer: kubectl --namespace $NAMESPACE describe ingress $NAME says why"
host=$(kubectl --namespace "$NAMESPACE" get ingress "$NAME" --output 'jsonpath={.status.loadBalancer.ingress[0].hostname}')
if [ -z "$zone" ]; then
  echo "DNS of $domain is done by hand: point it at $host, by an alias or a CNAME."
  exit 0
fi
# An alias, because the name of a whole zone can't be a CNAME; it names the zone of the load balancer, too.
balancers=$(aws elbv2 describe-load-balancers --region "$region" --query "LoadBalancers[?DNSName=='$host'].CanonicalHostedZoneId" --output text)
[ -n "$balancers" ] || fail "there is no load balancer $host in $region"
change UPSERT "$(jq -nc --arg name "$domain" --arg zone "$balancers" --arg host "$host" \
  '{Name: $name, Type: "A", AliasTarget: {HostedZoneId: $zone, DNSName: $host, EvaluateTargetHealth: false}}')"
echo "$domain points at $host."
