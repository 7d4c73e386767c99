from typing import Any

import pytest

from cfn.comparison import at, differing, with_stack_tags

REGION = "eu-west-1"
TAGS = [{"Key": "team", "Value": "blue"}, {"Key": "tier", "Value": "staging"}]


@pytest.mark.parametrize(
    ("old", "new", "paths"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1, "b": {"c": 1, "d": 2}}, {"a": 2, "b": {"c": 1, "d": 3}}, ["/a", "/b/d"]),
        ({"a": [1, 2]}, {"a": [2, 1]}, ["/a"]),
        ({"a": 1}, {"b": 1}, ["/a", "/b"]),
    ],
)
def test_paths_that_differ(old: dict[str, Any], new: dict[str, Any], paths: list[str]) -> None:
    assert differing(old, new) == paths


def test_a_value_is_found_by_its_path() -> None:
    assert at({"a": {"b": 1}}, "/a/b") == 1
    assert at({"a": 1}, "/a/b") is None


def test_stack_tags_reach_what_takes_tags_and_lose_to_its_own() -> None:
    own = {"Tags": [{"Key": "team", "Value": "red"}]}
    found = with_stack_tags(REGION, "AWS::EC2::VPC", own, TAGS)["Tags"]
    assert found == [{"Key": "team", "Value": "red"}, {"Key": "tier", "Value": "staging"}]


def test_stack_tags_take_the_form_of_the_type() -> None:
    found = with_stack_tags(REGION, "AWS::SSM::Parameter", {}, TAGS)
    assert found["Tags"] == {"team": "blue", "tier": "staging"}


def test_what_takes_no_tags_is_left_alone() -> None:
    assert with_stack_tags(REGION, "AWS::EC2::Route", {"a": 1}, TAGS) == {"a": 1}
