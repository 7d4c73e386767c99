"""Where the database stands, seen from this code."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import AsyncEngine

Standing = Literal["at head", "behind", "ahead"]


@dataclass(frozen=True)
class CodeRevisions:
    known: frozenset[str]
    heads: frozenset[str]

    def standing(self, current: frozenset[str]) -> Standing:
        """*Ahead* means that a newer release has migrated the database: this code keeps serving while that one
        rolls out, and after a rollback. Migrations that a release needs are additive, so this is safe."""
        if current == self.heads:
            return "at head"
        return "behind" if current <= self.known else "ahead"


@cache
def code_revisions() -> CodeRevisions:
    file = Path(__file__).parents[1] / "alembic.ini"
    script = ScriptDirectory.from_config(Config(str(file)))
    return CodeRevisions(
        known=frozenset(step.revision for step in script.walk_revisions()),
        heads=frozenset(script.get_heads()),
    )


async def database_revisions(engine: AsyncEngine) -> frozenset[str]:
    async with engine.connect() as connection:
        return await connection.run_sync(lambda plain: frozenset(MigrationContext.configure(plain).get_current_heads()))
