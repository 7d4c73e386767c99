"""Stacks to test with, and the whole server on a loopback port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import boto3
import pytest
from botocore.config import Config

from cfn.model import Source, Stack


def make_source(template: dict[str, Any], **parameters: Any) -> Source:
    return Source("", {"Resources": {}, **template}, parameters, [])


def make_stack(template: dict[str, Any], **parameters: Any) -> Stack:
    stack_id = "arn:aws:cloudformation:eu-west-1:123456789012:stack/fleet/1"
    return Stack(stack_id, "fleet", "eu-west-1", make_source(template, **parameters))


@dataclass
class Server:
    endpoint: str

    def client(self, service: str) -> Any:
        session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="eu-west-1")
        once = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
        return session.client(service, endpoint_url=self.endpoint, config=once)


def _is_up(endpoint: str) -> bool:
    try:
        with urlopen(f"{endpoint}/sandbox-api/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    state = tmp_path_factory.mktemp("aws") / "state.bin"
    environment = {**os.environ, "SANDBOX_STATE": str(state), "SANDBOX_PACE": "0", "SANDBOX_PACE_SLOW": ""}
    command = [sys.executable, "-m", "cfn", "--port", str(port)]
    process = subprocess.Popen(command, cwd=Path(__file__).parent.parent, env=environment)
    try:
        made = Server(f"http://127.0.0.1:{port}")
        deadline = time.monotonic() + 60
        while not _is_up(made.endpoint):
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < deadline, "the server isn't ready after 60 s"
            time.sleep(0.05)
        yield made
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def settled(server: Server) -> Callable[[str], dict[str, Any]]:
    """The stack once nothing is in progress any more."""
    cloudformation = server.client("cloudformation")

    def wait(name: str) -> dict[str, Any]:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            stack: dict[str, Any] = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
            if not stack["StackStatus"].endswith("IN_PROGRESS"):
                return stack
            time.sleep(0.02)
        raise AssertionError(f"{name} never settled")

    return wait
