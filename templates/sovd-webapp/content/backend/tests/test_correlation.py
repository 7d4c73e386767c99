import json
import logging
import uuid

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.correlation import HEADER, Correlation
from tests.conftest import Written

log = logging.getLogger("app.test")


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    app.add_middleware(Correlation)

    @app.get("/")
    async def index() -> None:
        log.warning("something happened")

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("the cause")

    return TestClient(app)


def ids_of(written: Written, message: str) -> list[str | None]:
    return [line.get("correlation_id") for line in written() if line["message"] == message]


def test_takes_the_id_of_the_caller(client: TestClient, written: Written) -> None:
    answer = client.get("/", headers={HEADER: "from-the-page-1"})
    assert answer.headers[HEADER] == "from-the-page-1"
    assert ids_of(written, "something happened") == ["from-the-page-1"]


def test_makes_one_where_none_is_given(client: TestClient, written: Written) -> None:
    given = client.get("/").headers[HEADER]
    assert uuid.UUID(given).version == 4
    assert ids_of(written, "something happened") == [given]


@pytest.mark.parametrize("hostile", ["two words", "x" * 65, "a=b", ""])
def test_takes_nothing_that_could_forge_a_line(client: TestClient, hostile: str) -> None:
    assert uuid.UUID(client.get("/", headers={HEADER: hostile}).headers[HEADER])


def test_lines_outside_of_requests_have_none(client: TestClient, written: Written) -> None:
    client.get("/")
    log.warning("it ends")
    assert ids_of(written, "it ends") == [None]


def test_whoever_gets_an_error_gets_the_id_and_nothing_else(client: TestClient, written: Written) -> None:
    answer = client.get("/broken", headers={HEADER: "abc"})
    assert (answer.status_code, answer.headers[HEADER]) == (500, "abc")
    assert answer.json() == {
        "error": {"code": "internal_error", "message": "Something went wrong", "correlation_id": "abc"}
    }
    assert ids_of(written, "nothing handled this error") == ["abc"]
    assert "RuntimeError: the cause" in json.dumps(written())
