"""What an update would do: DescribeChangeSet's Changes, from resolved properties and the provider schemas."""

import json
from dataclasses import dataclass
from typing import Any, Iterator

from . import schemas
from .comparison import at, differing, with_stack_tags
from .functions import KNOWN_AFTER_APPLY
from .intrinsics import Resolver
from .model import Resource, Stack
from .parameters import MASK
from .resources import registry
from .template import references


@dataclass
class Planned:
    """Both sides of an update: what stands, and what the new source asks for."""

    stack: Stack
    template: dict[str, Any]
    resolver: Resolver
    changed_parameters: set[str]
    hidden: set[str]  # NoEcho values
    tags: list[dict[str, str]]

    def changes(self, wanted: list[str]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for name in wanted:
            kind, current = self.template["Resources"][name]["Type"], self.stack.resources.get(name)
            properties = self.properties(name)
            if current is None or current.type != kind:
                self.resolver.unknown.add(name)
                found.append(self._change("Add", name, kind, "", after=properties))
                if current is not None:
                    found.append(
                        self._change("Remove", name, current.type, current.physical_id, before=current.properties)
                    )
                continue
            change = self._modify(name, current, properties)
            if change:
                found.append(change)
                if change["ResourceChange"]["Replacement"] == "True":
                    self.resolver.unknown.add(name)
        for name, current in self.stack.resources.items():
            if name not in wanted:
                policy = {
                    "PolicyAction": "Retain"
                    if current.deletion_policy.startswith("Retain")
                    else current.deletion_policy
                }
                found.append(
                    self._change("Remove", name, current.type, current.physical_id, before=current.properties, **policy)
                )
        return [
            {"Type": "Resource", **item}
            for item in sorted(found, key=lambda c: c["ResourceChange"]["LogicalResourceId"])
        ]

    def properties(self, name: str) -> dict[str, Any]:
        body = self.template["Resources"][name]
        resolved = self.resolver.resolve(body.get("Properties", {}))
        return with_stack_tags(
            self.resolver.region,
            body["Type"],
            schemas.normalise(self.resolver.region, body["Type"], resolved),
            self.tags,
        )

    def _modify(self, name: str, current: Resource, after: dict[str, Any]) -> dict[str, Any] | None:
        details = [
            item for path in differing(current.properties, after) for item in self._details(name, current, path, after)
        ]
        body = self.template["Resources"][name]
        for attribute, old, new in (
            ("DeletionPolicy", current.deletion_policy, body.get("DeletionPolicy", "Delete")),
            ("UpdateReplacePolicy", current.replace_policy, body.get("UpdateReplacePolicy", "Delete")),
            ("Metadata", current.metadata, body.get("Metadata")),
        ):
            if old != new:
                details.append(
                    {
                        "Target": {"Attribute": attribute, "RequiresRecreation": "Never"},
                        "Evaluation": "Static",
                        "ChangeSource": "DirectModification",
                    }
                )
        if not details:
            return None
        verdicts = {(d["Target"]["RequiresRecreation"], d["Evaluation"]) for d in details}
        conditional = any(v == "Conditionally" or (v == "Always" and e == "Dynamic") for v, e in verdicts)
        engine = any(d["Target"].get("Name") in registry.HANDLERS[current.type].replace_when for d in details)
        replacement = (
            "True" if ("Always", "Static") in verdicts else "Conditional" if conditional or engine else "False"
        )
        change = self._change("Modify", name, current.type, current.physical_id, current.properties, after)
        change["ResourceChange"].update(
            Replacement=replacement, Details=details, Scope=sorted({d["Target"]["Attribute"] for d in details})
        )
        if replacement == "True":
            change["ResourceChange"]["PolicyAction"] = (
                "ReplaceAndDelete" if current.replace_policy == "Delete" else f"ReplaceAnd{current.replace_policy}"
            )
        return change

    def _details(self, name: str, current: Resource, path: str, after: dict[str, Any]) -> Iterator[dict[str, Any]]:
        top = path.split("/")[1]
        old, new = at(current.properties, path), at(after, path)
        is_tag = top in ("Tags", "ResourceTags")
        target: dict[str, Any] = {
            "Attribute": "Tags" if is_tag else "Properties",
            "Path": f"/Properties{path}",
            "RequiresRecreation": schemas.recreation(self.resolver.region, current.type, path),
            "AttributeChangeType": "Add" if old is None else "Remove" if new is None else "Modify",
            **({} if is_tag else {"Name": top}),
            **({"BeforeValue": self.shown(old)} if old is not None else {}),
            **({"AfterValue": self.shown(new)} if new is not None else {}),
        }
        unknown = KNOWN_AFTER_APPLY in json.dumps(new)
        raw = self.template["Resources"][name].get("Properties", {}).get(top)
        causes = list(self._causes(name, top, raw)) or [("DirectModification", None)]
        for source, entity in causes:
            yield {
                "Target": target,
                "Evaluation": "Dynamic" if unknown else "Static",
                "ChangeSource": source,
                **({"CausingEntity": entity} if entity else {}),
            }

    def _causes(self, name: str, top: str, raw: Any) -> Iterator[tuple[str, str | None]]:
        before = self.stack.source.template["Resources"].get(name, {}).get("Properties", {}).get(top)
        if before != raw:
            yield "DirectModification", None
        for reference, attribute in references(raw):
            if reference in self.changed_parameters:
                yield "ParameterReference", reference
            elif reference in self.resolver.unknown:
                yield (
                    ("ResourceAttribute", f"{reference}.{attribute}") if attribute else ("ResourceReference", reference)
                )

    def shown(self, value: Any) -> str:
        text = value if isinstance(value, str) else json.dumps(value)
        for secret in self.hidden:
            text = text.replace(secret, MASK)
        return text

    def _change(
        self, action: str, name: str, kind: str, physical: str, before: Any = None, after: Any = None, **more: Any
    ) -> dict[str, Any]:
        contexts = {
            key: self.shown({"Properties": value})
            for key, value in (("BeforeContext", before), ("AfterContext", after))
            if value is not None
        }
        return {
            "ResourceChange": {
                "Action": action,
                "LogicalResourceId": name,
                "ResourceType": kind,
                "Scope": [],
                "Details": [],
                **({"PhysicalResourceId": physical} if physical else {}),
                **contexts,
                **more,
            }
        }
