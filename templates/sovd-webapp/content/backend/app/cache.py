"""What was read lately, kept in Redis: an outage of it costs time and nothing else."""

import logging
import time
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from redis.asyncio import Redis
from redis.exceptions import RedisError

KEPT_SECONDS = 60
# So long nobody waits again for a Redis that didn't answer.
AWAY_SECONDS = 10

log = logging.getLogger(__name__)


class Cache:
    """Short-lived copies. Without Redis every read is a miss."""

    def __init__(self, redis: Redis | None) -> None:
        self._redis = redis
        self._away_until = 0.0

    async def read(self, key: str) -> bytes | None:
        value = await self._ask(lambda redis: redis.get(key))
        return value if isinstance(value, bytes) else None

    async def keep(self, key: str, value: str) -> None:
        await self._ask(lambda redis: redis.set(key, value, ex=KEPT_SECONDS))

    async def forget(self, key: str) -> None:
        """While Redis is away, a copy of before lives on for KEPT_SECONDS at most."""
        await self._ask(lambda redis: redis.delete(key))

    async def _ask(self, command: Callable[[Redis], Awaitable[object]]) -> object:
        if self._redis is None or time.monotonic() < self._away_until:
            return None
        try:
            return await command(self._redis)
        except (RedisError, OSError) as error:
            # The type only: a message can carry the URL.
            log.warning("the cache doesn't answer: %s", type(error).__name__)
            self._away_until = time.monotonic() + AWAY_SECONDS
            return None


def _cache(request: Request) -> Cache:
    cache: Cache = request.app.state.cache
    return cache


Cached = Annotated[Cache, Depends(_cache)]
