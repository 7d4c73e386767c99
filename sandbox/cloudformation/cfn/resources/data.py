"""RDS and ElastiCache."""

from ..model import Properties, now
from . import moto_gaps
from .api import Api
from .handler import Context

PORTS = {"postgres": 5432, "aurora-postgresql": 5432, "mysql": 3306, "mariadb": 3306, "aurora-mysql": 3306}


class DbInstance(Api):
    def create(self, context: Context, properties: Properties) -> str:
        return super().create(context, {"Port": PORTS.get(properties.get("Engine", ""), 3306), **properties})

    def snapshot(self, context: Context, physical_id: str, properties: Properties) -> None:
        context.client("rds").create_db_snapshot(
            DBInstanceIdentifier=physical_id, DBSnapshotIdentifier=snapshot_name(context)
        )

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        super().update(context, physical_id, old, new)
        if old.get("Tags") != new.get("Tags"):
            arn, rds = context.arn("rds", f"db:{physical_id}"), context.client("rds")
            gone = {t["Key"] for t in old.get("Tags", [])} - {t["Key"] for t in new.get("Tags", [])}
            if gone:
                rds.remove_tags_from_resource(ResourceName=arn, TagKeys=sorted(gone))
            rds.add_tags_to_resource(ResourceName=arn, Tags=new.get("Tags", []))

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        rds = context.client("rds")
        try:
            rds.delete_db_instance(DBInstanceIdentifier=physical_id, SkipFinalSnapshot=True)
        except rds.exceptions.DBInstanceNotFoundFault:
            pass


class CacheGroup(Api):
    def snapshot(self, context: Context, physical_id: str, properties: Properties) -> None:
        context.client("elasticache").create_snapshot(
            ReplicationGroupId=physical_id, SnapshotName=snapshot_name(context)
        )

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        super().delete(context, physical_id, properties)
        moto_gaps.forget_replication_group(context.region, physical_id)


def snapshot_name(context: Context) -> str:
    return f"{context.stack_name}-snapshot-{context.logical_id}-{now():%Y%m%d%H%M%S}".lower()


class CacheSubnetGroup(Api):
    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        moto_gaps.modify_cache_subnet_group(context.region, physical_id, new["SubnetIds"])

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        moto_gaps.delete_cache_subnet_group(context.region, physical_id)


def db_parameters(context: Context, physical_id: str, old: Properties, new: Properties) -> None:
    wanted = [
        {"ParameterName": k, "ParameterValue": str(v), "ApplyMethod": "pending-reboot"}
        for k, v in new.get("Parameters", {}).items()
    ]
    if wanted:
        context.client("rds").modify_db_parameter_group(DBParameterGroupName=physical_id, Parameters=wanted)
