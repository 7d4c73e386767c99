"""A stack's outputs, and the exports among them."""

from typing import Any

from .errors import AwsError
from .intrinsics import NO_VALUE
from .model import Source, Stack
from .planning import resolver
from .store import store


def compute(stack: Stack, source: Source) -> None:
    resolve = resolver(stack, source)
    found: list[dict[str, Any]] = []
    for key, body in source.template.get("Outputs", {}).items():
        if "Condition" in body and not resolve.condition(body["Condition"]):
            continue
        value = resolve.resolve(body["Value"])
        export = resolve.resolve(body["Export"]["Name"]) if "Export" in body else None
        owner = store.exports(stack.region).get(export, {}).get("ExportingStackId", stack.id) if export else stack.id
        if owner != stack.id:
            raise AwsError("ValidationError", f"Export with name {export} is already exported by stack {owner}.")
        text = "" if value is NO_VALUE else ",".join(value) if isinstance(value, list) else str(value)
        found.append(
            {
                "OutputKey": key,
                "OutputValue": text,
                **({"Description": body["Description"]} if "Description" in body else {}),
                **({"ExportName": export} if export else {}),
            }
        )
    stack.outputs = found
    stack.imports |= resolve.imports
