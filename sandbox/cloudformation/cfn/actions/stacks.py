"""Creating, updating and deleting without a change set, and everything that changes a stack as a whole."""

from typing import Any

from ..background import run
from ..deploy import Deployment
from ..errors import AwsError, validation_error
from ..planning import plan, wanted
from ..model import Source, Stack, arn
from ..store import store
from . import inputs
from .change_sets import READY


def create_stack(region: str, request: dict[str, Any]) -> dict[str, Any]:
    with store.lock:
        existing = store.find(region, request["StackName"])
        if existing:
            raise AwsError("AlreadyExistsException", f"Stack [{request['StackName']}] already exists")
        source = inputs.source(region, request, None)
        stack = Stack(
            arn(region, "stack", request["StackName"]),
            request["StackName"],
            region,
            Source("", {"Resources": {}}, {}, source.tags),
        )
        stack.termination_protection = bool(request.get("EnableTerminationProtection"))
        stack.status = "CREATE_IN_PROGRESS"
        store.stacks.append(stack)
    on_failure = "DO_NOTHING" if request.get("DisableRollback") else request.get("OnFailure") or "ROLLBACK"
    run(Deployment(stack, source, request.get("ClientRequestToken", ""), on_failure).create, on_defect=stack.broken)
    return {"StackId": stack.id}


def update_stack(region: str, request: dict[str, Any]) -> dict[str, Any]:
    with store.lock:
        stack = store.find(region, request["StackName"])
        if stack is None or stack.status == "DELETE_COMPLETE":
            raise validation_error(f"Stack [{request['StackName']}] does not exist")
        if stack.status not in READY:
            raise validation_error(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        source = inputs.source(region, request, stack)
        changes = plan(stack, source).changes(wanted(stack, source))
        if (
            not changes
            and source.tags == stack.source.tags
            and source.template.get("Outputs") == stack.source.template.get("Outputs")
        ):
            raise validation_error("No updates are to be performed.")
        stack.status = "UPDATE_IN_PROGRESS"
        stack.disable_rollback = bool(request.get("DisableRollback"))
    run(Deployment(stack, source, request.get("ClientRequestToken", "")).update, on_defect=stack.broken)
    return {"StackId": stack.id}


def delete_stack(region: str, request: dict[str, Any]) -> dict[str, Any]:
    with store.lock:
        stack = store.find(region, request["StackName"])
        if stack is None or stack.status == "DELETE_COMPLETE":
            return {}  # AWS answers 200 for a stack that never was
        if stack.termination_protection:
            raise validation_error(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        if stack.status.endswith("IN_PROGRESS") and stack.status not in ("REVIEW_IN_PROGRESS", "CREATE_IN_PROGRESS"):
            raise validation_error(f"Stack [{stack.id}] cannot be deleted while in status {stack.status}")
        for other in store.live(region):
            used = other.imports & {o["ExportName"] for o in stack.outputs if o.get("ExportName")}
            if used and other is not stack:
                raise validation_error(f"Export {sorted(used)[0]} cannot be deleted as it is in use by {other.name}")
        retain = set(request.get("RetainResources", []))
        if retain and stack.status != "DELETE_FAILED":
            raise validation_error(
                "Invalid operation on stack ["
                + stack.id
                + "]. Retaining resources is only supported for stacks in DELETE_FAILED state."
            )
        if request.get("DeletionMode") == "FORCE_DELETE_STACK":
            retain = {r.logical_id for r in stack.resources.values() if r.status == "DELETE_FAILED"}
        stack.status = "DELETE_IN_PROGRESS"
    run(
        Deployment(stack, stack.source, request.get("ClientRequestToken", "")).delete,
        frozenset(retain),
        on_defect=stack.broken,
    )
    return {}


def continue_update_rollback(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    if stack.status != "UPDATE_ROLLBACK_FAILED":
        raise validation_error(f"Stack:{stack.id} is in {stack.status} state and can not continue update rollback.")
    deployment = Deployment(stack, stack.source, request.get("ClientRequestToken", ""))
    stack.event("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated", token=deployment.token)
    run(deployment.roll_back, set(request.get("ResourcesToSkip", [])), on_defect=stack.broken)
    return {}


def rollback_stack(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    if stack.status != "UPDATE_FAILED":
        raise validation_error(f"Stack:{stack.id} is in {stack.status} state and can not be rolled back.")
    deployment = Deployment(stack, stack.source, request.get("ClientRequestToken", ""))
    stack.event("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated", token=deployment.token)
    run(deployment.roll_back, set(), on_defect=stack.broken)
    return {"StackId": stack.id}


def update_termination_protection(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    stack.termination_protection = bool(request["EnableTerminationProtection"])
    return {"StackId": stack.id}


def set_stack_policy(region: str, request: dict[str, Any]) -> dict[str, Any]:
    store.stack(region, request["StackName"]).policy = request.get("StackPolicyBody")
    return {}


def get_stack_policy(region: str, request: dict[str, Any]) -> dict[str, Any]:
    return {"StackPolicyBody": store.stack(region, request["StackName"]).policy}
