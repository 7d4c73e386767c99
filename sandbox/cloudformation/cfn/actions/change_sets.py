"""CreateChangeSet and its family."""

import re
import time
from typing import Any

from ..background import run
from ..deploy import Deployment
from ..errors import AwsError, validation_error
from ..planning import plan, wanted
from ..model import ChangeSet, Source, Stack, arn
from ..settings import settings
from ..store import store
from . import inputs

NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
READY = (
    "CREATE_COMPLETE",
    "UPDATE_COMPLETE",
    "UPDATE_ROLLBACK_COMPLETE",
    "IMPORT_COMPLETE",
    "IMPORT_ROLLBACK_COMPLETE",
    "UPDATE_FAILED",
    "CREATE_FAILED",
)


def create_change_set(region: str, request: dict[str, Any]) -> dict[str, Any]:
    name, change_set_name = request["StackName"], request["ChangeSetName"]
    kind = request.get("ChangeSetType", "UPDATE")
    for label, value in (
        ("stackName", name.split("/")[1] if name.startswith("arn:") else name),
        ("changeSetName", change_set_name),
    ):
        if not re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", value):
            raise validation_error(
                f"1 validation error detected: Value '{value}' at '{label}' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )
    with store.lock:
        stack = store.find(region, name)
        if stack and stack.status == "DELETE_COMPLETE":
            stack = None
        if stack and any(c.name == change_set_name for c in stack.change_sets):
            raise AwsError("AlreadyExistsException", f"ChangeSet {change_set_name} already exists")
        if kind == "CREATE" and stack and stack.status != "REVIEW_IN_PROGRESS":
            raise validation_error(
                f"Stack [{stack.name}] already exists and cannot be created again with the changeSet [{change_set_name}]."
            )
        if kind != "CREATE" and (stack is None or stack.status == "REVIEW_IN_PROGRESS"):
            raise validation_error(f"Stack [{name}] does not exist")
        if kind != "CREATE" and stack and stack.status not in READY:
            raise validation_error(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        source = inputs.source(region, request, stack if kind != "CREATE" else None)
        if stack is None:
            stack = Stack(arn(region, "stack", name), name, region, Source("", {"Resources": {}}, {}, []))
            stack.source.tags = source.tags
            stack.event("REVIEW_IN_PROGRESS", "User Initiated", token=request.get("ClientToken", ""))
            store.stacks.append(stack)
        made = ChangeSet(
            arn(region, "changeSet", change_set_name),
            change_set_name,
            kind,
            source,
            description=request.get("Description", ""),
            on_failure=request.get("OnStackFailure") or "ROLLBACK",
            token=request.get("ClientToken", ""),
        )
        stack.change_sets.append(made)
    run(compute, stack, made)
    return {"Id": made.id, "StackId": stack.id}


def compute(stack: Stack, change_set: ChangeSet) -> None:
    change_set.status = "CREATE_IN_PROGRESS"
    time.sleep(settings.pace)
    try:
        change_set.changes = plan(stack, change_set.source).changes(wanted(stack, change_set.source))
    except AwsError as error:
        change_set.status, change_set.reason = "FAILED", error.message
        return
    same_tags = change_set.type == "CREATE" or change_set.source.tags == stack.source.tags
    if not change_set.changes and same_tags and _outputs(stack.source) == _outputs(change_set.source):
        change_set.status, change_set.reason = "FAILED", NO_CHANGES
        return
    change_set.execution, change_set.status = "AVAILABLE", "CREATE_COMPLETE"


def _outputs(source: Source) -> Any:
    return source.template.get("Outputs")


def execute_change_set(region: str, request: dict[str, Any]) -> dict[str, Any]:
    with store.lock:
        stack, found = store.change_set(region, request["ChangeSetName"], request.get("StackName"))
        if found.execution != "AVAILABLE" or found.status != "CREATE_COMPLETE":
            raise AwsError(
                "InvalidChangeSetStatus",
                f"ChangeSet [{found.id}] cannot be executed in its current status of [{found.status if found.status != 'CREATE_COMPLETE' else found.execution}]",
            )
        if found.type != "CREATE" and stack.status not in READY:
            raise validation_error(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        for other in stack.change_sets:
            other.execution = "OBSOLETE" if other is not found and other.execution == "AVAILABLE" else other.execution
        found.execution, stack.change_set_id = "EXECUTE_IN_PROGRESS", found.id
        stack.disable_rollback = bool(request.get("DisableRollback"))
        stack.status = "CREATE_IN_PROGRESS" if found.type == "CREATE" else "UPDATE_IN_PROGRESS"
    run(execute, stack, found, request.get("ClientRequestToken", ""), on_defect=stack.broken)
    return {}


def execute(stack: Stack, found: ChangeSet, token: str) -> None:
    deployment = Deployment(stack, found.source, token, "DO_NOTHING" if stack.disable_rollback else found.on_failure)
    (deployment.create if found.type == "CREATE" else deployment.update)()
    found.execution = "EXECUTE_COMPLETE" if stack.status in ("CREATE_COMPLETE", "UPDATE_COMPLETE") else "EXECUTE_FAILED"


def delete_change_set(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack, found = store.change_set(region, request["ChangeSetName"], request.get("StackName"))
    if found.execution == "EXECUTE_IN_PROGRESS":
        raise AwsError(
            "InvalidChangeSetStatus",
            f"ChangeSet [{found.id}] cannot be deleted in its current execution status of [{found.execution}]",
        )
    stack.change_sets.remove(found)
    return {}
