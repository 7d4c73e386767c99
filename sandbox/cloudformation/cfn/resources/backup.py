"""AWS Backup."""

from typing import Any

from ..model import Properties
from . import moto_gaps
from .api import Api
from .handler import Context, Handler
from .recorded import Recorded


def rules(plan: Properties) -> dict[str, Any]:
    """A plan in the API's words: a template says BackupPlanRule and TargetBackupVault."""
    found = []
    for rule in plan["BackupPlanRule"]:
        renamed = {**rule, "TargetBackupVaultName": rule["TargetBackupVault"]}
        renamed.pop("TargetBackupVault")
        found.append(renamed)
    return {"BackupPlanName": plan["BackupPlanName"], "Rules": found}


class BackupPlan(Api):
    def create(self, context: Context, properties: Properties) -> str:
        return super().create(context, {**properties, "BackupPlan": rules(properties["BackupPlan"])})

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        moto_gaps.set_backup_plan(context.region, physical_id, rules(new["BackupPlan"]))


HANDLERS: dict[str, Handler] = {
    "AWS::Backup::BackupVault": Api(
        "backup",
        "CreateBackupVault",
        "=BackupVaultName",
        "BackupVaultName",
        "DeleteBackupVault",
        "",
        "DescribeBackupVault",
        "@",
        {"BackupVaultArn": "live.BackupVaultArn", "BackupVaultName": "id"},
    ),
    "AWS::Backup::BackupPlan": BackupPlan(
        "backup",
        "CreateBackupPlan",
        "BackupPlanId",
        "BackupPlanId",
        "DeleteBackupPlan",
        "",
        "GetBackupPlan",
        "@",
        {"BackupPlanId": "id", "BackupPlanArn": "live.BackupPlanArn", "VersionId": "live.VersionId"},
    ),
    "AWS::Backup::BackupSelection": Recorded("-", {"SelectionId": "{id}", "Id": "{id}"}),
}
