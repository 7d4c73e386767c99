"""EKS."""

from typing import Any

from ..model import Properties
from . import moto_gaps
from .api import Api
from .recorded import Recorded
from .handler import Context, Handler


class Cluster(Api):
    def create(self, context: Context, properties: Properties) -> str:
        properties = dict(properties)
        network = dict(properties.get("ResourcesVpcConfig", {}))
        name = super().create(context, {"Version": "1.33", **properties, "ResourcesVpcConfig": network})
        moto_gaps.set_cluster_identity(context.region, name, self._nodes_group(context, name, network))
        return name

    def _nodes_group(self, context: Context, name: str, network: Properties) -> str:
        """The security group that EKS makes for control plane and nodes."""
        ec2 = context.client("ec2")
        vpc = ec2.describe_subnets(SubnetIds=network["SubnetIds"][:1])["Subnets"][0]["VpcId"]
        made = ec2.create_security_group(
            GroupName=f"eks-cluster-sg-{name}", Description="EKS created security group", VpcId=vpc
        )
        return str(made["GroupId"])

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        group = self.attributes(context, physical_id, properties).get("ClusterSecurityGroupId")
        super().delete(context, physical_id, properties)
        if group:
            context.client("ec2").delete_security_group(GroupId=group)

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        if old.get("Version") != new.get("Version") and "Version" in new:
            moto_gaps.set_cluster_version(context.region, physical_id, str(new["Version"]))
        if old.get("Logging") != new.get("Logging") or old.get("ResourcesVpcConfig") != new.get("ResourcesVpcConfig"):
            self.call(
                context,
                "UpdateClusterConfig",
                {"name": physical_id, **{k: new[k] for k in ("Logging", "ResourcesVpcConfig") if k in new}},
            )
        retag(context, self.describe(context, physical_id, new)["arn"], old, new)


class Nodegroup(Api):
    """Ref is cluster/nodegroup, as in AWS."""

    def create(self, context: Context, properties: Properties) -> str:
        name = properties.get("NodegroupName") or context.generated_name(63, lower=False)
        super().create(context, {**properties, "NodegroupName": name})
        return f"{properties['ClusterName']}/{name}"

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        cluster, _, name = physical_id.partition("/")
        wanted: dict[str, Any] = {"clusterName": cluster, "nodegroupName": name}
        if "ScalingConfig" in new:
            wanted["scalingConfig"] = {k[0].lower() + k[1:]: int(v) for k, v in new["ScalingConfig"].items()}
        if "Labels" in new:
            stale = [key for key in old.get("Labels", {}) if key not in new["Labels"]]
            wanted["labels"] = {"addOrUpdateLabels": new["Labels"], "removeLabels": stale}
        context.client("eks").update_nodegroup_config(**wanted)
        if "Version" in new:
            moto_gaps.set_nodegroup_version(context.region, cluster, name, str(new["Version"]))
        moto_gaps.set_nodegroup_tags(context.region, cluster, name, _map(new.get("Tags")))


def retag(context: Context, arn: str, old: Properties, new: Properties) -> None:
    before, after = _map(old.get("Tags")), _map(new.get("Tags"))
    gone = [key for key in before if key not in after]
    if gone:
        context.client("eks").untag_resource(resourceArn=arn, tagKeys=gone)
    if after:
        context.client("eks").tag_resource(resourceArn=arn, tags=after)


def _map(tags: Any) -> dict[str, str]:
    return dict(tags) if isinstance(tags, dict) else {item["Key"]: item["Value"] for item in tags or []}


def _nodegroup(_: Context, physical_id: str, __: Properties) -> dict[str, Any]:
    cluster, _sep, name = physical_id.partition("/")
    return {"clusterName": cluster, "nodegroupName": name}


HANDLERS: dict[str, Handler] = {
    "AWS::EKS::Cluster": Cluster(
        "eks",
        "CreateCluster",
        "=Name",
        "name",
        "DeleteCluster",
        "",
        "DescribeCluster",
        "cluster",
        {
            "Arn": "live.arn",
            "Endpoint": "live.endpoint",
            "CertificateAuthorityData": "live.certificateAuthority.data",
            "OpenIdConnectIssuerUrl": "live.identity.oidc.issuer",
            "ClusterSecurityGroupId": "live.resourcesVpcConfig.clusterSecurityGroupId",
            "Id": "id",
        },
        {"Version": "version", "Tags": "tags"},
        name_limit=100,
    ),
    "AWS::EKS::Nodegroup": Nodegroup(
        "eks",
        "CreateNodegroup",
        "nodegroup.nodegroupName",
        "nodegroupName",
        "DeleteNodegroup",
        "",
        "DescribeNodegroup",
        "nodegroup",
        {
            "Arn": "live.nodegroupArn",
            "Id": "id",
            "ClusterName": "live.clusterName",
            "NodegroupName": "live.nodegroupName",
        },
        {
            "ScalingConfig": "scalingConfig.{MinSize: minSize, MaxSize: maxSize, DesiredSize: desiredSize}",
            "Labels": "labels",
            "Tags": "tags",
        },
        select=_nodegroup,
    ),
    "AWS::EKS::Addon": Recorded("AddonName", {"Arn": "arn:aws:eks:{region}:{account}:addon/{ClusterName}/{id}/1"}),
    "AWS::EKS::AccessEntry": Recorded(
        "PrincipalArn", {"AccessEntryArn": "arn:aws:eks:{region}:{account}:access-entry/{ClusterName}/{id}"}
    ),
    "AWS::EKS::PodIdentityAssociation": Recorded(
        "-",
        {
            "AssociationArn": "arn:aws:eks:{region}:{account}:podidentityassociation/{ClusterName}/{id}",
            "AssociationId": "{id}",
        },
    ),
}
