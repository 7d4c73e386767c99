from typing import Any

import pytest

from cfn import schemas

REGION = "eu-west-1"


@pytest.mark.parametrize(
    ("kind", "path", "verdict"),
    [
        ("AWS::S3::Bucket", "/BucketName", "Always"),
        ("AWS::RDS::DBInstance", "/DBInstanceClass", "Never"),
        ("AWS::RDS::DBInstance", "/StorageEncrypted", "Always"),
        ("AWS::RDS::DBInstance", "/MultiAZ", "Conditionally"),
    ],
)
def test_what_forces_a_replacement(kind: str, path: str, verdict: str) -> None:
    assert schemas.recreation(REGION, kind, path) == verdict


def test_text_becomes_what_the_schema_wants() -> None:
    given = {"BackupRetentionPeriod": "7", "MultiAZ": "true", "AllocatedStorage": 50}
    found = schemas.normalise(REGION, "AWS::RDS::DBInstance", given)
    assert found == {"BackupRetentionPeriod": 7, "MultiAZ": True, "AllocatedStorage": "50"}


@pytest.mark.parametrize(
    ("kind", "properties", "problem"),
    [
        ("AWS::S3::Bucket", {"BucketName": "x"}, None),
        ("AWS::S3::Bucket", {"BucketNam": "x"}, "#: extraneous key [BucketNam] is not permitted"),
        ("AWS::EC2::Route", {}, "#: required key [RouteTableId] not found"),
    ],
)
def test_the_first_violation_in_the_words_of_aws(kind: str, properties: dict[str, Any], problem: str | None) -> None:
    assert schemas.check(REGION, kind, properties, "unknown") == problem


def test_unknown_types_have_no_schema() -> None:
    assert schemas.schema(REGION, "AWS::Nope::Thing") is None
    assert schemas.attributes(REGION, "AWS::Nope::Thing") == frozenset()
