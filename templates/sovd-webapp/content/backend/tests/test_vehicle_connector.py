import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from pydantic import ValidationError

from app.config import ConnectorSettings
from app.vehicle_connector import serve
from tests.conftest import BACKEND

SERVING = health_pb2.HealthCheckResponse.SERVING


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def metrics_port() -> int:
    return free_port()


@pytest.fixture
def connector(metrics_port: int) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The program that the chart starts, with no database and no Redis around."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "VEHICLE_CONNECTOR_PORT": str(port),
        "VEHICLE_CONNECTOR_METRICS_PORT": str(metrics_port),
        "VEHICLE_ENDPOINTS": "a.example.com:1,b.example.com:2",
    }
    command = [sys.executable, "-m", "app.vehicle_connector"]
    process = subprocess.Popen(command, cwd=BACKEND, env=environment, stderr=subprocess.PIPE, text=True)
    yield process, port
    process.kill()
    process.communicate()


def status(port: int) -> int:
    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        grpc.channel_ready_future(channel).result(timeout=20)
        answer: int = health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(), timeout=5).status
        return answer


def test_serves_the_health_protocol_and_ends_on_sigterm(connector: tuple[subprocess.Popen[str], int]) -> None:
    process, port = connector
    assert status(port) == SERVING
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=20)
    assert process.returncode == 0
    assert time.monotonic() - began < 10
    assert "for 2 vehicle endpoints" in log


def test_prometheus_reads_it_over_http(connector: tuple[subprocess.Popen[str], int], metrics_port: int) -> None:
    status(connector[1])
    text, end = "", time.monotonic() + 20
    while "vehicle_endpoints_configured 2.0" not in text:
        assert time.monotonic() < end, text
        with urllib.request.urlopen(f"http://127.0.0.1:{metrics_port}/metrics", timeout=5) as answer:  # noqa: S310
            text = answer.read().decode()
    assert "vehicle_connections_active 0.0" in text


def test_knows_no_service_that_it_does_not_have() -> None:
    port = free_port()

    async def ask() -> grpc.StatusCode:
        stop = asyncio.Event()
        running = asyncio.create_task(serve(ConnectorSettings(vehicle_connector_port=port), stop))
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
            await channel.channel_ready()
            stub = health_pb2_grpc.HealthStub(channel)
            try:
                await stub.Check(health_pb2.HealthCheckRequest(service="sovd.Unknown"))
                return grpc.StatusCode.OK
            except grpc.aio.AioRpcError as error:
                return error.code()
            finally:
                stop.set()
                await running

    assert asyncio.run(ask()) == grpc.StatusCode.NOT_FOUND


def test_a_wrong_port_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEHICLE_CONNECTOR_PORT", "70000")
    with pytest.raises(ValidationError, match="vehicle_connector_port"):
        ConnectorSettings()
