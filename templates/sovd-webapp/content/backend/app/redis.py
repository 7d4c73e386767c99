"""The connection to Redis, which the application can do without for a while."""

import logging
from collections.abc import Awaitable
from typing import Literal, cast

from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.config import Settings
from app.metrics import DEPENDENCY_UP

RedisStanding = Literal["ok", "degraded", "unused"]
SECONDS = 2

log = logging.getLogger(__name__)


def connect_redis(settings: Settings) -> Redis | None:
    """Connects when it is first used, and again after an outage."""
    if settings.redis_url is None:
        return None
    url = settings.redis_url.get_secret_value()
    return Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)


async def redis_standing(redis: Redis | None) -> RedisStanding:
    if redis is None:
        return "unused"
    try:
        # It is typed for both kinds of client, of which one doesn't wait.
        await cast(Awaitable[bool], redis.ping())
    except (RedisError, OSError) as error:
        # The type only: a message can carry the URL.
        log.warning("Redis doesn't answer: %s", type(error).__name__)
        DEPENDENCY_UP.labels("redis").set(0)
        return "degraded"
    DEPENDENCY_UP.labels("redis").set(1)
    return "ok"
