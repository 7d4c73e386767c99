"""The server as a whole, through boto3."""

import json
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from botocore.exceptions import ClientError

from .conftest import Server

Settled = Callable[[str], dict[str, Any]]


def faults(server: Server, wanted: dict[str, Any]) -> dict[str, Any]:
    request = Request(f"{server.endpoint}/sandbox-api/faults", json.dumps(wanted).encode(), method="PUT")
    with urlopen(request) as answer:
        found: dict[str, Any] = json.load(answer)
        return found


def test_a_generated_password_is_a_secret_of_its_own(server: Server, settled: Settled) -> None:
    rule = {
        "SecretStringTemplate": "{}",
        "GenerateStringKey": "password",
        "PasswordLength": 40,
        "ExcludePunctuation": True,
    }
    secret = {
        "Type": "AWS::SecretsManager::Secret",
        "Properties": {"Name": "fleet-staging/database", "GenerateSecretString": rule},
    }
    database = {
        "Type": "AWS::RDS::DBInstance",
        "Properties": {
            "Engine": "postgres",
            "DBInstanceClass": "db.t4g.micro",
            "AllocatedStorage": "20",
            "MasterUsername": "app",
            "MasterUserPassword": {"Fn::Sub": "{{resolve:secretsmanager:${Secret}:SecretString:password}}"},
        },
    }
    template = {
        "Resources": {"Secret": secret, "Database": database},
        "Outputs": {"Host": {"Value": {"Fn::GetAtt": ["Database", "Endpoint.Address"]}}},
    }
    cloudformation = server.client("cloudformation")
    cloudformation.create_stack(StackName="generated", TemplateBody=json.dumps(template))
    stack = settled("generated")
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert stack["Outputs"][0]["OutputValue"].endswith(".eu-west-1.rds.amazonaws.com")
    text = server.client("secretsmanager").get_secret_value(SecretId="fleet-staging/database")["SecretString"]
    password = json.loads(text)["password"]
    assert len(password) == 40 and password.isalnum()
    assert password not in json.dumps(cloudformation.describe_stack_events(StackName="generated"), default=str)


def test_a_fault_fails_the_create_and_the_next_one_works(server: Server, settled: Settled) -> None:
    template = json.dumps({"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}, "Topic": {"Type": "AWS::SNS::Topic"}}})
    cloudformation = server.client("cloudformation")
    faults(server, {"fail": {"Topic": {"reason": "Quota reached", "times": 1}}})
    stack_id = cloudformation.create_stack(StackName="faulty", TemplateBody=template)["StackId"]
    assert settled(stack_id)["StackStatus"] == "ROLLBACK_COMPLETE"
    events = cloudformation.describe_stack_events(StackName=stack_id)["StackEvents"]
    failed = [event for event in events if event["ResourceStatus"] == "CREATE_FAILED"]
    assert [(event["LogicalResourceId"], event["ResourceStatusReason"]) for event in failed] == [
        ("Topic", "Quota reached")
    ]
    assert server.client("sqs").list_queues().get("QueueUrls") is None
    cloudformation.delete_stack(StackName="faulty")
    settled(stack_id)
    again = cloudformation.create_stack(StackName="faulty", TemplateBody=template)["StackId"]
    assert settled(again)["StackStatus"] == "CREATE_COMPLETE"


def test_faults_are_shown_and_cleared(server: Server) -> None:
    assert faults(server, {"throttle": 1})["throttle"] == 1
    with pytest.raises(ClientError, match="Rate exceeded"):
        server.client("cloudformation").list_stacks()
    assert faults(server, {})["fail"] == {}


def test_what_is_not_offered_is_an_error_of_aws(server: Server) -> None:
    with pytest.raises(ClientError) as raised:
        server.client("cloudformation").list_stack_sets()
    assert raised.value.response["Error"]["Code"] == "InvalidAction"
    with pytest.raises(ClientError) as raised:
        server.client("rds").describe_db_engine_versions()
    assert raised.value.response["Error"]["Code"] == "NotImplemented"


def test_other_paths_of_the_sandbox_are_unknown(server: Server) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{server.endpoint}/sandbox-api/nope")
