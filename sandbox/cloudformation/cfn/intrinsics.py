"""Resolving intrinsic functions against parameters, conditions and what the resources have become."""

import base64
import re
from dataclasses import dataclass, field
from typing import Any, Callable

from .errors import validation_error
from .functions import KNOWN_AFTER_APPLY, cidr, select, text
from .model import Resource
from .settings import settings

NO_VALUE = object()
_PLACEHOLDER = re.compile(r"\$\{(!?)([^}]*)\}")


@dataclass
class Resolver:
    template: dict[str, Any]
    parameters: dict[str, Any]
    resources: dict[str, Resource]
    region: str
    stack_name: str
    stack_id: str
    exports: dict[str, dict[str, Any]]
    unknown: set[str] = field(default_factory=set)  # logical ids whose identity is decided only when they are created
    imports: set[str] = field(default_factory=set)

    def resolve(self, node: Any) -> Any:
        if isinstance(node, list):
            return [item for item in map(self.resolve, node) if item is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((name, argument),) = node.items()
            if name == "Ref":
                return self.ref(argument)
            if name == "Condition" and isinstance(argument, str) and argument in self.template.get("Conditions", {}):
                return self.condition(argument)
            if name.startswith("Fn::"):
                return self.call(name, argument)
        resolved = {key: self.resolve(value) for key, value in node.items()}
        return {key: value for key, value in resolved.items() if value is not NO_VALUE}

    def call(self, name: str, argument: Any) -> Any:
        if name == "Fn::If":
            return self.resolve(argument[1] if self.condition(argument[0]) else argument[2])
        if name == "Fn::Sub":
            return self.sub(argument)
        if name == "Fn::GetAtt":
            parts = argument.split(".", 1) if isinstance(argument, str) else argument
            return self.attribute(parts[0], self.resolve(parts[1]))
        function = _FUNCTIONS.get(name)
        if function is None:
            raise validation_error(f"Template error: unsupported intrinsic function {name}")
        return function(self, self.resolve(argument))

    def ref(self, name: str) -> Any:
        pseudo = {
            "AWS::AccountId": settings.account,
            "AWS::NoValue": NO_VALUE,
            "AWS::NotificationARNs": [],
            "AWS::Partition": "aws",
            "AWS::Region": self.region,
            "AWS::StackId": self.stack_id,
            "AWS::StackName": self.stack_name,
            "AWS::URLSuffix": "amazonaws.com",
        }
        if name in pseudo:
            return pseudo[name]
        if name in self.parameters:
            return self.parameters[name]
        if name in self.unknown or name not in self.resources:
            return KNOWN_AFTER_APPLY
        return self.resources[name].physical_id

    def attribute(self, name: str, attribute: str) -> Any:
        if name in self.unknown or name not in self.resources:
            return KNOWN_AFTER_APPLY
        resource = self.resources[name]
        value = resource.attributes.get(attribute)
        if value is None:
            raise validation_error(
                f"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt"
            )
        return value

    def sub(self, argument: Any) -> str:
        pattern, local = (argument, {}) if isinstance(argument, str) else (argument[0], self.resolve(argument[1]))

        def replace(match: re.Match[str]) -> str:
            literal, name = match.group(1), match.group(2).strip()
            if literal:
                return "${" + name + "}"
            if name in local:
                return text(local[name])
            head, _, tail = name.partition(".")
            return text(self.attribute(head, tail) if tail else self.ref(name))

        return _PLACEHOLDER.sub(replace, pattern)

    def condition(self, name: str) -> bool:
        conditions = self.template.get("Conditions", {})
        if name not in conditions:
            raise validation_error(f"Template error: unresolved condition dependency {name}")
        return bool(self.resolve(conditions[name]))

    def find_in_map(self, argument: list[Any]) -> Any:
        table, first, second = argument[:3]
        try:
            return self.resolve(self.template["Mappings"][table][first][second])
        except KeyError:
            if len(argument) > 3 and "DefaultValue" in argument[3]:
                return argument[3]["DefaultValue"]
            raise validation_error(f"Template error: Unable to get mapping for {table}::{first}::{second}") from None

    def import_value(self, name: str) -> Any:
        if name not in self.exports:
            raise validation_error(f"No export named {name} found.")
        self.imports.add(name)
        return self.exports[name]["Value"]


_FUNCTIONS: dict[str, Callable[[Resolver, Any], Any]] = {
    "Fn::Join": lambda _, a: KNOWN_AFTER_APPLY if a[1] == KNOWN_AFTER_APPLY else a[0].join(text(item) for item in a[1]),
    "Fn::Select": lambda _, a: select(a),
    "Fn::Split": lambda _, a: KNOWN_AFTER_APPLY if a[1] == KNOWN_AFTER_APPLY else a[1].split(a[0]),
    "Fn::Base64": lambda _, a: base64.b64encode(a.encode()).decode(),
    "Fn::Cidr": lambda _, a: cidr(a),
    "Fn::GetAZs": lambda r, a: [f"{a or r.region}{letter}" for letter in "abc"],
    "Fn::FindInMap": lambda r, a: r.find_in_map(a),
    "Fn::ImportValue": lambda r, a: r.import_value(a),
    "Fn::Equals": lambda _, a: text(a[0]) == text(a[1]),
    "Fn::And": lambda _, a: all(a),
    "Fn::Or": lambda _, a: any(a),
    "Fn::Not": lambda _, a: not a[0],
}
