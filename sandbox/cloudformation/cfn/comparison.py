"""Which properties differ, by path, and the stack's tags among them."""

from typing import Any

from . import schemas


def differing(old: dict[str, Any], new: dict[str, Any], prefix: str = "") -> list[str]:
    """Paths that differ; lists are compared whole, tags by key order."""
    found: list[str] = []
    for key in [*old, *(k for k in new if k not in old)]:
        left, right = old.get(key), new.get(key)
        if left == right:
            continue
        if isinstance(left, dict) and isinstance(right, dict) and not prefix.count("/") > 4:
            found += differing(left, right, f"{prefix}/{key}")
        else:
            found.append(f"{prefix}/{key}")
    return found


def at(node: Any, path: str) -> Any:
    for part in path.split("/")[1:]:
        node = node.get(part) if isinstance(node, dict) else None
    return node


def with_stack_tags(region: str, kind: str, properties: dict[str, Any], tags: list[dict[str, str]]) -> dict[str, Any]:
    """Stack tags reach every resource whose schema takes tags; the resource's own win."""
    document = schemas.schema(region, kind) or {}
    pointer = document.get("tagging", {}).get("tagProperty", "") if document.get("tagging", {}).get("taggable") else ""
    name = pointer.rpartition("/")[2]
    if not tags or not name or name not in document.get("properties", {}):
        return properties
    own = properties.get(name)
    if isinstance(own, dict):
        return {**properties, name: {**{t["Key"]: t["Value"] for t in tags}, **own}}
    if "object" in str(document["properties"][name].get("type", "")):
        return {**properties, name: {t["Key"]: t["Value"] for t in tags}}
    mine = {t["Key"] for t in own or []}
    return {**properties, name: [*(own or []), *(t for t in tags if t["Key"] not in mine)]}
