import json
from typing import Any

import pytest

from cfn import template
from cfn.errors import AwsError


def test_short_forms_become_long_ones() -> None:
    body = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Sub '${AWS::StackName}-x', Tags: !Ref B}\n"
    found = template.read(body)["Resources"]["A"]["Properties"]
    assert found == {"BucketName": {"Fn::Sub": "${AWS::StackName}-x"}, "Tags": {"Ref": "B"}}
    assert type(found) is dict


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a: [", "YAML not well-formed"),
        ("{", "JSON not well-formed"),
        ("{}", "At least one Resources member"),
        ('{"Resources": {"A": {}}}', r"\[/Resources/A\] Every Resources object must contain a Type"),
        ('{"Resources": {"A": {"Type": "T"}}, "Nope": 1}', r"Invalid template property or properties \[Nope\]"),
        ('{"Resources": {"A": {"Type": "T"}}, "Transform": "AWS::Include"}', "not supported by the sandbox"),
    ],
)
def test_refuses(body: str, message: str) -> None:
    with pytest.raises(AwsError, match=message):
        template.read(body)


def test_references_are_found_wherever_they_stand() -> None:
    node = json.loads(
        '[{"Ref": "A"}, {"x": {"Fn::GetAtt": ["B", "Arn"]}}, {"Fn::GetAtt": "C.Endpoint.Port"},'
        ' {"Fn::Sub": ["${D}-${E.Arn}-${Local}-${!Not}", {"Local": {"Ref": "F"}}]}]'
    )
    expected: set[tuple[str, str | None]] = {
        ("A", None),
        ("B", "Arn"),
        ("C", "Endpoint.Port"),
        ("D", None),
        ("E", "Arn"),
        ("F", None),
    }
    assert set(template.references(node)) == expected


def test_dependencies_are_explicit_and_implied() -> None:
    resources: dict[str, Any] = {
        "A": {"Type": "T", "DependsOn": ["B"], "Properties": {"x": {"Ref": "C"}, "y": {"Ref": "Parameter"}}},
        "B": {"Type": "T"},
        "C": {"Type": "T"},
    }
    assert template.dependencies({"Resources": resources}, "A") == ["B", "C"]


def test_order_is_by_need_and_else_the_templates() -> None:
    assert template.order({"z": [], "b": ["a"], "a": []}) == ["z", "a", "b"]


def test_a_cycle_is_named() -> None:
    with pytest.raises(AwsError, match=r"Circular dependency between resources: \[a, b\]"):
        template.order({"a": ["b"], "b": ["a"], "c": []})
