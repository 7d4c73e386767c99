"""What a whole environment needs beyond single resources: backups, a cluster's identity, AWS's own policies."""

import json
from collections.abc import Callable
from typing import Any

from .conftest import Server

Settled = Callable[[str], dict[str, Any]]


def ref(name: str) -> dict[str, str]:
    return {"Ref": name}


def get(name: str, attribute: str) -> dict[str, list[str]]:
    return {"Fn::GetAtt": [name, attribute]}


def trust(service: str) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [statement]}


def create(server: Server, settled: Settled, name: str, resources: dict[str, Any], outputs: dict[str, Any]) -> Any:
    body = {"Resources": resources, "Outputs": {key: {"Value": value} for key, value in outputs.items()}}
    server.client("cloudformation").create_stack(
        StackName=name, TemplateBody=json.dumps(body), Capabilities=["CAPABILITY_NAMED_IAM"]
    )
    stack = settled(name)
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    return {item["OutputKey"]: item["OutputValue"] for item in stack["Outputs"]}


def cluster(name: str) -> dict[str, Any]:
    return {
        "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
        "Subnet": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": ref("Vpc"), "CidrBlock": "10.0.0.0/20"}},
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {
                "AssumeRolePolicyDocument": trust("eks.amazonaws.com"),
                "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
            },
        },
        "Cluster": {
            "Type": "AWS::EKS::Cluster",
            "Properties": {
                "Name": name,
                "RoleArn": get("Role", "Arn"),
                "ResourcesVpcConfig": {"SubnetIds": [ref("Subnet")]},
            },
        },
        "Provider": {"Type": "AWS::IAM::OIDCProvider", "Properties": {"Url": get("Cluster", "OpenIdConnectIssuerUrl")}},
        "Rule": {
            "Type": "AWS::EC2::SecurityGroupIngress",
            "Properties": {
                "GroupId": get("Cluster", "ClusterSecurityGroupId"),
                "IpProtocol": "tcp",
                "FromPort": 5432,
                "ToPort": 5432,
                "SourceSecurityGroupId": get("Cluster", "ClusterSecurityGroupId"),
            },
        },
    }


def test_each_cluster_has_an_issuer_and_a_security_group_of_its_own(server: Server, settled: Settled) -> None:
    wanted = {"Issuer": get("Cluster", "OpenIdConnectIssuerUrl"), "Group": get("Cluster", "ClusterSecurityGroupId")}
    one = create(server, settled, "cluster-one", cluster("one"), wanted)
    other = create(server, settled, "cluster-other", cluster("other"), wanted)
    assert one["Issuer"].startswith("https://oidc.eks.eu-west-1.amazonaws.com/id/")
    assert one["Issuer"] != other["Issuer"] and one["Group"] != other["Group"]
    server.client("cloudformation").delete_stack(StackName="cluster-one")
    groups = server.client("ec2").describe_security_groups()["SecurityGroups"]
    assert other["Group"] in [group["GroupId"] for group in groups]


def test_a_role_takes_policies_of_aws_and_refuses_what_aws_does_not_have(server: Server, settled: Settled) -> None:
    role = {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "RoleName": "nodes",
            "AssumeRolePolicyDocument": trust("ec2.amazonaws.com"),
            "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
        },
    }
    create(server, settled, "policies", {"Role": role}, {"Arn": get("Role", "Arn")})
    attached = server.client("iam").list_attached_role_policies(RoleName="nodes")["AttachedPolicies"]
    assert [policy["PolicyName"] for policy in attached] == ["AmazonEKS_CNI_Policy"]
    role["Properties"] |= {"RoleName": "others", "ManagedPolicyArns": ["arn:aws:iam::aws:policy/NoSuchPolicy"]}  # type: ignore[operator]
    server.client("cloudformation").create_stack(
        StackName="no-policy",
        TemplateBody=json.dumps({"Resources": {"Role": role}}),
        Capabilities=["CAPABILITY_NAMED_IAM"],
    )
    assert settled("no-policy")["StackStatus"] == "ROLLBACK_COMPLETE"


def test_a_role_lets_sessions_be_as_long_as_the_template_says(server: Server, settled: Settled) -> None:
    role: dict[str, Any] = {
        "Type": "AWS::IAM::Role",
        "Properties": {"RoleName": "pipeline", "AssumeRolePolicyDocument": trust("ec2.amazonaws.com")},
    }
    iam, stacks = server.client("iam"), server.client("cloudformation")
    create(server, settled, "sessions", {"Role": role}, {"Arn": get("Role", "Arn")})
    assert iam.get_role(RoleName="pipeline")["Role"]["MaxSessionDuration"] == 3600
    role["Properties"]["MaxSessionDuration"] = 7200
    body = json.dumps({"Resources": {"Role": role}})
    stacks.update_stack(StackName="sessions", TemplateBody=body, Capabilities=["CAPABILITY_NAMED_IAM"])
    assert settled("sessions")["StackStatus"] == "UPDATE_COMPLETE"
    assert iam.get_role(RoleName="pipeline")["Role"]["MaxSessionDuration"] == 7200


def backups(days: int) -> dict[str, Any]:
    rule = {
        "RuleName": "daily",
        "TargetBackupVault": ref("Vault"),
        "ScheduleExpression": "cron(0 5 * * ? *)",
        "Lifecycle": {"DeleteAfterDays": days},
    }
    return {
        "Vault": {
            "Type": "AWS::Backup::BackupVault",
            "DeletionPolicy": "RetainExceptOnCreate",
            "Properties": {"BackupVaultName": "fleet"},
        },
        "Plan": {
            "Type": "AWS::Backup::BackupPlan",
            "Properties": {"BackupPlan": {"BackupPlanName": "fleet", "BackupPlanRule": [rule]}},
        },
    }


def test_a_backup_plan_keeps_what_its_rule_says_and_the_vault_outlives_the_stack(
    server: Server, settled: Settled
) -> None:
    plan = create(server, settled, "backups", backups(30), {"Plan": ref("Plan"), "Vault": ref("Vault")})["Plan"]
    backup, stacks = server.client("backup"), server.client("cloudformation")
    stacks.update_stack(StackName="backups", TemplateBody=json.dumps({"Resources": backups(7)}))
    assert settled("backups")["StackStatus"] == "UPDATE_COMPLETE"
    rule = backup.get_backup_plan(BackupPlanId=plan)["BackupPlan"]["Rules"][0]
    assert (rule["TargetBackupVaultName"], rule["Lifecycle"]["DeleteAfterDays"]) == ("fleet", 7)
    stack_id = stacks.describe_stacks(StackName="backups")["Stacks"][0]["StackId"]
    stacks.delete_stack(StackName="backups")
    assert settled(stack_id)["StackStatus"] == "DELETE_COMPLETE"
    assert backup.describe_backup_vault(BackupVaultName="fleet")["BackupVaultName"] == "fleet"


def test_what_moto_holds_of_a_certificate_can_be_saved(server: Server, settled: Settled) -> None:
    zone = {"Type": "AWS::Route53::HostedZone", "Properties": {"Name": "fleet.example.com"}}
    certificate = {
        "Type": "AWS::CertificateManager::Certificate",
        "Properties": {
            "DomainName": "fleet.example.com",
            "ValidationMethod": "DNS",
            "DomainValidationOptions": [{"DomainName": "fleet.example.com", "HostedZoneId": ref("Zone")}],
        },
    }
    made = create(server, settled, "dns", {"Zone": zone, "Certificate": certificate}, {"Arn": ref("Certificate")})
    assert made["Arn"].startswith("arn:aws:acm:")
