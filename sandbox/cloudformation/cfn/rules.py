"""The section Rules: what parameters may be together."""

from typing import Any

from .errors import validation_error
from .intrinsics import Resolver


def check(template: dict[str, Any], values: dict[str, Any], region: str) -> None:
    """Refuses values that break an assertion, in its own words."""
    resolve = Resolver(template, values, {}, region, "", "", {})
    for name, rule in template.get("Rules", {}).items():
        if "RuleCondition" in rule and not resolve.resolve(rule["RuleCondition"]):
            continue
        for assertion in rule.get("Assertions", []):
            if not resolve.resolve(assertion["Assert"]):
                said = assertion.get("AssertDescription", "Assertion failed")
                raise validation_error(f"Template validation error: Rule {name}: {said}")
