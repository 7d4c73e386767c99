import logging
import uuid

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.correlation import HEADER, LOG_FORMAT, Correlation, add_correlation

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


@pytest.fixture
def correlated(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.handler.addFilter(add_correlation)
    caplog.handler.setFormatter(logging.Formatter(LOG_FORMAT))
    return caplog


def test_takes_the_id_of_the_caller(client: TestClient, correlated: pytest.LogCaptureFixture) -> None:
    answer = client.get("/", headers={HEADER: "from-the-page-1"})
    assert answer.headers[HEADER] == "from-the-page-1"
    assert "correlation_id=from-the-page-1 something happened" in correlated.text


def test_makes_one_where_none_is_given(client: TestClient, correlated: pytest.LogCaptureFixture) -> None:
    given = client.get("/").headers[HEADER]
    assert uuid.UUID(given).version == 4
    assert f"correlation_id={given} something happened" in correlated.text


@pytest.mark.parametrize("hostile", ["two words", "x" * 65, "a=b", ""])
def test_takes_nothing_that_could_forge_a_line(client: TestClient, hostile: str) -> None:
    assert uuid.UUID(client.get("/", headers={HEADER: hostile}).headers[HEADER])


def test_lines_outside_of_requests_have_a_dash(correlated: pytest.LogCaptureFixture) -> None:
    log.warning("it starts")
    assert "correlation_id=- it starts" in correlated.text


def test_whoever_gets_an_error_gets_the_id_and_nothing_else(
    client: TestClient, correlated: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/broken", headers={HEADER: "abc"})
    assert (answer.status_code, answer.headers[HEADER]) == (500, "abc")
    assert answer.json() == {
        "error": {"code": "internal_error", "message": "Something went wrong", "correlation_id": "abc"}
    }
    assert "correlation_id=abc nothing handled this error" in correlated.text
    assert "the cause" in correlated.text
