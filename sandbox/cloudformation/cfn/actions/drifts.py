"""DetectStackDrift and what reads its result."""

from typing import Any
from uuid import uuid4

from .. import drift
from ..background import run
from ..errors import validation_error
from ..model import Stack, now
from ..store import store

_DETECTABLE = (
    "CREATE_COMPLETE",
    "UPDATE_COMPLETE",
    "UPDATE_ROLLBACK_COMPLETE",
    "UPDATE_ROLLBACK_FAILED",
    "IMPORT_COMPLETE",
)


def detect_stack_drift(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    if stack.status not in _DETECTABLE:
        raise validation_error(
            f"Drift detection cannot be performed on stack [{stack.id}] while it is in {stack.status} state."
        )
    detection = str(uuid4())
    store.detections[detection] = {
        "StackId": stack.id,
        "StackDriftDetectionId": detection,
        "DetectionStatus": "DETECTION_IN_PROGRESS",
        "Timestamp": now(),
    }
    run(_detect, stack, detection, set(request.get("LogicalResourceIds", [])))
    return {"StackDriftDetectionId": detection}


def _detect(stack: Stack, detection: str, only: set[str]) -> None:
    row = store.detections[detection]
    try:
        row.update(drift.detect(stack, only), DetectionStatus="DETECTION_COMPLETE")
    except Exception as error:
        row.update(DetectionStatus="DETECTION_FAILED", DetectionStatusReason=str(error))
        raise


def describe_stack_drift_detection_status(region: str, request: dict[str, Any]) -> dict[str, Any]:
    found = store.detections.get(request["StackDriftDetectionId"])
    if found is None:
        raise validation_error(f"Drift detection id {request['StackDriftDetectionId']} does not exist")
    return found


def describe_stack_resource_drifts(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack, wanted = store.stack(region, request["StackName"]), set(request.get("StackResourceDriftStatusFilters", []))
    rows = [r.drift for r in stack.resources.values() if r.drift["StackResourceDriftStatus"] != "NOT_CHECKED"]
    return {"StackResourceDrifts": [row for row in rows if not wanted or row["StackResourceDriftStatus"] in wanted]}


def detect_stack_resource_drift(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"])
    found = stack.resources.get(request["LogicalResourceId"])
    if found is None:
        raise validation_error(f"Resource {request['LogicalResourceId']} does not exist for stack {stack.name}")
    found.drift = drift.compare(stack, found)
    return {"StackResourceDrift": found.drift}
