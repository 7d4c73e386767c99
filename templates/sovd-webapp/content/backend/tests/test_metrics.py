import pytest
from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient
from prometheus_client import REGISTRY
from starlette.websockets import WebSocketDisconnect

from app import metrics
from tests.conftest import client_of


def _value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def _count(route: str, status: str, method: str = "GET") -> float:
    return _value("http_requests_total", method=method, route=route, status=status)


def test_requests_are_counted_by_route_and_status(client: TestClient) -> None:
    before = _count("/api/vehicles/{vehicle_id}", "404")
    client.get("/api/vehicles/1")
    client.get("/api/vehicles/2")
    assert _count("/api/vehicles/{vehicle_id}", "404") == before + 2


def test_text_from_outside_makes_no_series(client: TestClient) -> None:
    before = _count("unmatched", "404", "other")
    client.request("INVENTED", "/nowhere/1")
    assert _count("unmatched", "404", "other") == before + 1
    assert "nowhere" not in client.get("/metrics").text


def test_prometheus_can_read_it(client: TestClient) -> None:
    client.get("/health/live")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'http_request_duration_seconds_count{method="GET",route="/health/live"}' in answer.text


def test_websockets_count_while_they_are_open() -> None:
    app = FastAPI()
    app.add_middleware(metrics.RequestMetrics)

    @app.websocket("/ws/echo")
    async def echo(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(await socket.receive_text())

    @app.websocket("/ws/refused")
    async def refuse(socket: WebSocket) -> None:
        await socket.close()

    name, seen = "websocket_connections_active", []
    before = _value(name)
    with TestClient(app) as client:
        with client.websocket_connect("/ws/echo") as socket:
            seen.append(_value(name) - before)
            socket.send_text("hello")
            assert socket.receive_text() == "hello"
        with pytest.raises(WebSocketDisconnect), client.websocket_connect("/ws/refused"):
            pass
        seen.append(_value(name) - before)
    assert seen == [1, 0]


def test_commands_are_counted_by_how_they_ended() -> None:
    def counts() -> tuple[float, float, float]:
        return (
            _value("commands_executed_total", command="ReadDTC", status="succeeded"),
            _value("commands_executed_total", command="ReadDTC", status="failed"),
            _value("command_execution_duration_seconds_count", command="ReadDTC"),
        )

    before = counts()
    with metrics.command("ReadDTC"):
        pass
    with pytest.raises(TimeoutError), metrics.command("ReadDTC"):
        raise TimeoutError
    assert [after - was for after, was in zip(counts(), before, strict=True)] == [1, 1, 2]


def test_says_whether_the_database_answers(client: TestClient) -> None:
    client.get("/health/ready")
    assert _value("dependency_up", dependency="database") == 1
    with client_of("postgresql+asyncpg://user:hidden@127.0.0.1:1/none") as unconnected:
        unconnected.get("/health/ready")
    assert REGISTRY.get_sample_value("dependency_up", {"dependency": "database"}) == 0


def test_knows_how_many_connections_are_in_use(client: TestClient) -> None:
    client.get("/api/vehicles")
    assert _value("database_pool_connections_max") == 2
    assert REGISTRY.get_sample_value("database_pool_connections_in_use") == 0
