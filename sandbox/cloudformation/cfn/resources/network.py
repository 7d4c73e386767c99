"""EC2 networking."""

from typing import Any

from ..model import Properties
from .api import Api, fit
from .handler import Context, Handler


def tag(context: Context, physical_id: str, old: Properties, new: Properties) -> None:
    ec2 = context.client("ec2")
    wanted = {t["Key"]: t["Value"] for t in new.get("Tags", [])}
    gone = [{"Key": t["Key"]} for t in old.get("Tags", []) if t["Key"] not in wanted]
    if gone:
        ec2.delete_tags(Resources=[physical_id], Tags=gone)
    if wanted:
        ec2.create_tags(Resources=[physical_id], Tags=[{"Key": k, "Value": str(v)} for k, v in wanted.items()])


def configure_vpc(context: Context, physical_id: str, old: Properties, new: Properties) -> None:
    ec2 = context.client("ec2")
    ec2.modify_vpc_attribute(VpcId=physical_id, EnableDnsSupport={"Value": new.get("EnableDnsSupport", True)})
    ec2.modify_vpc_attribute(VpcId=physical_id, EnableDnsHostnames={"Value": new.get("EnableDnsHostnames", False)})
    tag(context, physical_id, old, new)


def configure_subnet(context: Context, physical_id: str, old: Properties, new: Properties) -> None:
    context.client("ec2").modify_subnet_attribute(
        SubnetId=physical_id, MapPublicIpOnLaunch={"Value": new.get("MapPublicIpOnLaunch", False)}
    )
    tag(context, physical_id, old, new)


class Route(Handler):
    """A route has no id of its own; CloudFormation shows table and destination."""

    def _call(self, context: Context, operation: str, properties: Properties) -> None:
        client = context.client("ec2")
        shape = client.meta.service_model.operation_model("CreateRoute").input_shape
        getattr(client, operation)(**fit(properties, shape))

    def create(self, context: Context, properties: Properties) -> str:
        self._call(context, "create_route", properties)
        return f"{properties['RouteTableId']}|{properties.get('DestinationCidrBlock', '')}"

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self._call(context, "replace_route", new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        table, _, destination = physical_id.partition("|")
        context.client("ec2").delete_route(RouteTableId=table, DestinationCidrBlock=destination)


class GatewayAttachment(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        context.client("ec2").attach_internet_gateway(**_only(properties, "InternetGatewayId", "VpcId"))
        return f"IGW|{properties['VpcId']}"

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        context.client("ec2").detach_internet_gateway(**_only(properties, "InternetGatewayId", "VpcId"))


def _only(properties: Properties, *names: str) -> dict[str, Any]:
    return {name: properties[name] for name in names}


class Vpc(Api):
    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        found = super().attributes(context, physical_id, properties)
        mine = [{"Name": "vpc-id", "Values": [physical_id]}]
        ec2 = context.client("ec2")
        groups = ec2.describe_security_groups(Filters=[*mine, {"Name": "group-name", "Values": ["default"]}])[
            "SecurityGroups"
        ]
        acls = ec2.describe_network_acls(Filters=mine)["NetworkAcls"]
        return {**found, "DefaultSecurityGroup": groups[0]["GroupId"], "DefaultNetworkAcl": acls[0]["NetworkAclId"]}
