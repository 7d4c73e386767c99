"""Migrations on a real PostgreSQL."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import NullPool, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.conftest import BACKEND, Database, Migrator

HEAD = "0001"

LATER = '''
"""a later revision"""
from alembic import op

revision = "{revision}"
down_revision = "{down}"


def upgrade() -> None:
    for statement in {statements}:
        op.execute(statement)


def downgrade() -> None:
    pass
'''


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the backend's migrations, where more can be added."""
    shutil.copytree(BACKEND / "alembic", tmp_path / "alembic", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(BACKEND / "alembic.ini", tmp_path)
    monkeypatch.setenv("ALEMBIC_CONFIG", str(tmp_path / "alembic.ini"))
    return tmp_path / "alembic" / "versions"


def add(versions: Path, revision: str, down: str, *statements: str) -> None:
    (versions / f"{revision}_later.py").write_text(LATER.format(revision=revision, down=down, statements=statements))


def test_up_down_and_up_again(database: Database, migrator: Migrator) -> None:
    code, report = migrator()
    assert code == 0
    assert report.pop("durationMs") >= 0
    assert report == {"current": [HEAD], "heads": [HEAD], "applied": [HEAD]}
    assert database.tables() == {"alembic_version", "vehicle"}

    code, report = migrator("downgrade", "base")
    assert (code, report["current"], report["applied"]) == (0, [], [HEAD])
    assert database.tables() == {"alembic_version"}

    assert migrator()[0] == 0
    assert database.tables() == {"alembic_version", "vehicle"}


def test_a_second_run_does_nothing(database: Database, migrator: Migrator) -> None:
    migrator()
    code, report = migrator()
    assert (code, report["current"], report["applied"]) == (0, [HEAD], [])


def test_current_changes_nothing(database: Database, migrator: Migrator) -> None:
    code, report = migrator("current")
    assert (code, report["current"], report["heads"]) == (0, [], [HEAD])
    assert "vehicle" not in database.tables()


def test_models_and_migrations_agree(database: Database, migrator: Migrator) -> None:
    migrator()
    command.check(Config("alembic.ini"))  # raises when autogenerate would write something


def test_there_is_one_head_and_sql_can_be_reviewed(migrator: Migrator, capsys: pytest.CaptureFixture[str]) -> None:
    command.upgrade(Config("alembic.ini"), "head", sql=True)
    assert "CREATE TABLE vehicle" in capsys.readouterr().out


def test_a_failure_keeps_what_was_done_and_says_why(database: Database, migrator: Migrator, later: Path) -> None:
    add(later, "0002", HEAD, "CREATE TABLE kept (id int)")
    add(later, "0003", "0002", "CREATE TABLE undone (id int)", "ALTER TABLE missing ADD COLUMN x int")
    code, report = migrator()
    assert code == 1
    assert (report["current"], report["applied"]) == (["0002"], [HEAD, "0002"])
    assert (report["sqlState"], report["revision"]) == ("42P01", "0003")
    assert report["error"] == 'UndefinedTableError: relation "missing" does not exist'
    assert "kept" in database.tables()
    assert "undone" not in database.tables()


def test_a_table_in_use_ends_the_migration_early(
    database: Database, migrator: Migrator, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrator()
    add(later, "0002", HEAD, "ALTER TABLE vehicle ADD COLUMN note text")
    environment = {**os.environ, "MIGRATION_LOCK_TIMEOUT": "200ms"}

    async def while_the_table_is_read() -> tuple[int | None, bytes]:
        engine = database.engine().execution_options(isolation_level="READ COMMITTED")
        async with engine.begin() as connection:
            await connection.exec_driver_sql("SELECT * FROM vehicle")
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "app.migrate", env=environment, stdout=subprocess.PIPE, cwd=BACKEND
            )
            output, _ = await process.communicate()
        await engine.dispose()
        return process.returncode, output

    code, output = asyncio.run(while_the_table_is_read())
    report = json.loads(output.splitlines()[-1])
    assert (code, report["sqlState"], report["current"]) == (1, "55P03", [HEAD])


def migrate_while_locked(database: Database, url: str) -> tuple[int, dict[str, Any]]:
    """The process ID of the session that holds the table, and what a migration over `url` reports meanwhile."""
    environment = {**os.environ, "DATABASE_URL": url, "MIGRATION_LOCK_TIMEOUT": "3s"}

    async def run() -> tuple[int, bytes]:
        engine = create_async_engine(
            database.url,
            poolclass=NullPool,
            connect_args={"server_settings": {"application_name": "sovd-report"}},
        )
        async with engine.begin() as connection:
            await connection.exec_driver_sql("LOCK TABLE vehicle IN ACCESS EXCLUSIVE MODE")
            pid = await connection.scalar(text("SELECT pg_backend_pid()"))
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "app.migrate", env=environment, stdout=subprocess.PIPE, cwd=BACKEND
            )
            output, _ = await process.communicate()
        await engine.dispose()
        return pid or 0, output

    pid, output = asyncio.run(run())
    return pid, json.loads(output.splitlines()[-1])


def test_a_table_that_is_locked_says_who_holds_it(database: Database, migrator: Migrator, later: Path) -> None:
    migrator()
    add(later, "0002", HEAD, "ALTER TABLE vehicle ADD COLUMN note text")
    pid, report = migrate_while_locked(database, database.url)
    [holder] = report["blockedBy"]
    assert (report["sqlState"], report["revision"]) == ("55P03", "0002")
    assert datetime.fromisoformat(holder.pop("since")) <= datetime.now(UTC)
    assert holder == {
        "pid": pid,
        "application": "sovd-report",
        "user": make_url(database.url).username,
        "state": "idle in transaction",
        "relation": "vehicle",
    }
    left = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'alembic-blockers' AND datname = current_database()"
    assert database.query(left) == []


def test_a_role_that_may_not_see_the_holder_fully_names_what_it_sees(
    database: Database, migrator: Migrator, later: Path
) -> None:
    migrator()
    add(later, "0002", HEAD, "LOCK TABLE vehicle IN SHARE MODE")
    role = f"test_{uuid.uuid4().hex}"
    database.query(f"CREATE ROLE {role} LOGIN PASSWORD '{role}'")
    try:
        database.query(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}")
        url = make_url(database.url).set(username=role, password=role).render_as_string(hide_password=False)
        pid, report = migrate_while_locked(database, url)
    finally:
        database.query(f"DROP OWNED BY {role}")
        database.query(f"DROP ROLE {role}")
    assert report["sqlState"] == "55P03"
    user = make_url(database.url).username
    assert report["blockedBy"] == [{"pid": pid, "application": "sovd-report", "user": user, "relation": "vehicle"}]


def test_a_database_that_is_down_is_told_without_its_url(migrator: Migrator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user:hidden@127.0.0.1:1/none")
    code, report = migrator()
    assert code == 1
    assert (report["current"], report["applied"]) == ([], [])
    assert "hidden" not in report["error"]


def test_two_at_once_take_turns(database: Database) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-m", "app.migrate"], cwd=BACKEND, stdout=subprocess.PIPE) for _ in range(3)
    ]
    outputs = [process.communicate(timeout=60)[0] for process in processes]
    reports = [json.loads(output.splitlines()[-1]) for output in outputs]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(report["applied"] for report in reports) == [[], [], [HEAD]]


def test_sigterm_rolls_back_and_reports(database: Database, later: Path) -> None:
    add(later, "0002", HEAD, "CREATE TABLE undone AS SELECT 1 AS x FROM pg_sleep(60)")
    process = subprocess.Popen([sys.executable, "-m", "app.migrate"], cwd=BACKEND, stdout=subprocess.PIPE)
    sleeping = "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE undone%' AND datname = current_database()"
    give_up = time.monotonic() + 30
    while not database.query(sleeping) and time.monotonic() < give_up:
        pass
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=30)
    report = json.loads(output.splitlines()[-1])
    assert process.returncode == 143
    assert (report["error"], report["revision"]) == ("terminated before it was done (SIGTERM)", "0002")
    assert report["current"] == [HEAD]
    assert "undone" not in database.tables()
