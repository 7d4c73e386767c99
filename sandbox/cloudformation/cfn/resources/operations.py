"""Logs, alarms, DNS, load balancing, messages, parameters, certificates, budgets."""

from typing import Any

from ..model import Properties
from ..settings import settings
from .api import Api
from .handler import Context, Handler


def retention(context: Context, name: str, old: Properties, new: Properties) -> None:
    logs = context.client("logs")
    if "RetentionInDays" in new:
        logs.put_retention_policy(logGroupName=name, retentionInDays=int(new["RetentionInDays"]))
    elif "RetentionInDays" in old:
        logs.delete_retention_policy(logGroupName=name)


class HostedZone(Api):
    def create(self, context: Context, properties: Properties) -> str:
        wanted: dict[str, Any] = {
            "Name": properties["Name"],
            "CallerReference": context.generated_name(64, lower=False),
        }
        if properties.get("HostedZoneConfig"):
            wanted["HostedZoneConfig"] = {"Comment": properties["HostedZoneConfig"].get("Comment", "")}
        for vpc in properties.get("VPCs", [])[:1]:
            wanted["VPC"] = {"VPCId": vpc["VPCId"], "VPCRegion": vpc["VPCRegion"]}
        return str(context.client("route53").create_hosted_zone(**wanted)["HostedZone"]["Id"].split("/")[-1])


class RecordSet(Handler):
    def _change(self, context: Context, action: str, properties: Properties) -> None:
        record: dict[str, Any] = {"Name": properties["Name"], "Type": properties["Type"]}
        if "AliasTarget" in properties:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **properties["AliasTarget"]}
        else:
            record.update(
                TTL=int(properties.get("TTL", 300)),
                ResourceRecords=[{"Value": v} for v in properties["ResourceRecords"]],
            )
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        context.client("route53").change_resource_record_sets(
            HostedZoneId=properties["HostedZoneId"], ChangeBatch=batch
        )

    def create(self, context: Context, properties: Properties) -> str:
        self._change(context, "CREATE", properties)
        return str(properties["Name"])

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self._change(context, "UPSERT", new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        self._change(context, "DELETE", properties)


class Budget(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        budget = dict(properties["Budget"])
        budget.setdefault("BudgetName", context.generated_name(100, lower=False))
        if "BudgetLimit" in budget:
            budget["BudgetLimit"] = {**budget["BudgetLimit"], "Amount": str(budget["BudgetLimit"]["Amount"])}
        context.client("budgets").create_budget(
            AccountId=settings.account,
            Budget=budget,
            NotificationsWithSubscribers=properties.get("NotificationsWithSubscribers", []),
        )
        return str(budget["BudgetName"])

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self.delete(context, physical_id, old)  # moto has no UpdateBudget
        self.create(context, {**new, "Budget": {**new["Budget"], "BudgetName": physical_id}})

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        budgets = context.client("budgets")
        try:
            budgets.delete_budget(AccountId=settings.account, BudgetName=physical_id)
        except budgets.exceptions.NotFoundException:
            pass
