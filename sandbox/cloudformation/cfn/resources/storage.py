"""S3 and ECR."""

import json
from typing import Any

from botocore.exceptions import ClientError

from ..model import Properties
from .api import Api, is_missing
from .handler import Context, Handler


def configure_bucket(context: Context, name: str, old: Properties, new: Properties) -> None:
    s3 = context.client("s3")
    if "VersioningConfiguration" in new:
        s3.put_bucket_versioning(
            Bucket=name, VersioningConfiguration={"Status": new["VersioningConfiguration"]["Status"]}
        )
    elif "VersioningConfiguration" in old:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})
    if "PublicAccessBlockConfiguration" in new:
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=new["PublicAccessBlockConfiguration"])
    elif "PublicAccessBlockConfiguration" in old:
        s3.delete_public_access_block(Bucket=name)
    if "BucketEncryption" in new:
        rules = [
            {
                "ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"],
                "BucketKeyEnabled": rule.get("BucketKeyEnabled", False),
            }
            for rule in new["BucketEncryption"]["ServerSideEncryptionConfiguration"]
            if "ServerSideEncryptionByDefault" in rule
        ]
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
    if "LifecycleConfiguration" in new:
        s3.put_bucket_lifecycle_configuration(
            Bucket=name,
            LifecycleConfiguration={"Rules": [lifecycle(r) for r in new["LifecycleConfiguration"]["Rules"]]},
        )
    elif "LifecycleConfiguration" in old:
        s3.delete_bucket_lifecycle(Bucket=name)
    if new.get("Tags"):
        s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": new["Tags"]})
    elif old.get("Tags"):
        s3.delete_bucket_tagging(Bucket=name)


def lifecycle(rule: Properties) -> dict[str, Any]:
    made: dict[str, Any] = {"Status": rule["Status"], "Filter": {"Prefix": rule.get("Prefix", "")}}
    made.update({"ID": rule["Id"]} if "Id" in rule else {})
    if "ExpirationInDays" in rule:
        made["Expiration"] = {"Days": int(rule["ExpirationInDays"])}
    noncurrent = rule.get("NoncurrentVersionExpiration", {}).get("NoncurrentDays") or rule.get(
        "NoncurrentVersionExpirationInDays"
    )
    if noncurrent:
        made["NoncurrentVersionExpiration"] = {"NoncurrentDays": int(noncurrent)}
    if "AbortIncompleteMultipartUpload" in rule:
        made["AbortIncompleteMultipartUpload"] = {
            "DaysAfterInitiation": int(rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"])
        }
    if "Transitions" in rule:
        made["Transitions"] = [
            {"StorageClass": t["StorageClass"], "Days": int(t["TransitionInDays"])} for t in rule["Transitions"]
        ]
    return made


class Bucket(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        name = str(properties.get("BucketName") or context.generated_name(63, lower=True))
        place = (
            {}
            if context.region == "us-east-1"
            else {"CreateBucketConfiguration": {"LocationConstraint": context.region}}
        )
        try:
            context.client("s3").head_bucket(Bucket=name)
        except ClientError:
            pass
        else:
            raise FileExistsError(f"{name} already exists")
        context.client("s3").create_bucket(Bucket=name, **place)
        configure_bucket(context, name, {}, properties)
        return name

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        configure_bucket(context, physical_id, old, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        try:
            context.client("s3").delete_bucket(Bucket=physical_id)
        except ClientError as error:
            if not is_missing(error):
                raise

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        return {
            "Arn": f"arn:aws:s3:::{physical_id}",
            "DomainName": f"{physical_id}.s3.amazonaws.com",
            "RegionalDomainName": f"{physical_id}.s3.{context.region}.amazonaws.com",
            "DualStackDomainName": f"{physical_id}.s3.dualstack.{context.region}.amazonaws.com",
            "WebsiteURL": f"http://{physical_id}.s3-website-{context.region}.amazonaws.com",
        }

    def read(self, context: Context, physical_id: str, properties: Properties) -> Properties | None:
        s3 = context.client("s3")
        try:
            versioning = s3.get_bucket_versioning(Bucket=physical_id).get("Status", "Suspended")
        except ClientError as error:
            if is_missing(error):
                return None
            raise
        live: Properties = {"VersioningConfiguration": {"Status": versioning}}
        for name, call, key in (
            ("Tags", s3.get_bucket_tagging, "TagSet"),
            ("PublicAccessBlockConfiguration", s3.get_public_access_block, "PublicAccessBlockConfiguration"),
        ):
            try:
                live[name] = call(Bucket=physical_id)[key]
            except ClientError:
                live[name] = None
        return live


class BucketPolicy(Handler):
    def create(self, context: Context, properties: Properties) -> str:
        context.client("s3").put_bucket_policy(
            Bucket=properties["Bucket"], Policy=json.dumps(properties["PolicyDocument"])
        )
        return str(properties["Bucket"])

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        self.create(context, new)

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        try:
            context.client("s3").delete_bucket_policy(Bucket=properties["Bucket"])
        except ClientError as error:
            if not is_missing(error):
                raise


def configure_repository(context: Context, name: str, old: Properties, new: Properties) -> None:
    ecr = context.client("ecr")
    if old:
        ecr.put_image_tag_mutability(repositoryName=name, imageTagMutability=new.get("ImageTagMutability", "MUTABLE"))
        scanning = {"scanOnPush": new.get("ImageScanningConfiguration", {}).get("ScanOnPush", False)}
        ecr.put_image_scanning_configuration(repositoryName=name, imageScanningConfiguration=scanning)
    policy = new.get("LifecyclePolicy", {}).get("LifecyclePolicyText")
    if policy:
        ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=policy)


HANDLERS: dict[str, Handler] = {
    "AWS::S3::Bucket": Bucket(),
    "AWS::S3::BucketPolicy": BucketPolicy(),
    "AWS::ECR::Repository": Api(
        "ecr",
        "CreateRepository",
        "=RepositoryName",
        "repositoryName",
        "DeleteRepository",
        "",
        "DescribeRepositories",
        "repositories[0]",
        {"Arn": "live.repositoryArn", "RepositoryUri": "live.repositoryUri"},
        {"ImageTagMutability": "imageTagMutability"},
        name_limit=256,
        lower=True,
        configure=configure_repository,
    ),
}
