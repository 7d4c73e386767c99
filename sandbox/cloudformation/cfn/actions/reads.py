"""Everything that only looks."""

from typing import Any

from .. import parameters
from ..errors import validation_error
from ..model import Resource, Stack
from ..store import store
from . import inputs


def _row(stack: Stack) -> dict[str, Any]:
    return {
        "StackId": stack.id,
        "StackName": stack.name,
        "Description": stack.source.template.get("Description"),
        "StackStatus": stack.status,
        "StackStatusReason": stack.reason or None,
        "CreationTime": stack.created,
        "LastUpdatedTime": stack.updated,
        "DeletionTime": stack.deleted,
        "DriftInformation": stack.drift,
    }


def describe_stacks(region: str, request: dict[str, Any]) -> dict[str, Any]:
    found = [store.stack(region, request["StackName"])] if request.get("StackName") else store.live(region)
    rows, more = inputs.page(found, request, 100)
    return {
        **more,
        "Stacks": [
            {
                **_row(s),
                "Parameters": parameters.shown(s.source.template, s.source.parameters),
                "Tags": s.source.tags,
                "Outputs": s.outputs,
                "Capabilities": s.source.capabilities,
                "DisableRollback": s.disable_rollback,
                "RollbackConfiguration": {},
                "NotificationARNs": [],
                "EnableTerminationProtection": s.termination_protection,
                "ChangeSetId": s.change_set_id or None,
            }
            for s in rows
        ],
    }


def list_stacks(region: str, request: dict[str, Any]) -> dict[str, Any]:
    wanted = set(request.get("StackStatusFilter", []))
    rows, more = inputs.page(
        [s for s in store.stacks if s.region == region and (not wanted or s.status in wanted)], request, 100
    )
    return {
        "StackSummaries": [{**_row(s), "TemplateDescription": s.source.template.get("Description")} for s in rows],
        **more,
    }


def describe_stack_events(region: str, request: dict[str, Any]) -> dict[str, Any]:
    rows, more = inputs.page(list(reversed(store.stack(region, request["StackName"]).events)), request, 100)
    return {"StackEvents": rows, **more}


def _resource(stack: Stack, resource: Resource) -> dict[str, Any]:
    return {
        "StackId": stack.id,
        "StackName": stack.name,
        "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id,
        "ResourceType": resource.type,
        "ResourceStatus": resource.status,
        "ResourceStatusReason": resource.reason or None,
        "Timestamp": resource.updated,
        "LastUpdatedTimestamp": resource.updated,
        "DriftInformation": {
            k: v for k, v in resource.drift.items() if k in ("StackResourceDriftStatus", "LastCheckTimestamp")
        },
    }


def list_stack_resources(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    rows, more = inputs.page(sorted(stack.resources.values(), key=lambda r: r.logical_id), request, 100)
    return {"StackResourceSummaries": [_resource(stack, r) for r in rows], **more}


def describe_stack_resources(region: str, request: dict[str, Any]) -> dict[str, Any]:
    if request.get("StackName"):
        stacks = [store.stack(region, request["StackName"])]
    else:
        physical = request.get("PhysicalResourceId")
        stacks = [s for s in store.live(region) if any(r.physical_id == physical for r in s.resources.values())]
        if not stacks:
            raise validation_error(f"Stack for {physical} does not exist")
    wanted = request.get("LogicalResourceId")
    return {
        "StackResources": [
            _resource(s, r) for s in stacks for r in s.resources.values() if not wanted or r.logical_id == wanted
        ]
    }


def describe_stack_resource(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    found = stack.resources.get(request["LogicalResourceId"])
    if found is None:
        raise validation_error(f"Resource {request['LogicalResourceId']} does not exist for stack {stack.name}")
    return {"StackResourceDetail": _resource(stack, found)}


def list_exports(region: str, request: dict[str, Any]) -> dict[str, Any]:
    return {"Exports": list(store.exports(region).values())}


def list_imports(region: str, request: dict[str, Any]) -> dict[str, Any]:
    found = [s.name for s in store.live(region) if request["ExportName"] in s.imports]
    if not found:
        raise validation_error(f"Export '{request['ExportName']}' is not imported by any stack.")
    return {"Imports": found}
