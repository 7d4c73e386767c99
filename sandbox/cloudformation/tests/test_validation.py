from typing import Any

import pytest

from cfn.errors import AwsError
from cfn.validation import capabilities, require_capabilities, validate


def resources(**more: Any) -> dict[str, Any]:
    return {"Resources": {"A": {"Type": "AWS::S3::Bucket"}, **more}}


def test_what_is_right_passes() -> None:
    policy = {"Bucket": {"Ref": "A"}, "PolicyDocument": {"Resource": {"Fn::GetAtt": ["A", "Arn"]}}}
    validate(resources(B={"Type": "AWS::S3::BucketPolicy", "Properties": policy}), "eu-west-1")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"Type": "AWS::Nope::Thing"}, r"Unrecognized resource types: \[AWS::Nope::Thing\]$"),
        ({"Type": "AWS::Kendra::Index"}, "not offered by the sandbox"),
        ({"Type": "AWS::SNS::Topic", "Properties": {"x": {"Ref": "Nope"}}}, r"dependencies \[Nope\] in the Resources"),
        ({"Type": "AWS::SNS::Topic", "DependsOn": "Nope"}, r"dependencies \[Nope\] in the Resources"),
        ({"Type": "AWS::SNS::Topic", "Condition": "Nope"}, "Unresolved condition dependency Nope"),
        ({"Type": "AWS::SNS::Topic", "Properties": {"x": {"Fn::GetAtt": ["A", "Nope"]}}}, "attribute type Nope"),
    ],
)
def test_refuses(more: dict[str, Any], message: str) -> None:
    with pytest.raises(AwsError, match=message):
        validate(resources(B=more), "eu-west-1")


def test_outputs_are_read_too() -> None:
    with pytest.raises(AwsError, match=r"\[Nope\] in the Outputs block"):
        validate({**resources(), "Outputs": {"X": {"Value": {"Ref": "Nope"}}}}, "eu-west-1")


@pytest.mark.parametrize(
    ("properties", "needed"),
    [({}, ["CAPABILITY_IAM"]), ({"RoleName": "x"}, ["CAPABILITY_NAMED_IAM"])],
)
def test_iam_needs_a_capability(properties: dict[str, str], needed: list[str]) -> None:
    template = resources(Role={"Type": "AWS::IAM::Role", "Properties": properties})
    assert capabilities(template) == needed
    require_capabilities(template, ["CAPABILITY_NAMED_IAM"])
    with pytest.raises(AwsError) as raised:
        require_capabilities(template, [])
    assert raised.value.code == "InsufficientCapabilitiesException"


def test_a_weaker_capability_is_not_enough() -> None:
    template = resources(Role={"Type": "AWS::IAM::Role", "Properties": {"RoleName": "x"}})
    with pytest.raises(AwsError):
        require_capabilities(template, ["CAPABILITY_IAM"])
