from typing import Any

import pytest

from cfn import parameters
from cfn.errors import AwsError

TEMPLATE: dict[str, Any] = {
    "Parameters": {
        "Environment": {"Type": "String", "AllowedValues": ["staging", "production"], "Default": "staging"},
        "Count": {"Type": "Number", "MinValue": 1, "MaxValue": 20, "Default": 2},
        "Key": {"Type": "String", "NoEcho": True, "MinLength": 8, "MaxLength": 12, "AllowedPattern": "[a-z-]+"},
        "Names": {"Type": "CommaDelimitedList", "Default": "a, b"},
        "Port": {"Type": "String", "AllowedPattern": "\\d+", "ConstraintDescription": "digits only", "Default": "1"},
    }
}


def given(**values: str) -> list[dict[str, Any]]:
    merged = {"Key": "long-enough", **values}
    return [{"ParameterKey": key, "ParameterValue": value} for key, value in merged.items()]


def test_defaults_lists_and_order_come_from_the_template() -> None:
    found = parameters.resolve(TEMPLATE, given(Count="3"), {})
    assert list(found) == ["Environment", "Count", "Key", "Names", "Port"]
    assert found == {"Environment": "staging", "Count": "3", "Key": "long-enough", "Names": ["a", "b"], "Port": "1"}


def test_previous_values_are_kept_on_request() -> None:
    previous = parameters.resolve(TEMPLATE, given(Names="x,y"), {})
    keep: list[dict[str, Any]] = [{"ParameterKey": key, "UsePreviousValue": True} for key in ("Key", "Names")]
    assert parameters.resolve(TEMPLATE, keep, previous)["Names"] == ["x", "y"]


def test_a_secret_is_masked_and_found() -> None:
    values = parameters.resolve(TEMPLATE, given(), {})
    shown = {row["ParameterKey"]: row["ParameterValue"] for row in parameters.shown(TEMPLATE, values)}
    assert shown["Key"] == "****"
    assert shown["Names"] == "a,b"
    assert parameters.secrets(TEMPLATE, values) == {"long-enough"}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"Stray": "1"}, r"\[Stray\] do not exist in the template"),
        ({"Environment": "moon"}, "'Environment' must be one of AllowedValues"),
        ({"Count": "x"}, "'Count' must be a number"),
        ({"Count": "0"}, "not less than 1"),
        ({"Count": "21"}, "not greater than 20"),
        ({"Key": "short"}, "at least 8 characters"),
        ({"Key": "much-too-long-for-this"}, "at most 12 characters"),
        ({"Key": "LONG-ENOUGH"}, "must match pattern"),
        ({"Port": "x"}, "failed to satisfy constraint: digits only"),
    ],
)
def test_refuses(values: dict[str, str], message: str) -> None:
    with pytest.raises(AwsError, match=message):
        parameters.resolve(TEMPLATE, given(**values), {})


def test_what_has_no_default_must_be_given() -> None:
    with pytest.raises(AwsError, match=r"\[Key\] must have values"):
        parameters.resolve(TEMPLATE, [], {})
    with pytest.raises(AwsError, match="Cannot specify usePreviousValue"):
        parameters.resolve(TEMPLATE, [{"ParameterKey": "Key", "UsePreviousValue": True}], {})
