"""What is asked about templates."""

from typing import Any

from .. import parameters, template as templates, validation
from ..store import store
from . import inputs


def get_template(region: str, request: dict[str, Any]) -> dict[str, Any]:
    if request.get("ChangeSetName"):
        return {
            "TemplateBody": store.change_set(region, request["ChangeSetName"], request.get("StackName"))[1].source.body,
            "StagesAvailable": ["Original", "Processed"],
        }
    return {
        "TemplateBody": store.stack(region, request["StackName"]).source.body,
        "StagesAvailable": ["Original", "Processed"],
    }


def _summary(template: dict[str, Any]) -> dict[str, Any]:
    needed = validation.capabilities(template)
    kinds = sorted({body["Type"] for body in template["Resources"].values() if body["Type"].startswith("AWS::IAM")})
    rows = [
        {
            "ParameterKey": key,
            "DefaultValue": parameters.text(rule["Default"]) if "Default" in rule else None,
            "ParameterType": rule.get("Type"),
            "NoEcho": parameters.is_secret(rule),
            "Description": rule.get("Description"),
            "ParameterConstraints": {"AllowedValues": [parameters.text(v) for v in rule.get("AllowedValues", [])]},
        }
        for key, rule in template.get("Parameters", {}).items()
    ]
    return {
        "Parameters": rows,
        "Description": template.get("Description"),
        "Capabilities": needed,
        "CapabilitiesReason": f"The following resource(s) require capabilities: [{', '.join(kinds)}]"
        if needed
        else None,
    }


def validate_template(region: str, request: dict[str, Any]) -> dict[str, Any]:
    template = templates.read(inputs.body(region, request, None))
    validation.validate(template, region)
    return _summary(template)


def get_template_summary(region: str, request: dict[str, Any]) -> dict[str, Any]:
    stack = store.stack(region, request["StackName"]) if request.get("StackName") else None
    template = stack.source.template if stack else templates.read(inputs.body(region, request, None))
    return {
        **_summary(template),
        "ResourceTypes": sorted({r["Type"] for r in template["Resources"].values()}),
        "Metadata": None,
    }
