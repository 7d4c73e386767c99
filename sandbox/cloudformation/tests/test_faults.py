import pytest

from cfn.errors import AwsError, ResourceFailure
from cfn.faults import Faults


def test_a_resource_fails_as_often_as_asked() -> None:
    faults = Faults()
    faults.set({"fail": {"Update:Database": {"reason": "Quota", "times": 1}}})
    faults.on_resource("Create", "Database")
    with pytest.raises(ResourceFailure, match="Quota"):
        faults.on_resource("Update", "Database")
    faults.on_resource("Update", "Database")


def test_a_bare_name_fails_create_and_update_but_not_delete() -> None:
    faults = Faults()
    faults.set({"fail": {"Cache": "any reason"}})
    for verb in ("Create", "Update"):
        with pytest.raises(ResourceFailure, match="any reason"):
            faults.on_resource(verb, "Cache")
    faults.on_resource("Delete", "Cache")


def test_throttling_is_counted_and_aimed() -> None:
    faults = Faults()
    faults.set({"throttle": 1, "service": "rds"})
    faults.on_call("cloudformation")
    with pytest.raises(AwsError, match="Rate exceeded"):
        faults.on_call("rds")
    faults.on_call("rds")


def test_an_outage_is_a_503_for_every_service_and_can_be_ended() -> None:
    faults = Faults()
    faults.set({"outageSeconds": 60, "service": ""})
    with pytest.raises(AwsError) as raised:
        faults.on_call("s3")
    assert raised.value.status == 503
    assert 59 < float(str(faults.shown()["outageSeconds"])) <= 60
    faults.set({})
    faults.on_call("s3")
