"""The connection to PostgreSQL, and sessions for routes."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from prometheus_client import Gauge
from sqlalchemy import QueuePool
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from app.config import Settings

IN_USE = Gauge("database_pool_connections_in_use", "Connections to the database that are in use")
MOST = Gauge("database_pool_connections_max", "Connections to the database that may be in use at a time")


def create_engine(settings: Settings) -> AsyncEngine:
    return create_async_engine(
        settings.database_url.get_secret_value(),
        pool_size=settings.db_pool_size,
        max_overflow=settings.db_max_overflow,
        # A database that failed over leaves dead connections in the pool.
        pool_pre_ping=True,
        connect_args={"server_settings": {"application_name": "backend"}},
    )


def observe_pool(engine: AsyncEngine, settings: Settings) -> None:
    """Each scrape asks the pool."""
    pool = engine.pool
    if isinstance(pool, QueuePool):
        IN_USE.set_function(pool.checkedout)
    MOST.set(settings.db_pool_size + settings.db_max_overflow)


def _engine(request: Request) -> AsyncEngine:
    engine: AsyncEngine = request.app.state.engine
    return engine


Engine = Annotated[AsyncEngine, Depends(_engine)]


async def _session(engine: Engine) -> AsyncIterator[AsyncSession]:
    async with async_sessionmaker(engine, expire_on_commit=False)() as session:
        yield session


Session = Annotated[AsyncSession, Depends(_session)]
