"""Template parameters: what may be given, and how AWS refuses the rest."""

import re
from typing import Any

from .errors import validation_error

MASK = "****"


def resolve(template: dict[str, Any], given: list[dict[str, Any]], previous: dict[str, Any]) -> dict[str, Any]:
    """Values by name, lists split, in the template's order. `previous` serves UsePreviousValue."""
    declared: dict[str, dict[str, Any]] = template.get("Parameters", {})
    stray = sorted(item["ParameterKey"] for item in given if item["ParameterKey"] not in declared)
    if stray:
        raise validation_error(f"Parameters: [{', '.join(stray)}] do not exist in the template")
    values: dict[str, Any] = {}
    missing: list[str] = []
    for item in given:
        key = item["ParameterKey"]
        if item.get("UsePreviousValue") in (True, "true"):
            if key not in previous:
                raise validation_error(
                    f"Invalid input for parameter key {key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template"
                )
            values[key] = text(previous[key])
        elif "ParameterValue" in item:
            values[key] = item["ParameterValue"]
    for key, rule in declared.items():
        if key not in values:
            if "Default" not in rule:
                missing.append(key)
            else:
                values[key] = text(rule["Default"])
    if missing:
        raise validation_error(f"Parameters: [{', '.join(missing)}] must have values")
    return {key: _convert(key, values[key], rule) for key, rule in declared.items()}


def text(value: Any) -> str:
    return (
        ",".join(map(str, value))
        if isinstance(value, list)
        else ("true" if value else "false")
        if isinstance(value, bool)
        else str(value)
    )


def shown(template: dict[str, Any], values: dict[str, Any]) -> list[dict[str, str]]:
    declared = template.get("Parameters", {})
    return [
        {"ParameterKey": key, "ParameterValue": MASK if is_secret(declared.get(key, {})) else text(value)}
        for key, value in values.items()
    ]


def is_secret(rule: dict[str, Any]) -> bool:
    return str(rule.get("NoEcho", "")).lower() == "true"


def secrets(template: dict[str, Any], values: dict[str, Any]) -> set[str]:
    return {
        text(values[key]) for key, rule in template.get("Parameters", {}).items() if is_secret(rule) and values.get(key)
    }


def _convert(key: str, value: str, rule: dict[str, Any]) -> Any:
    kind = rule.get("Type", "String")
    if kind.startswith("AWS::SSM::Parameter::Value"):
        raise validation_error(f"Parameter {key}: type {kind} is not supported by the sandbox")
    parts = (
        [part.strip() for part in value.split(",")]
        if kind == "CommaDelimitedList" or kind.startswith("List<")
        else None
    )
    for item in parts if parts is not None else [value]:
        _check(key, item, rule, kind)
    return parts if parts is not None else value


def _check(key: str, value: str, rule: dict[str, Any], kind: str) -> None:
    described = rule.get("ConstraintDescription")

    def refuse(message: str) -> None:
        raise validation_error(f"Parameter {key} failed to satisfy constraint: {described}" if described else message)

    if "AllowedValues" in rule and value not in [text(item) for item in rule["AllowedValues"]]:
        refuse(f"Parameter '{key}' must be one of AllowedValues")
    if "AllowedPattern" in rule and not re.fullmatch(rule["AllowedPattern"], value):
        refuse(f"Parameter '{key}' must match pattern {rule['AllowedPattern']}")
    if "MinLength" in rule and len(value) < int(rule["MinLength"]):
        refuse(f"Parameter '{key}' must contain at least {rule['MinLength']} characters")
    if "MaxLength" in rule and len(value) > int(rule["MaxLength"]):
        refuse(f"Parameter '{key}' must contain at most {rule['MaxLength']} characters")
    if kind in ("Number", "List<Number>"):
        if not re.fullmatch(r"-?\d+(\.\d+)?", value):
            refuse(f"Parameter '{key}' must be a number")
        if "MinValue" in rule and float(value) < float(rule["MinValue"]):
            refuse(f"Parameter '{key}' must be a number not less than {rule['MinValue']}")
        if "MaxValue" in rule and float(value) > float(rule["MaxValue"]):
            refuse(f"Parameter '{key}' must be a number not greater than {rule['MaxValue']}")
