#!/usr/bin/env bash
# After an environment was taken down: lists what still costs money or holds a name.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/teardown_check.sh ENVIRONMENT

Looks by tags and by names for what neither Terraform nor CloudFormation removes: load balancers of the Ingress,
network interfaces, snapshots, recovery points, secrets that wait for their deletion, images. Ends with an error while
something is left.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  '' | -*) usage >&2 && exit 2 ;;
esac

# shellcheck source=scripts/environment.sh
. "$(dirname "$0")/environment.sh"
read_environment "$1"
: "${AWS_REGION:=$(output region)}"
[ -n "$AWS_REGION" ] || fail "set AWS_REGION: $OUTPUTS doesn't name one"
export AWS_REGION
left=0

# A title, and the command that lists what is left.
look() {
  local title=$1 found
  shift
  found=$("$@" --output text) || fail "can't list: $title"
  if [ -z "$found" ] || [ "$found" = None ]; then
    echo "none    $title"
  else
    echo "left    $title"
    tr '\t' '\n' <<<"$found" | sed 's/^/        /'
    left=$((left + 1))
  fi
}

look 'resources with the tags of the environment' aws resourcegroupstaggingapi get-resources \
  --tag-filters "Key=Application,Values=${NAME%-"$ENVIRONMENT"}" "Key=Environment,Values=$ENVIRONMENT" \
  --query 'ResourceTagMappingList[].ResourceARN'
look 'load balancers of the Ingress' aws resourcegroupstaggingapi get-resources \
  --resource-type-filters elasticloadbalancing:loadbalancer --tag-filters "Key=ingress.k8s.aws/stack,Values=$NAMESPACE/$NAME" \
  --query 'ResourceTagMappingList[].ResourceARN'
look 'network interfaces' aws ec2 describe-network-interfaces \
  --filters "Name=tag:cluster.k8s.amazonaws.com/name,Values=$NAME-cluster" --query 'NetworkInterfaces[].NetworkInterfaceId'
look 'snapshots of the database' aws rds describe-db-snapshots \
  --query "DBSnapshots[?starts_with(DBInstanceIdentifier, '$NAME')].DBSnapshotIdentifier"
look 'snapshots of the cache' aws elasticache describe-snapshots \
  --query "Snapshots[?starts_with(SnapshotName, '$NAME')].SnapshotName"
look 'secrets that wait for their deletion' aws secretsmanager list-secrets --include-planned-deletion \
  --filters "Key=name,Values=$NAME/" --query 'SecretList[].Name'
look 'repositories of images' aws ecr describe-repositories \
  --query "repositories[?starts_with(repositoryName, '$NAME-')].repositoryName"
look 'volumes' aws ec2 describe-volumes \
  --filters "Name=tag:kubernetes.io/cluster/$NAME-cluster,Values=owned" --query 'Volumes[].VolumeId'

[ "$left" = 0 ] || fail "$left kinds of resources are left of $NAME"
echo "Nothing is left of $NAME."
