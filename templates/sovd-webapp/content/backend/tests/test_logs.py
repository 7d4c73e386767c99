import json
import logging
from datetime import datetime
from typing import Any

import pytest
from structlog.contextvars import bound_contextvars

from app.logs import configure_logs
from tests.conftest import Written

log = logging.getLogger("app.test")


def test_a_line_is_one_object(written: Written) -> None:
    log.info("%d vehicles\nanswer", 2, extra={"route": "/api/vehicles"})
    [line] = written()
    assert datetime.fromisoformat(line.pop("timestamp")).tzinfo is not None
    assert line == {
        "level": "info",
        "logger": "app.test",
        "message": "2 vehicles\nanswer",
        "route": "/api/vehicles",
    }


def test_a_line_of_a_request_has_its_id(written: Written) -> None:
    with bound_contextvars(correlation_id="abc"):
        log.info("inside")
    log.info("outside")
    assert [line.get("correlation_id") for line in written()] == ["abc", None]


def test_what_is_below_the_level_is_not_written(written: Written) -> None:
    log.debug("unseen")
    assert written() == []
    configure_logs("DEBUG")
    log.debug("seen")
    assert [line["message"] for line in written()] == ["seen"]


def test_the_server_writes_the_same_kind_of_line(written: Written) -> None:
    server = logging.getLogger("uvicorn.access")
    server.addHandler(logging.StreamHandler())
    configure_logs("INFO")
    server.info('%s - "%s %s"', "10.0.0.1", "GET", "/health/live")
    [line] = written()
    assert (line["logger"], line["message"]) == ("uvicorn.access", '10.0.0.1 - "GET /health/live"')


def test_an_error_has_its_traceback_in_the_same_line(written: Written) -> None:
    try:
        raise RuntimeError("the cause")
    except RuntimeError:
        log.exception("it failed")
    [line] = written()
    assert line["level"] == "error"
    assert "RuntimeError: the cause" in line["exception"]


@pytest.mark.parametrize(
    "fields",
    [
        {"password": "hidden"},
        {"request": {"Authorization": "Bearer hidden", "cookies": ["hidden"]}},
        {"url": "redis://:hidden@redis:6379/0"},
        {"urls": ["postgresql+asyncpg://user:hi%40hidden@db/sovd"]},
    ],
)
def test_secrets_are_hidden(written: Written, fields: dict[str, Any]) -> None:
    log.info("connected", extra=fields)
    [line] = written()
    assert "hidden" not in json.dumps(line)
    assert "***" in json.dumps(line)


def test_secrets_are_hidden_in_texts_and_tracebacks(written: Written) -> None:
    try:
        raise RuntimeError("no answer of postgresql://user:unseen@db:5432/sovd")
    except RuntimeError as error:
        log.exception("cannot reach %s", error)
    [line] = written()
    assert "unseen" not in json.dumps(line)
    assert "postgresql://user:***@db:5432/sovd" in line["message"]
    assert "postgresql://user:***@db:5432/sovd" in line["exception"]
