"""What DescribeChangeSet and ListChangeSets answer."""

from typing import Any

from ..parameters import shown
from ..store import store
from . import inputs


def describe_change_set(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack, found = store.change_set(region, request["ChangeSetName"], request.get("StackName"))
    changes, more = inputs.page(found.changes, request, 100)
    if not request.get("IncludePropertyValues"):
        changes = [without_values(change) for change in changes]
    return {
        "ChangeSetName": found.name,
        "ChangeSetId": found.id,
        "StackId": stack.id,
        "StackName": stack.name,
        "Description": found.description or None,
        "Parameters": shown(found.source.template, found.source.parameters),
        "CreationTime": found.created,
        "ExecutionStatus": found.execution,
        "Status": found.status,
        "StatusReason": found.reason or None,
        "Capabilities": found.source.capabilities,
        "Tags": found.source.tags,
        "Changes": changes,
        "IncludeNestedStacks": False,
        "OnStackFailure": found.on_failure if found.type == "CREATE" else None,
        "RollbackConfiguration": {},
        "NotificationARNs": [],
        **more,
    }


def without_values(change: dict[str, Any]) -> dict[str, Any]:
    body = {k: v for k, v in change["ResourceChange"].items() if k not in ("BeforeContext", "AfterContext")}
    hidden = ("BeforeValue", "AfterValue", "Path", "AttributeChangeType")
    body["Details"] = [
        {**d, "Target": {k: v for k, v in d["Target"].items() if k not in hidden}} for d in body["Details"]
    ]
    return {**change, "ResourceChange": body}


def list_change_sets(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    rows = [
        {
            "StackId": stack.id,
            "StackName": stack.name,
            "ChangeSetId": c.id,
            "ChangeSetName": c.name,
            "ExecutionStatus": c.execution,
            "Status": c.status,
            "StatusReason": c.reason or None,
            "CreationTime": c.created,
            "Description": c.description or None,
        }
        for c in stack.change_sets
    ]
    return {"Summaries": rows}
