from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.revisions import CodeRevisions, Standing
from tests.conftest import Database, Migrator, client_of

NOWHERE = "postgresql+asyncpg://user:hidden@127.0.0.1:1/none"


@pytest.fixture
def unconnected() -> Iterator[TestClient]:
    with client_of(NOWHERE) as client:
        yield client


def test_live_without_a_database(unconnected: TestClient) -> None:
    answer = unconnected.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_not_ready_without_a_database(unconnected: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = unconnected.get("/health/ready")
    assert (answer.status_code, answer.json()["database"]) == (503, "unreachable")
    assert "hidden" not in caplog.text


def test_ready_at_head(client: TestClient) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "at head", "redis": "unused"},
    )


def test_not_ready_behind_the_code(database: Database) -> None:
    with client_of(database.url) as client:
        answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["database"]) == (503, "behind")


def test_ready_when_a_newer_release_migrated_the_database(client: TestClient, database: Database) -> None:
    database.query("UPDATE alembic_version SET version_num = 'of a newer release'")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["database"]) == (200, "ahead")


def test_ready_again_after_a_downgrade_and_an_upgrade(client: TestClient, migrator: Migrator) -> None:
    migrator("downgrade", "base")
    assert client.get("/health/ready").status_code == 503
    migrator()
    assert client.get("/health/ready").status_code == 200


@pytest.mark.parametrize(
    ("current", "standing"),
    [
        ({"b"}, "at head"),
        ({"a"}, "behind"),
        (set(), "behind"),
        ({"c"}, "ahead"),
        ({"b", "c"}, "ahead"),
    ],
)
def test_standing(current: set[str], standing: Standing) -> None:
    code = CodeRevisions(known=frozenset({"a", "b"}), heads=frozenset({"b"}))
    assert code.standing(frozenset(current)) == standing
