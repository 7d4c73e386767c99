"""Runs Alembic and says what it did in the container's termination message.

    python -m app.migrate                     alembic upgrade head
    python -m app.migrate upgrade <revision>
    python -m app.migrate downgrade <revision>
    python -m app.migrate current

One JSON object, at most 4096 bytes, goes to the file named by TERMINATION_LOG (default /dev/termination-log), where
Kubernetes picks it up: {"current": [...], "heads": [...], "applied": [...], "durationMs": n}, and with a failure
{"error": "first line", "sqlState": "42P01", "revision": "0003"} as well; "blockedBy" names the sessions that held the
lock it waited for. The log stays Alembic's own.
"""

import argparse
import logging
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory

from app.blockers import Blockers
from app.migration_report import MigrationReport, Terminated

log = logging.getLogger("app.migrate")

# What Alembic hands to the function that chooses the steps; typed loosely there.
Revisions = tuple[str, ...]


class Migration:
    """One run of the project's own env.py, which decides how the database is reached."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.script = ScriptDirectory.from_config(config)
        self.done: list[str] = []
        self.running: str | None = None

    def current(self) -> list[str]:
        """The revisions in the database, as `alembic current` reads them."""
        found: list[str] = []

        def read(revisions: Revisions, _context: MigrationContext) -> Iterable[MigrationStep]:
            found.extend(revisions)
            return []

        with EnvironmentContext(self.config, self.script, fn=read):
            self.script.run_env()
        return sorted(found)

    def run(self, direction: str, revision: str) -> None:
        # Private names, but the ones `alembic upgrade` and `alembic downgrade` use themselves: Alembic is pinned.
        plan = self.script._upgrade_revs if direction == "upgrade" else self.script._downgrade_revs

        def steps(revisions: Revisions, _context: MigrationContext) -> Iterator[MigrationStep]:
            # Alembic asks for the next step when the last one is in the version table.
            for step in plan(revision, revisions):  # type: ignore[arg-type]
                self.running = step.revision.revision
                yield step
                self.done.append(self.running)
            self.running = None

        options = {"starting_rev": None, "destination_rev": revision}
        with EnvironmentContext(self.config, self.script, fn=steps, **options):
            self.script.run_env()


def _terminate(_number: int, _frame: object) -> None:
    raise Terminated


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="app.migrate")
    parser.add_argument("direction", nargs="?", choices=["upgrade", "downgrade", "current"], default="upgrade")
    parser.add_argument("revision", nargs="?")
    given = parser.parse_args(arguments)
    if given.direction == "downgrade" and given.revision is None:
        parser.error("downgrade needs a revision")
    return given


def _note_kept(migration: Migration, report: MigrationReport) -> None:
    """After a failure only the database knows what was kept: each revision has a transaction of its own."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        after = migration.current()
    except Exception:
        log.exception("the revisions after the failure can't be read")
        return
    report.applied = migration.done if after != report.current else []
    report.current = after


def main(arguments: list[str] | None = None) -> int:
    given = _parse(arguments)
    signal.signal(signal.SIGTERM, _terminate)
    began = time.monotonic()
    migration = Migration(Config(os.environ.get("ALEMBIC_CONFIG", "alembic.ini")))
    report = MigrationReport(heads=sorted(migration.script.get_heads()))
    blockers = Blockers(migration.config.attributes)
    code = 0
    try:
        with blockers:
            report.current = migration.current()
            if given.direction != "current":
                migration.run(given.direction, given.revision or "head")
                report.current, report.applied = migration.current(), migration.done
    except (Exception, Terminated) as error:
        code = 143 if isinstance(error, Terminated) else 1
        if code == 1:
            log.exception("migration failed")
        report.failed(error, migration.running, blockers.holders)
        if migration.done:
            _note_kept(migration, report)
    report.duration_ms = round((time.monotonic() - began) * 1000)
    report.write()
    return code


if __name__ == "__main__":
    sys.exit(main())
