"""Drift: the properties a stack was deployed with, against the live resource in moto."""

import json
from typing import Any

from . import schemas
from .model import Properties, Resource, Stack, now
from .resources.handler import Context
from .resources.identity import expand
from .resources.registry import HANDLERS


def detect(stack: Stack, only: set[str] | None = None) -> dict[str, Any]:
    for resource in stack.resources.values():
        if not only or resource.logical_id in only:
            resource.drift = compare(stack, resource)
    drifted = [r for r in stack.resources.values() if r.drift["StackResourceDriftStatus"] in ("MODIFIED", "DELETED")]
    stack.drift = {"StackDriftStatus": "DRIFTED" if drifted else "IN_SYNC", "LastCheckTimestamp": now()}
    return {**stack.drift, "DriftedStackResourceCount": len(drifted)}


def compare(stack: Stack, resource: Resource) -> dict[str, Any]:
    """AWS leaves out of the answer what a type can't be checked for; so does this: NOT_CHECKED."""
    context = Context(stack.region, stack.name, resource.logical_id)
    live = HANDLERS[resource.type].read(context, resource.physical_id, expand(context, resource.properties))
    row: dict[str, Any] = {
        "StackId": stack.id,
        "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id,
        "ResourceType": resource.type,
        "Timestamp": now(),
    }
    if live == {}:
        return {**row, "StackResourceDriftStatus": "NOT_CHECKED"}
    hidden = schemas.write_only(stack.region, resource.type)
    expected = {name: value for name, value in resource.properties.items() if name not in hidden}
    if live is None:
        return {
            **row,
            "StackResourceDriftStatus": "DELETED",
            "ExpectedProperties": json.dumps(expected),
            "PropertyDifferences": [],
        }
    compared = {name: value for name, value in expected.items() if name in live}
    if resource.type == "AWS::EC2::SecurityGroup":  # rules added behind the template's back count even if it has none
        compared.setdefault("SecurityGroupIngress", [])
        live["SecurityGroupIngress"] = [
            rule for rule in live["SecurityGroupIngress"] if canonical(rule) not in _attached(stack, resource)
        ]
    actual = schemas.normalise(
        stack.region, resource.type, {name: live[name] for name in compared if live[name] is not None}
    )
    differences = [
        item
        for name in compared
        for item in difference(f"/{name}", canonical(compared[name]), canonical(actual.get(name)))
    ]
    return {
        **row,
        "StackResourceDriftStatus": "MODIFIED" if differences else "IN_SYNC",
        "PropertyDifferences": differences,
        "ExpectedProperties": json.dumps(expected),
        "ActualProperties": json.dumps({**expected, **actual}),
    }


def _attached(stack: Stack, group: Resource) -> list[Any]:
    """Rules that stand-alone resources of the same stack put on the group: AWS doesn't count them as drift."""
    rules = [r.properties for r in stack.resources.values() if r.type == "AWS::EC2::SecurityGroupIngress"]
    return [
        canonical({k: v for k, v in rule.items() if k != "GroupId"})
        for rule in rules
        if rule.get("GroupId") == group.physical_id
    ]


def canonical(value: Any) -> Any:
    """Tag lists and maps alike, list order and aws: tags out of the way, numbers and text the same."""
    if value and isinstance(value, list) and all(isinstance(v, dict) and set(v) == {"Key", "Value"} for v in value):
        return {v["Key"]: str(v["Value"]) for v in value if not v["Key"].startswith("aws:")}
    if isinstance(value, list):
        return sorted((canonical(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    if isinstance(value, dict):
        return {k: canonical(v) for k, v in value.items()}
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, (int, float)) else value


def difference(path: str, expected: Any, actual: Any) -> list[Properties]:
    if expected == actual:
        return []
    if isinstance(expected, dict) and isinstance(actual, dict):
        return [
            item
            for key in {**expected, **actual}
            for item in difference(f"{path}/{key}", expected.get(key), actual.get(key))
        ]
    if isinstance(expected, list) and isinstance(actual, list):
        gone = [v for v in expected if v not in actual]
        extra = [v for v in actual if v not in expected]
        pairs = [(f"{path}/{i}", v, None) for i, v in enumerate(gone)] + [
            (f"{path}/{len(expected) + i}", None, v) for i, v in enumerate(extra)
        ]
        return [_row(*pair) for pair in pairs]
    return [_row(path, expected, actual)]


def _row(path: str, expected: Any, actual: Any) -> Properties:
    kind = "ADD" if expected is None else "REMOVE" if actual is None else "NOT_EQUAL"
    return {
        "PropertyPath": path,
        "ExpectedValue": _text(expected),
        "ActualValue": _text(actual),
        "DifferenceType": kind,
    }


def _text(value: Any) -> str:
    return "null" if value is None else value if isinstance(value, str) else json.dumps(value)
