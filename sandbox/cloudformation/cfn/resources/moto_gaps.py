"""What moto's API doesn't offer but its backends can hold. The only file that knows moto's models."""

import json
import secrets
from typing import Any

import moto.rds.models as rds
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy
from moto.backends import get_backend

from ..errors import ResourceFailure
from ..settings import settings


def backend(service: str, region: str) -> Any:
    return get_backend(service)[settings.account][region]


def unique_database_ids() -> None:
    """moto gives every DB instance the same DbiResourceId."""
    original = rds.DBInstance.__init__

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        self.dbi_resource_id = "db-" + secrets.token_hex(13).upper()

    rds.DBInstance.__init__ = init


def delete_cache_subnet_group(region: str, name: str) -> None:
    cache = backend("elasticache", region)
    if any(
        group.cache_subnet_group_name == name and group.status != "deleting"
        for group in cache.replication_groups.values()
    ):
        raise ResourceFailure(f"Cache subnet group {name} is currently in use by a replication group.")
    cache.cache_subnet_groups.pop(name, None)


def modify_cache_subnet_group(region: str, name: str, subnets: list[str]) -> None:
    backend("elasticache", region).cache_subnet_groups[name].subnet_ids = subnets


def forget_replication_group(region: str, name: str) -> None:
    """moto keeps a deleted group in the state "deleting" for ever, and its name with it."""
    backend("elasticache", region).replication_groups.pop(name, None)


def know_managed_policy(region: str, arn: str) -> None:
    """moto knows AWS's own policies all or none; all are megabytes in every snapshot."""
    iam = get_backend("iam")[settings.account]["aws"]
    if not arn.startswith("arn:aws:iam::aws:policy/") or arn in iam.managed_policies:
        return
    name = arn.split("/")[-1]
    known = json.loads(aws_managed_policies_data).get(name)
    if known:
        policy = AWSManagedPolicy.from_data(name, settings.account, region, known)
        iam.managed_policies[policy.arn] = policy


def set_cluster_identity(region: str, name: str, security_group: str) -> None:
    """moto gives every cluster the same issuer, and none a security group."""
    cluster = backend("eks", region).clusters[name]
    issuer = f"https://oidc.eks.{region}.amazonaws.com/id/{secrets.token_hex(16).upper()}"
    cluster.identity = {"oidc": {"issuer": issuer}}
    cluster.resources_vpc_config = {**cluster.resources_vpc_config, "clusterSecurityGroupId": security_group}


def set_backup_plan(region: str, plan: str, rules: dict[str, Any]) -> None:
    backend("backup", region).plans[plan].backup_plan = rules


def set_cluster_version(region: str, name: str, version: str) -> None:
    backend("eks", region).clusters[name].version = version


def set_nodegroup_version(region: str, cluster: str, name: str, version: str) -> None:
    backend("eks", region).clusters[cluster].nodegroups[name].version = version


def set_nodegroup_tags(region: str, cluster: str, name: str, tags: dict[str, str]) -> None:
    """moto's TagResource knows clusters only."""
    backend("eks", region).clusters[cluster].nodegroups[name].tags = tags
