"""Who holds the lock that a migration waits for, seen from a second connection while it waits.

PostgreSQL's error says only that the wait was too long. When it arrives the wait is over, and with it all that
`pg_blocking_pids` could have told: so somebody has to look before.
"""

import asyncio
import logging
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

log = logging.getLogger("app.blockers")

# Where env.py leaves the process ID of the session that migrates, in Alembic's Config.attributes.
SESSION = "session_pid"
SECONDS_BETWEEN_LOOKS = 0.5
MOST_HOLDERS = 3

# A session of another role has no state and no start for a role without pg_monitor; a prepared transaction has
# the process ID 0 and no session at all. Those that wait in the queue themselves come last.
HOLDERS = text(
    """
    SELECT holder.pid, activity.application_name, activity.usename, activity.state, activity.xact_start,
           (SELECT relation::regclass::text FROM pg_locks
             WHERE pid = :pid AND NOT granted AND relation IS NOT NULL LIMIT 1) AS relation
      FROM (SELECT DISTINCT unnest(pg_blocking_pids(:pid)) AS pid) AS holder
      LEFT JOIN pg_stat_activity AS activity ON activity.pid = holder.pid
     ORDER BY coalesce(activity.wait_event_type = 'Lock', false), activity.xact_start NULLS LAST, holder.pid
     LIMIT :most
    """
)


@dataclass(frozen=True)
class Holder:
    """A session in the way; what the migration's role may not see is None."""

    pid: int
    application: str | None = None
    user: str | None = None
    state: str | None = None
    since: datetime | None = None
    relation: str | None = None

    def message(self) -> dict[str, str | int]:
        since = self.since and self.since.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        optional = {
            "application": self.application,
            "user": self.user,
            "state": self.state,
            "since": since,
            "relation": self.relation,
        }
        return {"pid": self.pid, **{name: value for name, value in optional.items() if value}}


class Blockers:
    """Looks while its block runs, and ends with it. That it can't see anything never fails the migration."""

    def __init__(self, attributes: Mapping[Any, Any]) -> None:
        self._attributes = attributes
        self._holders: list[Holder] = []
        self._missed = 0
        self._stop = threading.Event()
        # Alembic blocks the main thread's event loop, so this one has its own.
        self._thread = threading.Thread(target=self._run, name="blockers", daemon=True)

    @property
    def holders(self) -> list[Holder]:
        return list(self._holders)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def note(self, found: Sequence[Holder]) -> None:
        """One look without a holder may be the one after the error; after the second the wait is over."""
        self._missed = 0 if found else self._missed + 1
        if found or self._missed > 1:
            self._holders = list(found)

    def _run(self) -> None:
        try:
            with asyncio.Runner() as runner:
                engine = _engine()
                try:
                    # A migration that is done before the first look costs no connection.
                    while not self._stop.wait(SECONDS_BETWEEN_LOOKS):
                        if (pid := self._attributes.get(SESSION)) is not None:
                            self.note(runner.run(_look(engine, pid)))
                finally:
                    runner.run(engine.dispose())
        except Exception as error:
            # Only its type: the words of a connection error may hold the URL.
            log.warning("can't look who holds a lock: %s", type(error).__name__)


def _engine() -> AsyncEngine:
    return create_async_engine(
        os.environ["DATABASE_URL"],
        # Without a transaction each look sees the activity of its own moment.
        isolation_level="AUTOCOMMIT",
        pool_size=1,
        connect_args={
            "timeout": 3,
            "command_timeout": 3,
            "server_settings": {"application_name": "alembic-blockers", "statement_timeout": "2s"},
        },
    )


async def _look(engine: AsyncEngine, pid: int) -> list[Holder]:
    async with engine.connect() as connection:
        rows = await connection.execute(HOLDERS, {"pid": pid, "most": MOST_HOLDERS})
        return [Holder(*row) for row in rows]
