"""A database of its own for each test that asks for one; DATABASE_URL names a server where databases may be made."""

import asyncio
import io
import json
import logging
import os
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from sqlalchemy import NullPool, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.config import Settings
from app.logs import configure_logs
from app.main import create_app
from app.migrate import main as migrate

BACKEND = Path(__file__).parents[1]


class Database:
    def __init__(self, url: str) -> None:
        self.url = url

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        async def run() -> list[tuple[Any, ...]]:
            engine = self.engine()
            try:
                async with engine.connect() as connection:
                    result = await connection.exec_driver_sql(sql)
                    return [tuple(row) for row in result] if result.returns_rows else []
            finally:
                await engine.dispose()

        return asyncio.run(run())

    def engine(self) -> AsyncEngine:
        return create_async_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")

    def tables(self) -> set[str]:
        return {row[0] for row in self.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    server = os.environ.get("DATABASE_URL")
    if not server:
        pytest.skip("DATABASE_URL names no PostgreSQL: `make test` gives one")
    name = f"test_{uuid.uuid4().hex}"
    administration = Database(server)
    administration.query(f"CREATE DATABASE {name}")
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", url)
    yield Database(url)
    administration.query(f"DROP DATABASE {name} WITH (FORCE)")


class Migrator:
    """`python -m app.migrate` in this process, and the message that it left."""

    def __init__(self, message: Path) -> None:
        self.message = message

    def __call__(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        self.message.write_text("")
        code = migrate(list(arguments))
        report: dict[str, Any] = json.loads(self.message.read_text())
        return code, report


@pytest.fixture
def migrator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Migrator:
    message = tmp_path / "termination-log"
    monkeypatch.setenv("TERMINATION_LOG", str(message))
    monkeypatch.chdir(BACKEND)
    return Migrator(message)


def client_of(url: str) -> TestClient:
    return TestClient(create_app(Settings(database_url=SecretStr(url), db_pool_size=2, db_max_overflow=0)))


@pytest.fixture
def client(database: Database, migrator: Migrator) -> Iterator[TestClient]:
    assert migrator()[0] == 0
    with client_of(database.url) as client:
        yield client


Written = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Written]:
    """The lines of the log, as the application writes them."""
    text = io.StringIO()
    monkeypatch.setattr(sys, "stderr", text)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    configure_logs("INFO")
    yield lambda: [json.loads(line) for line in text.getvalue().splitlines()]
    root.handlers[:] = handlers
    root.setLevel(level)
