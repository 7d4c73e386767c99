import os
import socketserver
import threading
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.config import Settings
from app.main import create_app
from tests.conftest import Database
from tests.test_redis import NOWHERE
from tests.test_vehicles import VIN


class Store(socketserver.StreamRequestHandler):
    """As much of Redis as a cache needs: it sets, gets and deletes."""

    kept: dict[bytes, bytes] = {}

    def handle(self) -> None:
        while head := self.rfile.readline():
            words = []
            for _ in range(int(head[1:])):
                size = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(size + 2)[:-2])
            self.wfile.write(self.answer(words[0].upper(), words[1:]))

    def answer(self, command: bytes, words: list[bytes]) -> bytes:
        if command == b"SET":
            self.kept[words[0]] = words[1]
        if command == b"DEL":
            return b":%d\r\n" % len([self.kept.pop(word, None) for word in words])
        if command == b"GET":
            value = self.kept.get(words[0])
            return b"$-1\r\n" if value is None else b"$%d\r\n%s\r\n" % (len(value), value)
        return b"+OK\r\n"


@pytest.fixture
def redis_url() -> Iterator[str]:
    """TEST_REDIS_URL names a real one, where there is any."""
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
        return
    Store.kept.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Store) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"redis://127.0.0.1:{server.server_address[1]}/0"
        server.shutdown()
        thread.join()


def client_of(database: Database, redis_url: str) -> TestClient:
    settings = Settings(database_url=SecretStr(database.url), db_pool_size=2, redis_url=SecretStr(redis_url))
    return TestClient(create_app(settings))


def added(client: TestClient) -> str:
    created = client.post("/api/vehicles", json={"vin": VIN, "label": "Test bench"}).json()
    return f"/api/vehicles/{created['id']}"


@pytest.mark.usefixtures("client")
def test_a_vehicle_that_was_read_comes_from_redis(database: Database, redis_url: str) -> None:
    with client_of(database, redis_url) as client:
        path = added(client)
        vehicle = client.get(path).json()
        database.query("UPDATE vehicle SET label = 'changed behind its back'")
        assert client.get(path).json() == vehicle
        assert client.delete(path).status_code == 204
        assert client.get(path).status_code == 404


@pytest.mark.usefixtures("client")
def test_a_copy_that_cannot_be_read_is_none(
    database: Database, monkeypatch: pytest.MonkeyPatch, redis_url: str
) -> None:
    with client_of(database, redis_url) as client:
        path = added(client)
        monkeypatch.setattr("app.api.vehicles.VehicleView.model_dump_json", lambda _: '{"of": "another version"}')
        vehicle = client.get(path).json()
        assert client.get(path).json() == vehicle


@pytest.mark.usefixtures("client")
def test_without_redis_the_database_answers(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    with client_of(database, NOWHERE) as client:
        path = added(client)
        assert client.get(path).json()["vin"] == VIN
        assert client.get(path).status_code == 200
        assert client.delete(path).status_code == 204
    warnings = [record for record in caplog.records if record.name == "app.cache"]
    # nobody waits for it a second time
    assert len(warnings) == 1
    assert "hidden" not in caplog.text
