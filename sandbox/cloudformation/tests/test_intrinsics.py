from typing import Any

import pytest

from cfn.errors import AwsError
from cfn.functions import KNOWN_AFTER_APPLY
from cfn.intrinsics import NO_VALUE, Resolver
from cfn.model import Resource

TEMPLATE: dict[str, Any] = {
    "Mappings": {"Tier": {"staging": {"Retention": 7}}},
    "Conditions": {
        "IsProduction": {"Fn::Equals": [{"Ref": "Environment"}, "production"]},
        "IsStaging": {"Fn::Not": [{"Condition": "IsProduction"}]},
        "Both": {"Fn::And": [{"Condition": "IsProduction"}, {"Condition": "IsStaging"}]},
        "Either": {"Fn::Or": [{"Condition": "IsProduction"}, {"Condition": "IsStaging"}]},
    },
    "Resources": {},
}


@pytest.fixture
def resolver() -> Resolver:
    vpc = Resource("Vpc", "AWS::EC2::VPC", physical_id="vpc-1", attributes={"CidrBlock": "10.0.0.0/16"})
    exports = {"shared-vpc": {"Name": "shared-vpc", "Value": "vpc-9"}}
    parameters = {"Environment": "staging", "Names": ["a", "b"]}
    return Resolver(TEMPLATE, parameters, {"Vpc": vpc}, "eu-west-1", "fleet", "arn:fleet", exports)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"Ref": "Environment"}, "staging"),
        ({"Ref": "Vpc"}, "vpc-1"),
        ({"Ref": "AWS::AccountId"}, "123456789012"),
        ({"Ref": "AWS::StackName"}, "fleet"),
        ({"Ref": "Unborn"}, KNOWN_AFTER_APPLY),
        ({"Fn::GetAtt": ["Vpc", "CidrBlock"]}, "10.0.0.0/16"),
        ({"Fn::GetAtt": "Vpc.CidrBlock"}, "10.0.0.0/16"),
        ({"Fn::GetAtt": ["Unborn", "Arn"]}, KNOWN_AFTER_APPLY),
        ({"Fn::Sub": "${AWS::Region}/${Vpc}/${Vpc.CidrBlock}/${!Literal}"}, "eu-west-1/vpc-1/10.0.0.0/16/${Literal}"),
        ({"Fn::Sub": ["${Word}-${Environment}", {"Word": "x"}]}, "x-staging"),
        ({"Fn::Join": [",", {"Ref": "Names"}]}, "a,b"),
        ({"Fn::Split": [",", "a,b"]}, ["a", "b"]),
        ({"Fn::Select": [0, {"Fn::GetAZs": ""}]}, "eu-west-1a"),
        ({"Fn::Base64": "ab"}, "YWI="),
        ({"Fn::FindInMap": ["Tier", {"Ref": "Environment"}, "Retention"]}, 7),
        ({"Fn::FindInMap": ["Tier", "moon", "Retention", {"DefaultValue": 1}]}, 1),
        ({"Fn::If": ["IsProduction", "big", "small"]}, "small"),
        ({"Fn::If": ["Both", 1, 2]}, 2),
        ({"Fn::If": ["Either", 1, 2]}, 1),
        ({"a": {"Ref": "AWS::NoValue"}, "b": [{"Ref": "AWS::NoValue"}, 1]}, {"b": [1]}),
    ],
)
def test_resolves(resolver: Resolver, node: Any, expected: Any) -> None:
    assert resolver.resolve(node) == expected


def test_no_value_alone_is_no_value(resolver: Resolver) -> None:
    assert resolver.resolve({"Ref": "AWS::NoValue"}) is NO_VALUE


def test_a_replaced_resource_is_not_known_yet(resolver: Resolver) -> None:
    resolver.unknown.add("Vpc")
    assert resolver.resolve({"Fn::Sub": "x-${Vpc}"}) == f"x-{KNOWN_AFTER_APPLY}"


def test_an_import_is_remembered(resolver: Resolver) -> None:
    assert resolver.resolve({"Fn::ImportValue": "shared-vpc"}) == "vpc-9"
    assert resolver.imports == {"shared-vpc"}


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ({"Fn::GetAtt": ["Vpc", "Nope"]}, "does not support attribute type Nope"),
        ({"Fn::ImportValue": "nope"}, "No export named nope found"),
        ({"Fn::FindInMap": ["Tier", "moon", "Retention"]}, "Unable to get mapping for Tier::moon::Retention"),
        ({"Fn::If": ["Nope", 1, 2]}, "unresolved condition dependency Nope"),
        ({"Fn::Nope": 1}, "unsupported intrinsic function Fn::Nope"),
    ],
)
def test_refuses(resolver: Resolver, node: Any, message: str) -> None:
    with pytest.raises(AwsError, match=message):
        resolver.resolve(node)
