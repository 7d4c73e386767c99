"""Reading a template: YAML or JSON with CloudFormation's tags (cfn-lint's safe loader), and its static structure."""

import json
import re
from typing import Any, Iterator

import networkx
from cfnlint.decode.decode import decode_str

from .errors import validation_error

PSEUDO = {
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
}
_PLACEHOLDER = re.compile(r"\$\{([^!][^}]*)\}")
_SECTIONS = {
    "AWSTemplateFormatVersion",
    "Description",
    "Metadata",
    "Parameters",
    "Mappings",
    "Conditions",
    "Rules",
    "Transform",
    "Resources",
    "Outputs",
    "Hooks",
}


def read(body: str) -> dict[str, Any]:
    parsed, problems = decode_str(body)
    if problems or not isinstance(parsed, dict):
        kind = "JSON" if body.lstrip().startswith("{") else "YAML"
        where = f" (line {problems[0].linenumber}, column {problems[0].columnnumber})" if problems else ""
        raise validation_error(f"Template format error: {kind} not well-formed.{where}")
    template: dict[str, Any] = json.loads(json.dumps(parsed))  # plain dict and str instead of cfn-lint's nodes
    stray = sorted(set(template) - _SECTIONS)
    if stray:
        raise validation_error(f"Invalid template property or properties [{', '.join(stray)}]")
    if not template.get("Resources"):
        raise validation_error("Template format error: At least one Resources member must be defined.")
    if template.get("Transform"):
        raise validation_error(f"Transforms are not supported by the sandbox: {template['Transform']}")
    for name, resource in template["Resources"].items():
        if not isinstance(resource, dict) or "Type" not in resource:
            raise validation_error(
                f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member."
            )
    return template


def references(node: Any) -> Iterator[tuple[str, str | None]]:
    """Every (logical name, attribute or None) that a piece of template refers to."""
    if isinstance(node, list):
        for item in node:
            yield from references(item)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "Ref" and isinstance(value, str):
            yield value, None
        elif key == "Fn::GetAtt":
            parts = value.split(".", 1) if isinstance(value, str) else value
            yield parts[0], parts[1] if isinstance(parts[1], str) else None
        elif key == "Fn::Sub":
            text, local = (value, {}) if isinstance(value, str) else (value[0], value[1])
            yield from references(local)
            for name in _PLACEHOLDER.findall(text):
                if name.strip() not in local:
                    head, _, tail = name.strip().partition(".")
                    yield head, tail or None
        else:
            yield from references(value)


def dependencies(template: dict[str, Any], logical_id: str) -> list[str]:
    resource = template["Resources"][logical_id]
    explicit = resource.get("DependsOn", [])
    found = [explicit] if isinstance(explicit, str) else list(explicit)
    found += [name for name, _ in references(resource.get("Properties", {}))]
    return sorted({name for name in found if name in template["Resources"] and name != logical_id})


def order(graph: dict[str, list[str]]) -> list[str]:
    """Dependencies first; among equals, the order of the template."""
    rank = {name: position for position, name in enumerate(graph)}
    network: "networkx.DiGraph[str]" = networkx.DiGraph()
    network.add_nodes_from(graph)
    network.add_edges_from(
        (dependency, name) for name, needs in graph.items() for dependency in needs if dependency in graph
    )
    try:
        return list(networkx.lexicographical_topological_sort(network, key=lambda name: rank[name]))
    except networkx.NetworkXUnfeasible:
        cycle = sorted({edge[0] for edge in networkx.find_cycle(network)})
        raise validation_error(f"Circular dependency between resources: [{', '.join(cycle)}]") from None
