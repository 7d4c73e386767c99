"""Security groups and their stand-alone rules."""

from typing import Any

from ..model import Properties
from .api import is_missing
from .handler import Context, Handler
from .network import tag
from botocore.exceptions import ClientError

_ANYWHERE = {"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}


def permission(rule: Properties) -> dict[str, Any]:
    made: dict[str, Any] = {"IpProtocol": str(rule["IpProtocol"])}
    for port in ("FromPort", "ToPort"):
        if port in rule and made["IpProtocol"] != "-1":
            made[port] = int(rule[port])
    described = {"Description": rule["Description"]} if "Description" in rule else {}
    source = rule.get("SourceSecurityGroupId") or rule.get("DestinationSecurityGroupId")
    if source:
        made["UserIdGroupPairs"] = [{"GroupId": source, **described}]
    elif "CidrIpv6" in rule:
        made["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **described}]
    else:
        made["IpRanges"] = [{"CidrIp": rule["CidrIp"], **described}]
    return made


def template_rules(permissions: list[dict[str, Any]], other: str) -> list[Properties]:
    """EC2's answer as a template writes it, one rule per source."""
    found: list[Properties] = []
    for item in permissions:
        base: Properties = {
            "IpProtocol": item["IpProtocol"],
            **{k: item[k] for k in ("FromPort", "ToPort") if item["IpProtocol"] != "-1" and k in item},
        }
        found += [{**base, "CidrIp": r["CidrIp"], **_described(r)} for r in item.get("IpRanges", [])]
        found += [{**base, "CidrIpv6": r["CidrIpv6"], **_described(r)} for r in item.get("Ipv6Ranges", [])]
        found += [{**base, other: r["GroupId"], **_described(r)} for r in item.get("UserIdGroupPairs", [])]
    return found


def _described(item: dict[str, Any]) -> dict[str, str]:
    return {"Description": item["Description"]} if item.get("Description") else {}


class SecurityGroup(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        ec2 = context.client("ec2")
        name = properties.get("GroupName") or context.generated_name(255, lower=False)
        wanted = {"GroupName": name, "Description": properties["GroupDescription"]}
        if "VpcId" in properties:
            wanted["VpcId"] = properties["VpcId"]
        group = str(ec2.create_security_group(**wanted)["GroupId"])
        self._rules(context, group, {}, properties)
        tag(context, group, {}, properties)
        return group

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self._rules(context, physical_id, old, new)
        tag(context, physical_id, old, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        try:
            context.client("ec2").delete_security_group(GroupId=physical_id)
        except ClientError as error:
            if not is_missing(error):
                raise

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        return {"GroupId": physical_id, "Id": physical_id, "VpcId": properties.get("VpcId", "")}

    def read(self, context: Context, physical_id: str, properties: Properties) -> Properties | None:
        try:
            group = context.client("ec2").describe_security_groups(GroupIds=[physical_id])["SecurityGroups"][0]
        except ClientError as error:
            if is_missing(error):
                return None
            raise
        live = {
            "SecurityGroupIngress": template_rules(group["IpPermissions"], "SourceSecurityGroupId"),
            "Tags": group.get("Tags", []),
        }
        if "SecurityGroupEgress" in properties:
            live["SecurityGroupEgress"] = template_rules(group["IpPermissionsEgress"], "DestinationSecurityGroupId")
        return live

    def _rules(self, context: Context, group: str, old: Properties, new: Properties) -> None:
        ec2 = context.client("ec2")
        for direction, default in (("Ingress", []), ("Egress", [_ANYWHERE])):
            before = old.get(f"SecurityGroup{direction}", default if direction == "Egress" else [])
            after = new.get(f"SecurityGroup{direction}", default)
            verb = direction.lower()
            for rule in [r for r in before if r not in after]:
                getattr(ec2, f"revoke_security_group_{verb}")(GroupId=group, IpPermissions=[permission(rule)])
            for rule in [r for r in after if r not in before]:
                getattr(ec2, f"authorize_security_group_{verb}")(GroupId=group, IpPermissions=[permission(rule)])


class Rule(Handler):
    def __init__(self, direction: str) -> None:
        self.direction = direction

    def create(self, context: Context, properties: Properties) -> str:
        call = getattr(context.client("ec2"), f"authorize_security_group_{self.direction}")
        made = call(GroupId=properties["GroupId"], IpPermissions=[permission(properties)])
        return str(made["SecurityGroupRules"][0]["SecurityGroupRuleId"])

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self.delete(context, physical_id, old)
        self.create(context, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        call = getattr(context.client("ec2"), f"revoke_security_group_{self.direction}")
        call(GroupId=properties["GroupId"], IpPermissions=[permission(properties)])

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        return {"Id": physical_id}


HANDLERS: dict[str, Handler] = {
    "AWS::EC2::SecurityGroup": SecurityGroup(),
    "AWS::EC2::SecurityGroupIngress": Rule("ingress"),
    "AWS::EC2::SecurityGroupEgress": Rule("egress"),
}
