from fastapi.testclient import TestClient

from tests.conftest import Database


def test_a_connection_that_broke_is_opened_again(client: TestClient, database: Database) -> None:
    """As after a failover: what the pool holds is dead, and nobody who asks may notice."""
    assert client.get("/health/ready").status_code == 200
    ended = database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = 'backend'"
    )
    assert ended and all(row == (True,) for row in ended)
    assert client.get("/health/ready").json()["database"] == "at head"
