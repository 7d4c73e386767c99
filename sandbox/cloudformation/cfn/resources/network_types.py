"""EC2 networking, type by type."""

from .api import Api
from .handler import Handler
from .network import GatewayAttachment, Route, Vpc, configure_subnet, configure_vpc, tag

_VPC_GETS = {"VpcId": "id", "CidrBlock": "live.CidrBlock", "Ref": "id"}

HANDLERS: dict[str, Handler] = {
    "AWS::EC2::VPC": Vpc(
        "ec2",
        "CreateVpc",
        "Vpc.VpcId",
        "VpcId",
        "DeleteVpc",
        "",
        "DescribeVpcs",
        "Vpcs[0]",
        _VPC_GETS,
        {"CidrBlock": "CidrBlock", "Tags": "Tags"},
        configure=configure_vpc,
    ),
    "AWS::EC2::Subnet": Api(
        "ec2",
        "CreateSubnet",
        "Subnet.SubnetId",
        "SubnetId",
        "DeleteSubnet",
        "",
        "DescribeSubnets",
        "Subnets[0]",
        {
            "SubnetId": "id",
            "AvailabilityZone": "live.AvailabilityZone",
            "CidrBlock": "live.CidrBlock",
            "VpcId": "live.VpcId",
        },
        {"MapPublicIpOnLaunch": "MapPublicIpOnLaunch", "Tags": "Tags"},
        configure=configure_subnet,
    ),
    "AWS::EC2::InternetGateway": Api(
        "ec2",
        "CreateInternetGateway",
        "InternetGateway.InternetGatewayId",
        "InternetGatewayId",
        "DeleteInternetGateway",
        gets={"InternetGatewayId": "id"},
        configure=tag,
    ),
    "AWS::EC2::VPCGatewayAttachment": GatewayAttachment(),
    "AWS::EC2::EIP": Api(
        "ec2",
        "AllocateAddress",
        "PublicIp",
        "PublicIp",
        "ReleaseAddress",
        "",
        "DescribeAddresses",
        "Addresses[0]",
        {"AllocationId": "live.AllocationId", "PublicIp": "id"},
        select=lambda c, i, p: {
            "AllocationId": c.client("ec2").describe_addresses(PublicIps=[i])["Addresses"][0]["AllocationId"]
        },
    ),
    "AWS::EC2::NatGateway": Api(
        "ec2",
        "CreateNatGateway",
        "NatGateway.NatGatewayId",
        "NatGatewayId",
        "DeleteNatGateway",
        gets={"NatGatewayId": "id"},
        configure=tag,
    ),
    "AWS::EC2::RouteTable": Api(
        "ec2",
        "CreateRouteTable",
        "RouteTable.RouteTableId",
        "RouteTableId",
        "DeleteRouteTable",
        gets={"RouteTableId": "id"},
        configure=tag,
    ),
    "AWS::EC2::Route": Route(),
    "AWS::EC2::SubnetRouteTableAssociation": Api(
        "ec2", "AssociateRouteTable", "AssociationId", "AssociationId", "DisassociateRouteTable", gets={"Id": "id"}
    ),
    "AWS::EC2::VPCEndpoint": Api(
        "ec2",
        "CreateVpcEndpoint",
        "VpcEndpoint.VpcEndpointId",
        "VpcEndpointId",
        "DeleteVpcEndpoints",
        gets={"Id": "id"},
        fixed={"VpcEndpointType": "Gateway"},
        select=lambda c, i, p: {"VpcEndpointIds": [i]},
    ),
    "AWS::EC2::FlowLog": Api(
        "ec2",
        "CreateFlowLogs",
        "FlowLogIds[0]",
        "FlowLogId",
        "DeleteFlowLogs",
        gets={"Id": "id"},
        rename={"ResourceId": "ResourceIds"},
        select=lambda c, i, p: {"FlowLogIds": [i]},
    ),
    "AWS::EC2::LaunchTemplate": Api(
        "ec2",
        "CreateLaunchTemplate",
        "LaunchTemplate.LaunchTemplateId",
        "LaunchTemplateId",
        "DeleteLaunchTemplate",
        "",
        "DescribeLaunchTemplates",
        "LaunchTemplates[0]",
        {"LaunchTemplateId": "id", "LatestVersionNumber": "to_string(live.LatestVersionNumber)"},
    ),
}
