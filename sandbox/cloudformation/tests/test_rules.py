from typing import Any

import pytest

from cfn import rules
from cfn.errors import AwsError

TEMPLATE: dict[str, Any] = {
    "Rules": {
        "Existing": {
            "RuleCondition": {"Fn::Equals": [{"Ref": "Mode"}, "existing"]},
            "Assertions": [
                {
                    "Assert": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Name"}, ""]}]},
                    "AssertDescription": "An existing cluster needs a name",
                }
            ],
        }
    }
}


def test_an_assertion_counts_where_its_condition_holds() -> None:
    rules.check(TEMPLATE, {"Mode": "create", "Name": ""}, "eu-west-1")
    rules.check(TEMPLATE, {"Mode": "existing", "Name": "shared"}, "eu-west-1")
    with pytest.raises(AwsError, match="Rule Existing: An existing cluster needs a name"):
        rules.check(TEMPLATE, {"Mode": "existing", "Name": ""}, "eu-west-1")


def test_a_rule_without_a_condition_always_counts() -> None:
    always = {"Rules": {"Always": {"Assertions": [{"Assert": {"Fn::Equals": ["a", "b"]}}]}}}
    with pytest.raises(AwsError, match="Rule Always: Assertion failed"):
        rules.check(always, {}, "eu-west-1")
