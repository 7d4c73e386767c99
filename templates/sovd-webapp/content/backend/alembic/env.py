"""How Alembic reaches the database: one migration at a time, and never waiting long for a table that others use."""

import asyncio
import os
from logging.config import fileConfig

from alembic import context
from sqlalchemy import Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.blockers import SESSION
from app.tables import Base
from app.vehicles import Vehicle  # noqa: F401  (registers the table for autogenerate)

# Any constant works, as long as every migration of this application uses the same one.
MIGRATION_LOCK = 7_270_010
# How long to wait for another migration to end.
TURN_TIMEOUT = os.environ.get("MIGRATION_TURN_TIMEOUT", "120s")
# A migration that waits for a table blocks every query behind it: give up early, the Job tries again.
LOCK_TIMEOUT = os.environ.get("MIGRATION_LOCK_TIMEOUT", "5s")
# Below the Job's deadline of 600 s, so that the database's own error is reported and not a kill.
STATEMENT_TIMEOUT = os.environ.get("MIGRATION_STATEMENT_TIMEOUT", "540s")

if context.config.config_file_name:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def online() -> None:
    # The URL goes straight to SQLAlchemy: through alembic.ini a "%" of a password would be an interpolation.
    engine = create_async_engine(
        os.environ["DATABASE_URL"],
        poolclass=pool.NullPool,
        connect_args={
            "server_settings": {
                "application_name": "alembic",
                "lock_timeout": TURN_TIMEOUT,
                "statement_timeout": STATEMENT_TIMEOUT,
                "idle_in_transaction_session_timeout": "60s",
            }
        },
    )
    try:
        async with engine.connect() as connection:
            # Read by whoever looks which sessions are in this one's way.
            context.config.attributes[SESSION] = await connection.scalar(text("SELECT pg_backend_pid()"))
            # Held by the session: it ends with the connection, also when this process is killed.
            await connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": MIGRATION_LOCK})
            await connection.execute(text("SELECT set_config('lock_timeout', :value, false)"), {"value": LOCK_TIMEOUT})
            await connection.commit()
            await connection.run_sync(run)
    finally:
        await engine.dispose()


def offline() -> None:
    """Writes SQL for review: `alembic upgrade <from>:<to> --sql`."""
    context.configure(
        dialect_name="postgresql",
        target_metadata=Base.metadata,
        literal_binds=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    asyncio.run(online())
