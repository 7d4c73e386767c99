from typing import Any

from cfn.model import Resource, Stack
from cfn.planning import plan, wanted

from .conftest import make_source, make_stack


def template(name: str = "files", versioning: str = "Enabled", **more: Any) -> dict[str, Any]:
    store = {"BucketName": name, "VersioningConfiguration": {"Status": versioning}}
    follower = {"Bucket": {"Ref": "Store"}, "PolicyDocument": {}}
    return {
        "Parameters": {"Secret": {"Type": "String", "NoEcho": True}},
        "Resources": {
            "Store": {"Type": "AWS::S3::Bucket", "Properties": store},
            "Policy": {"Type": "AWS::S3::BucketPolicy", "Properties": follower},
            **more,
        },
    }


def deployed() -> Stack:
    stack = make_stack(template(), Secret="hidden")
    store = {"BucketName": "files", "VersioningConfiguration": {"Status": "Enabled"}}
    stack.resources["Store"] = Resource("Store", "AWS::S3::Bucket", store, "files")
    policy = {"Bucket": "files", "PolicyDocument": {}}
    stack.resources["Policy"] = Resource("Policy", "AWS::S3::BucketPolicy", policy, "files")
    return stack


def changes(stack: Stack, after: dict[str, Any], **parameters: Any) -> dict[str, dict[str, Any]]:
    source = make_source(after, **{"Secret": "hidden", **parameters})
    found = plan(stack, source).changes(wanted(stack, source))
    return {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"] for c in found}


def test_the_same_is_no_change() -> None:
    assert changes(deployed(), template()) == {}


def test_a_change_in_place_names_property_and_values() -> None:
    (change,) = changes(deployed(), template(versioning="Suspended")).values()
    assert (change["Action"], change["Replacement"], change["Scope"]) == ("Modify", "False", ["Properties"])
    (detail,) = change["Details"]
    assert detail["Target"]["Path"] == "/Properties/VersioningConfiguration/Status"
    assert (detail["Target"]["BeforeValue"], detail["Target"]["AfterValue"]) == ("Enabled", "Suspended")
    assert detail["ChangeSource"] == "DirectModification"


def test_a_replacement_makes_its_followers_dynamic() -> None:
    found = changes(deployed(), template(name="moved"))
    assert found["Store"]["Replacement"] == "True"
    assert found["Store"]["PolicyAction"] == "ReplaceAndDelete"
    assert found["Policy"]["Replacement"] == "Conditional"
    (detail,) = found["Policy"]["Details"]
    assert (detail["Evaluation"], detail["CausingEntity"]) == ("Dynamic", "Store")


def test_additions_and_removals() -> None:
    after = template(Extra={"Type": "AWS::SNS::Topic"})
    del after["Resources"]["Policy"]
    found = changes(deployed(), after)
    assert {name: change["Action"] for name, change in found.items()} == {"Extra": "Add", "Policy": "Remove"}
    assert found["Policy"]["PolicyAction"] == "Delete"


def test_a_parameter_is_named_as_the_cause_and_a_secret_is_masked() -> None:
    after = template()
    after["Resources"]["Store"]["Properties"]["BucketName"] = {"Ref": "Secret"}
    stack = deployed()
    stack.source.template = after
    stack.resources["Store"].properties["BucketName"] = "hidden"
    change = changes(stack, after, Secret="other")["Store"]
    (detail,) = change["Details"]
    assert (detail["ChangeSource"], detail["CausingEntity"]) == ("ParameterReference", "Secret")
    assert (detail["Target"]["BeforeValue"], detail["Target"]["AfterValue"]) == ("****", "****")
    assert "hidden" not in str(change)
