"""What moto's API doesn't offer but its backends can hold. The only file that knows moto's models."""

import secrets
from typing import Any

import moto.rds.models as rds
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


def set_cluster_version(region: str, name: str, version: str) -> None:
    backend("eks", region).clusters[name].version = version


def set_nodegroup_version(region: str, cluster: str, name: str, version: str) -> None:
    backend("eks", region).clusters[cluster].nodegroups[name].version = version


def set_nodegroup_tags(region: str, cluster: str, name: str, tags: dict[str, str]) -> None:
    """moto's TagResource knows clusters only."""
    backend("eks", region).clusters[cluster].nodegroups[name].tags = tags
