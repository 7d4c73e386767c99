"""The table of IAM, Secrets Manager and KMS types."""

from ..model import Properties
from .api import Api
from .handler import Context, Handler
from .identity import Attachment, InlinePolicy, Role, Secret, configure_role


def attach_roles(context: Context, arn: str, old: Properties, new: Properties) -> None:
    iam = context.client("iam")
    for role in set(old.get("Roles", [])) - set(new.get("Roles", [])):
        iam.detach_role_policy(RoleName=role, PolicyArn=arn)
    for role in new.get("Roles", []):
        iam.attach_role_policy(RoleName=role, PolicyArn=arn)


class ManagedPolicy(Api):
    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        attach_roles(context, physical_id, properties, {})
        super().delete(context, physical_id, properties)


def profile_roles(context: Context, name: str, old: Properties, new: Properties) -> None:
    for role in set(new.get("Roles", [])) - set(old.get("Roles", [])):
        context.client("iam").add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)


class InstanceProfile(Api):
    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        for role in properties.get("Roles", []):
            context.client("iam").remove_role_from_instance_profile(InstanceProfileName=physical_id, RoleName=role)
        super().delete(context, physical_id, properties)


def rotate(context: Context, key: str, old: Properties, new: Properties) -> None:
    kms = context.client("kms")
    (kms.enable_key_rotation if new.get("EnableKeyRotation") else kms.disable_key_rotation)(KeyId=key)


HANDLERS: dict[str, Handler] = {
    "AWS::SecretsManager::Secret": Secret(
        "secretsmanager",
        "CreateSecret",
        "ARN",
        "SecretId",
        "DeleteSecret",
        gets={"Id": "id"},
        select=lambda c, i, p: {"SecretId": i, "ForceDeleteWithoutRecovery": True},
    ),
    "AWS::SecretsManager::SecretTargetAttachment": Attachment(),
    "AWS::IAM::Role": Role(
        "iam",
        "CreateRole",
        "=RoleName",
        "RoleName",
        "",
        "",
        "GetRole",
        "Role",
        {"Arn": "live.Arn", "RoleId": "live.RoleId"},
        name_limit=64,
        configure=configure_role,
    ),
    "AWS::IAM::Policy": InlinePolicy(),
    "AWS::IAM::ManagedPolicy": ManagedPolicy(
        "iam",
        "CreatePolicy",
        "Policy.Arn",
        "PolicyArn",
        "DeletePolicy",
        gets={"PolicyArn": "id"},
        rename={"ManagedPolicyName": "PolicyName"},
        name_property="ManagedPolicyName",
        configure=attach_roles,
    ),
    "AWS::IAM::InstanceProfile": InstanceProfile(
        "iam",
        "CreateInstanceProfile",
        "=InstanceProfileName",
        "InstanceProfileName",
        "DeleteInstanceProfile",
        "",
        "GetInstanceProfile",
        "InstanceProfile",
        {"Arn": "live.Arn"},
        configure=profile_roles,
    ),
    "AWS::IAM::OIDCProvider": Api(
        "iam",
        "CreateOpenIDConnectProvider",
        "OpenIDConnectProviderArn",
        "OpenIDConnectProviderArn",
        "DeleteOpenIDConnectProvider",
        gets={"Arn": "id"},
    ),
    "AWS::KMS::Key": Api(
        "kms",
        "CreateKey",
        "KeyMetadata.KeyId",
        "KeyId",
        "ScheduleKeyDeletion",
        "",
        "DescribeKey",
        "KeyMetadata",
        {"Arn": "live.Arn", "KeyId": "id"},
        rename={"KeyPolicy": "Policy"},
        configure=rotate,
    ),
    "AWS::KMS::Alias": Api("kms", "CreateAlias", "=AliasName", "AliasName", "DeleteAlias", "UpdateAlias"),
}
