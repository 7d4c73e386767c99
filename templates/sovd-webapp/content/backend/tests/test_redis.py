import socketserver
import threading
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from prometheus_client import REGISTRY
from pydantic import SecretStr

from app.config import Settings
from app.main import create_app
from tests.conftest import Database

NOWHERE = "redis://:hidden@127.0.0.1:1/0"


class Ponger(socketserver.StreamRequestHandler):
    """As much of Redis as a ping needs: each command is an array, of which each part has a length."""

    def handle(self) -> None:
        while head := self.rfile.readline():
            words = []
            for _ in range(int(head[1:])):
                size = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(size + 2)[:-2].upper())
            self.wfile.write(b"+PONG\r\n" if words[0] == b"PING" else b"+OK\r\n")


@pytest.fixture
def redis_url() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Ponger) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"redis://127.0.0.1:{server.server_address[1]}/0"
        server.shutdown()
        thread.join()


def up() -> float | None:
    return REGISTRY.get_sample_value("dependency_up", {"dependency": "redis"})


def readiness(database: Database, redis_url: str, required: bool = False) -> tuple[int, str]:
    settings = Settings(
        database_url=SecretStr(database.url),
        db_pool_size=2,
        redis_url=SecretStr(redis_url),
        readiness_require_redis=required,
    )
    with TestClient(create_app(settings)) as client:
        answer = client.get("/health/ready")
        return answer.status_code, answer.json()["redis"]


@pytest.mark.usefixtures("client")
def test_ready_with_redis(database: Database, redis_url: str) -> None:
    assert readiness(database, redis_url, required=True) == (200, "ok")
    assert up() == 1


@pytest.mark.usefixtures("client")
def test_serves_on_without_redis(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    assert readiness(database, NOWHERE) == (200, "degraded")
    assert up() == 0
    assert "hidden" not in caplog.text


@pytest.mark.usefixtures("client")
def test_stops_without_redis_where_that_is_asked_for(database: Database) -> None:
    assert readiness(database, NOWHERE, required=True) == (503, "degraded")
