from typing import Any

import pytest

from cfn.drift import canonical, difference


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([{"Key": "a", "Value": 1}, {"Key": "aws:x", "Value": "y"}], [{"Key": "a", "Value": "1"}]),
        ([{"b": 1}, {"a": 2}], [{"a": "2"}, {"b": "1"}]),
        ({"x": True}, {"x": "true"}),
        ({"x": 50.0}, {"x": "50"}),
    ],
)
def test_what_means_the_same_is_the_same(left: Any, right: Any) -> None:
    assert canonical(left) == canonical(right)


@pytest.mark.parametrize(
    ("expected", "actual", "rows"),
    [
        ("a", "a", []),
        ("a", "b", [("/P", "a", "b", "NOT_EQUAL")]),
        (None, "b", [("/P", "null", "b", "ADD")]),
        ("a", None, [("/P", "a", "null", "REMOVE")]),
        ({"x": "1", "y": "2"}, {"x": "1", "y": "3"}, [("/P/y", "2", "3", "NOT_EQUAL")]),
        (["a"], ["a", "b"], [("/P/1", "null", "b", "ADD")]),
        (["a", "b"], ["b"], [("/P/0", "a", "null", "REMOVE")]),
    ],
)
def test_differences_by_path(expected: Any, actual: Any, rows: list[tuple[str, str, str, str]]) -> None:
    keys = ("PropertyPath", "ExpectedValue", "ActualValue", "DifferenceType")
    assert [tuple(row[key] for key in keys) for row in difference("/P", expected, actual)] == rows
