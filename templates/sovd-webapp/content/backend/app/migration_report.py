"""What a migration has to say, in the container's termination message."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.blockers import Holder

MESSAGE_BYTES = 4096  # Kubernetes keeps no more
ERROR_CHARACTERS = 600
# What ends a wait for a lock: lock_timeout, statement_timeout or a cancel, a deadlock. Others have causes of their own.
WAIT_ENDED = {"55P03", "57014", "40P01"}


class Terminated(BaseException):
    """SIGTERM. Python as PID 1 of a container has no default action for it, so a handler is needed to end in time."""


@dataclass
class MigrationReport:
    """Revisions before or after, those of the code, those applied by this run in their order."""

    current: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)
    error: str | None = None
    sql_state: str | None = None
    revision: str | None = None
    blocked_by: list[Holder] = field(default_factory=list)
    duration_ms: int = 0

    def failed(self, error: BaseException, revision: str | None, holders: Sequence[Holder] = ()) -> None:
        """The holders are those of the last lock that was waited for."""
        self.error, self.sql_state = first_line(error)
        self.revision = revision
        if isinstance(error, Terminated) or self.sql_state in WAIT_ENDED:
            self.blocked_by = list(holders)

    def text(self) -> str:
        """One line of JSON that fits; of many revisions the oldest are the least interesting, then the last holders."""
        applied, holders, truncated = self.applied, self.blocked_by, False
        while len((text := self._json(applied, holders, truncated)).encode()) > MESSAGE_BYTES and (applied or holders):
            applied, holders = (applied[len(applied) // 2 + 1 :], holders) if applied else ([], holders[:-1])
            truncated = True
        return text

    def write(self) -> None:
        file = Path(os.environ.get("TERMINATION_LOG", "/dev/termination-log"))
        if file.exists():  # Kubernetes made it; outside a container there is nobody to tell
            file.write_text(self.text(), encoding="utf-8")
        print(self.text(), flush=True)

    def _json(self, applied: list[str], holders: list[Holder], truncated: bool) -> str:
        optional = {"error": self.error, "sqlState": self.sql_state, "revision": self.revision}
        message = {
            "current": self.current,
            "heads": self.heads,
            "applied": applied,
            **{name: value for name, value in optional.items() if value},
            **({"blockedBy": [holder.message() for holder in holders]} if holders else {}),
            **({"truncated": True} if truncated else {}),
            "durationMs": self.duration_ms,
        }
        return json.dumps(message, separators=(",", ":"))


def first_line(error: BaseException) -> tuple[str, str | None]:
    """The database's own words in one line, and its SQLSTATE."""
    if isinstance(error, Terminated):
        return "terminated before it was done (SIGTERM)", None
    # SQLAlchemy wraps the driver's error, and its asyncpg adapter wraps it once more.
    original = getattr(error, "orig", None) or error
    cause = original.__cause__ if original is not error and original.__cause__ else original
    lines = str(original).strip().splitlines() or [""]
    text = re.sub(r"^<class '[\w.]+'>: ", "", lines[0])
    state = getattr(original, "sqlstate", None)
    return f"{type(cause).__name__}: {text}"[:ERROR_CHARACTERS], state
