"""/health: what Kubernetes and the load balancer ask."""

import asyncio
import logging
from typing import Literal

from fastapi import APIRouter, Request, Response, status
from pydantic import BaseModel

from app.database import Engine
from app.metrics import DEPENDENCY_UP
from app.redis import RedisStanding, redis_standing
from app.revisions import Standing, code_revisions, database_revisions

DATABASE_SECONDS = 3  # below the probe's timeout of 5 s, as Redis' own is

router = APIRouter(prefix="/health", tags=["health"])
log = logging.getLogger(__name__)


class Liveness(BaseModel):
    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    status: Literal["ok", "unavailable"]
    database: Standing | Literal["unreachable"]
    # "unused" where no address of one is given
    redis: RedisStanding


@router.get("/live")
async def live() -> Liveness:
    """The process answers. A database that is down is no reason to restart it."""
    return Liveness()


@router.get("/ready", responses={status.HTTP_503_SERVICE_UNAVAILABLE: {"model": Readiness}})
async def ready(engine: Engine, request: Request, response: Response) -> Readiness:
    """Without Redis it still serves, unless READINESS_REQUIRE_REDIS says otherwise: an outage takes no pod away."""
    state = request.app.state
    database, redis = await asyncio.gather(_database(engine), redis_standing(state.redis))
    DEPENDENCY_UP.labels("database").set(database != "unreachable")
    if database in ("at head", "ahead") and not (redis == "degraded" and state.settings.readiness_require_redis):
        return Readiness(status="ok", database=database, redis=redis)
    response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    return Readiness(status="unavailable", database=database, redis=redis)


async def _database(engine: Engine) -> Standing | Literal["unreachable"]:
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            return code_revisions().standing(await database_revisions(engine))
    except Exception as error:  # whatever the reason: no traffic until it is gone
        # The type only: a driver's message can carry the URL.
        log.warning("the database can't be read: %s", type(error).__name__)
        return "unreachable"
