import json

import pytest

from cfn.errors import AwsError
from cfn.passthrough import failure

ERROR = AwsError("Throttling", "Rate <exceeded>")


@pytest.mark.parametrize("service", ["secretsmanager", "eks", "unknown"])
def test_json_services_get_json(service: str) -> None:
    answer = failure(service, ERROR)
    assert json.loads(answer.get_data()) == {"__type": "Throttling", "message": "Rate <exceeded>"}
    assert answer.headers["x-amzn-ErrorType"] == "Throttling"


@pytest.mark.parametrize(
    ("service", "start"), [("ec2", "<Response><Errors>"), ("s3", "<Error>"), ("rds", "<ErrorResponse>")]
)
def test_xml_services_get_their_own_envelope(service: str, start: str) -> None:
    text = failure(service, ERROR).get_data(as_text=True)
    assert text.startswith(start)
    assert "<Code>Throttling</Code><Message>Rate &lt;exceeded&gt;</Message>" in text
