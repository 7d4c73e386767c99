import pytest

from cfn.model import Resource

from .conftest import make_stack


def test_an_event_moves_the_stack_or_the_resource() -> None:
    stack, vpc = make_stack({}), Resource("Vpc", "AWS::EC2::VPC", physical_id="vpc-1")
    stack.event("CREATE_IN_PROGRESS", "User Initiated", token="t")
    stack.event("CREATE_FAILED", "Quota", vpc)
    assert (stack.status, stack.reason) == ("CREATE_IN_PROGRESS", "User Initiated")
    assert (vpc.status, vpc.reason) == ("CREATE_FAILED", "Quota")
    first, second = stack.events
    assert (first["ResourceType"], first["ClientRequestToken"]) == ("AWS::CloudFormation::Stack", "t")
    assert (second["LogicalResourceId"], second["PhysicalResourceId"]) == ("Vpc", "vpc-1")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("CREATE_IN_PROGRESS", "CREATE_FAILED"),
        ("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"),
        ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_FAILED"),
        ("CREATE_COMPLETE", "CREATE_COMPLETE"),
    ],
)
def test_a_defect_ends_what_is_in_progress(before: str, after: str) -> None:
    stack = make_stack({})
    stack.status = before
    stack.broken("it broke")
    assert stack.status == after
