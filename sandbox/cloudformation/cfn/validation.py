"""What CreateChangeSet, CreateStack, UpdateStack and ValidateTemplate refuse before anything happens."""

from typing import Any

from . import schemas, template as templates
from .errors import AwsError, validation_error
from .resources import registry

_NAMED = {
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::User": "UserName",
    "AWS::IAM::Group": "GroupName",
    "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
}
_IAM = {*_NAMED, "AWS::IAM::Policy", "AWS::IAM::AccessKey", "AWS::IAM::UserToGroupAddition"}


def validate(template: dict[str, Any], region: str) -> None:
    resources = template["Resources"]
    known = set(resources) | set(template.get("Parameters", {})) | templates.PSEUDO
    unrecognised = sorted(
        {
            item["Type"]
            for item in resources.values()
            if schemas.schema(region, item["Type"]) is None and item["Type"] not in schemas.BUILT_IN
        }
    )
    if unrecognised:
        raise validation_error(f"Template format error: Unrecognized resource types: [{', '.join(unrecognised)}]")
    unsupported = sorted({item["Type"] for item in resources.values() if item["Type"] not in registry.HANDLERS})
    if unsupported:
        raise validation_error(
            f"Template format error: Unrecognized resource types: [{', '.join(unsupported)}] (valid on AWS, not offered by the sandbox)"
        )
    _references(template, resources, known, "Resources", region)
    _references(template, template.get("Outputs", {}), known, "Outputs", region)
    for name, resource in resources.items():
        condition = resource.get("Condition")
        if condition and condition not in template.get("Conditions", {}):
            raise validation_error(
                f"Template format error: Unresolved condition dependency {condition} in the Resources block of the template"
            )
        explicit = resource.get("DependsOn", [])
        stray = [item for item in ([explicit] if isinstance(explicit, str) else explicit) if item not in resources]
        if stray:
            raise validation_error(
                f"Template format error: Unresolved resource dependencies [{', '.join(stray)}] in the Resources block of the template"
            )
    templates.order({name: templates.dependencies(template, name) for name in resources})


def _references(template: dict[str, Any], node: Any, known: set[str], block: str, region: str) -> None:
    found = list(templates.references(node))
    unresolved = sorted({name for name, _ in found if name not in known})
    if unresolved:
        raise validation_error(
            f"Template format error: Unresolved resource dependencies [{', '.join(unresolved)}] in the {block} block of the template"
        )
    for name, attribute in found:
        if attribute is None or name not in template["Resources"]:
            continue
        kind = template["Resources"][name]["Type"]
        allowed = schemas.attributes(region, kind)
        if allowed and attribute not in allowed and not any(item.startswith(attribute + ".") for item in allowed):
            raise validation_error(
                f"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt"
            )


def capabilities(template: dict[str, Any]) -> list[str]:
    types = [
        (item["Type"], item.get("Properties", {})) for item in template["Resources"].values() if item["Type"] in _IAM
    ]
    if any(_NAMED.get(kind, "-") in properties for kind, properties in types):
        return ["CAPABILITY_NAMED_IAM"]
    return ["CAPABILITY_IAM"] if types else []


def require_capabilities(template: dict[str, Any], acknowledged: list[str]) -> None:
    needed = capabilities(template)
    enough = {
        "CAPABILITY_IAM": {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"},
        "CAPABILITY_NAMED_IAM": {"CAPABILITY_NAMED_IAM"},
    }
    if any(not enough[item] & set(acknowledged) for item in needed):
        raise AwsError("InsufficientCapabilitiesException", f"Requires capabilities : [{', '.join(needed)}]")
