"""IAM, Secrets Manager and KMS."""

import json
import re
from typing import Any

from botocore.exceptions import ClientError

from ..model import Properties
from . import moto_gaps
from .api import Api, is_missing
from .handler import Context, Handler

_DYNAMIC = re.compile(r"\{\{resolve:(secretsmanager|ssm|ssm-secure):([^}]+)\}\}")


def expand(context: Context, node: Any) -> Any:
    """Dynamic references, replaced only on the way to the service, so that no stored value holds a secret."""
    if isinstance(node, dict):
        return {key: expand(context, value) for key, value in node.items()}
    if isinstance(node, list):
        return [expand(context, item) for item in node]
    return (
        _DYNAMIC.sub(lambda match: _look_up(context, match.group(1), match.group(2)), node)
        if isinstance(node, str)
        else node
    )


def _look_up(context: Context, service: str, reference: str) -> str:
    if service != "secretsmanager":
        return str(
            context.client("ssm").get_parameter(Name=reference.split(":")[0], WithDecryption=True)["Parameter"]["Value"]
        )
    pattern = re.fullmatch(
        r"(arn:[^:]+:[^:]+:[^:]*:[^:]*:secret:[^:]+|[^:]+)(?::SecretString(?::([^:]*))?.*)?", reference
    )
    assert pattern is not None, reference
    text = context.client("secretsmanager").get_secret_value(SecretId=pattern.group(1))["SecretString"]
    return str(json.loads(text)[pattern.group(2)]) if pattern.group(2) else str(text)


class Secret(Api):
    def create(self, context: Context, properties: Properties) -> str:
        properties = dict(properties)
        rule = properties.pop("GenerateSecretString", None)
        if rule is not None:
            properties["SecretString"] = self._generate(context, rule)
        properties.setdefault("Name", context.generated_name(255, lower=False))
        return super().create(context, properties)

    def _generate(self, context: Context, rule: Properties) -> str:
        wanted = {k: v for k, v in rule.items() if k not in ("SecretStringTemplate", "GenerateStringKey")}
        password = self.call(context, "GetRandomPassword", wanted)["RandomPassword"]
        if "GenerateStringKey" not in rule:
            return str(password)
        return json.dumps({**json.loads(rule.get("SecretStringTemplate", "{}")), rule["GenerateStringKey"]: password})

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        changed = {k: new[k] for k in ("Description", "KmsKeyId", "SecretString") if k in new}
        if new.get("GenerateSecretString") != old.get("GenerateSecretString") and "GenerateSecretString" in new:
            changed["SecretString"] = self._generate(context, new["GenerateSecretString"])
        context.client("secretsmanager").update_secret(SecretId=physical_id, **changed)
        if new.get("Tags"):
            context.client("secretsmanager").tag_resource(SecretId=physical_id, Tags=new["Tags"])


class Attachment(Handler):
    """Writes the target's connection details into the secret, as AWS does."""

    def create(self, context: Context, properties: Properties) -> str:
        client, secret = context.client("secretsmanager"), properties["SecretId"]
        held = json.loads(client.get_secret_value(SecretId=secret)["SecretString"])
        database = context.client("rds").describe_db_instances(DBInstanceIdentifier=properties["TargetId"])[
            "DBInstances"
        ][0]
        held.update(
            engine=database["Engine"],
            host=database["Endpoint"]["Address"],
            port=database["Endpoint"]["Port"],
            dbInstanceIdentifier=database["DBInstanceIdentifier"],
            dbname=database.get("DBName"),
        )
        client.put_secret_value(SecretId=secret, SecretString=json.dumps(held))
        return str(secret)

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self.create(context, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        return None


def configure_role(context: Context, name: str, old: Properties, new: Properties) -> None:
    iam = context.client("iam")
    if old:
        iam.update_assume_role_policy(RoleName=name, PolicyDocument=json.dumps(new["AssumeRolePolicyDocument"]))
        iam.update_role(
            RoleName=name,
            Description=new.get("Description", ""),
            MaxSessionDuration=int(new.get("MaxSessionDuration", 3600)),
        )
    for arn in set(old.get("ManagedPolicyArns", [])) - set(new.get("ManagedPolicyArns", [])):
        iam.detach_role_policy(RoleName=name, PolicyArn=arn)
    for arn in new.get("ManagedPolicyArns", []):
        moto_gaps.know_managed_policy(context.region, arn)
        iam.attach_role_policy(RoleName=name, PolicyArn=arn)
    kept = {item["PolicyName"] for item in new.get("Policies", [])}
    for item in old.get("Policies", []):
        if item["PolicyName"] not in kept:
            iam.delete_role_policy(RoleName=name, PolicyName=item["PolicyName"])
    for item in new.get("Policies", []):
        iam.put_role_policy(
            RoleName=name, PolicyName=item["PolicyName"], PolicyDocument=json.dumps(item["PolicyDocument"])
        )
    if new.get("Tags"):
        iam.tag_role(RoleName=name, Tags=new["Tags"])


class Role(Api):
    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        iam = context.client("iam")
        try:
            for item in iam.list_attached_role_policies(RoleName=physical_id)["AttachedPolicies"]:
                iam.detach_role_policy(RoleName=physical_id, PolicyArn=item["PolicyArn"])
            for name in [item["PolicyName"] for item in properties.get("Policies", [])]:
                iam.delete_role_policy(RoleName=physical_id, PolicyName=name)
            iam.delete_role(RoleName=physical_id)
        except ClientError as error:
            if not is_missing(error):
                raise


class InlinePolicy(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        for role in properties.get("Roles", []):
            context.client("iam").put_role_policy(
                RoleName=role,
                PolicyName=properties["PolicyName"],
                PolicyDocument=json.dumps(properties["PolicyDocument"]),
            )
        return str(properties["PolicyName"])

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self.create(context, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        for role in properties.get("Roles", []):
            context.client("iam").delete_role_policy(RoleName=role, PolicyName=properties["PolicyName"])
