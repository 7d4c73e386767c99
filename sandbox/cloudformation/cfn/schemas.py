"""The CloudFormation resource provider schemas that cfn-lint ships: what exists, what forces a replacement."""

from functools import lru_cache
from typing import Any, Literal

import jsonschema
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
from cfnlint.schema import ResourceNotFoundError

Recreation = Literal["Always", "Conditionally", "Never"]

# Patterns are ECMA regular expressions (\\p{L}) that Python can't read.
_Validator = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft7Validator, {"pattern": lambda *_: None, "patternProperties": lambda *_: None}
)

# CloudFormation's own resource types need no provider schema.
BUILT_IN = {"AWS::CloudFormation::WaitConditionHandle"}


@lru_cache(maxsize=None)
def schema(region: str, resource_type: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, resource_type).schema
        return found
    except ResourceNotFoundError:
        return None


@lru_cache(maxsize=None)
def attributes(region: str, resource_type: str) -> frozenset[str]:
    try:
        return frozenset(PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, resource_type).get_atts)
    except ResourceNotFoundError:
        return frozenset()


def recreation(region: str, resource_type: str, path: str) -> Recreation:
    """`path` is a JSON pointer below Properties, such as /KubernetesNetworkConfig/IpFamily."""
    document = schema(region, resource_type) or {}
    target = f"/properties{path}"
    for key, verdict in (("createOnlyProperties", "Always"), ("conditionalCreateOnlyProperties", "Conditionally")):
        if any(target == item or target.startswith(item + "/") for item in document.get(key) or []):
            return verdict  # type: ignore[return-value]
    return "Never"


def write_only(region: str, resource_type: str) -> set[str]:
    pointers = (schema(region, resource_type) or {}).get("writeOnlyProperties") or []
    return {item.split("/")[2] for item in pointers if item.count("/") == 2}


def coerce(value: Any, node: dict[str, Any], root: dict[str, Any]) -> Any:
    """CloudFormation takes "5432" for an integer and "true" for a boolean; services don't."""
    while "$ref" in node:
        node = _definition(node["$ref"], root)
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, dict):
        members = node.get("properties", {})
        return {k: coerce(v, members.get(k, {}), root) for k, v in value.items()}
    if isinstance(value, list):
        return [coerce(item, node.get("items", {}), root) for item in value]
    if isinstance(value, str) and "string" not in kinds:
        if "boolean" in kinds and value.lower() in ("true", "false"):
            return value.lower() == "true"
        if ("integer" in kinds or "number" in kinds) and _is_number(value):
            return float(value) if "." in value else int(value)
    if not isinstance(value, str) and kinds == ["string"] and value is not None:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value


def normalise(region: str, resource_type: str, properties: dict[str, Any]) -> dict[str, Any]:
    document = schema(region, resource_type)
    coerced: dict[str, Any] = coerce(properties, document, document) if document else properties
    return coerced


def check(region: str, resource_type: str, properties: dict[str, Any], unknown: str) -> str | None:
    """The first schema violation in CloudFormation's wording, or None. Values not known yet are not judged."""
    document = schema(region, resource_type)
    if document is None:
        return None
    for error in _Validator(document).iter_errors(properties):
        if isinstance(error.instance, str) and unknown in error.instance:
            continue
        if error.validator not in ("required", "additionalProperties", "type", "enum", "minimum", "maximum"):
            continue
        where = "#" + "".join(f"/{part}" for part in error.absolute_path)
        if error.validator == "additionalProperties":
            extra = sorted(set(error.instance) - set(error.schema.get("properties", {})))
            return f"{where}: extraneous key [{', '.join(extra)}] is not permitted"
        if error.validator == "required":
            return f"{where}: required key [{error.message.split(chr(39))[1]}] not found"
        return f"{where}: {error.message}"
    return None


def _definition(pointer: str, root: dict[str, Any]) -> dict[str, Any]:
    node: Any = root
    for part in pointer.removeprefix("#/").split("/"):
        node = node[part]
    return dict(node)


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
