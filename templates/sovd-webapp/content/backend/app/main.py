"""The application: routes, metrics and the life of its connections."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app import metrics
from app.api import health, vehicles
from app.application import read_application
from app.cache import Cache
from app.capacity import observe_capacity
from app.config import Settings, get_settings
from app.correlation import HEADER, Correlation
from app.database import create_engine, observe_pool
from app.logs import configure_logs
from app.redis import connect_redis


def create_app(settings: Settings) -> FastAPI:
    configure_logs(settings.log_level)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.engine = create_engine(settings)
        observe_pool(app.state.engine, settings)
        observe_capacity()
        app.state.redis = connect_redis(settings)
        app.state.cache = Cache(app.state.redis)
        yield
        if app.state.redis is not None:
            await app.state.redis.aclose()
        await app.state.engine.dispose()

    application = read_application()
    app = FastAPI(title=application.name, description=application.description, lifespan=lifespan)
    app.state.settings = settings
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=[HEADER],
    )
    app.add_middleware(metrics.RequestMetrics)
    # The last one added is the outermost: what the others log has the id as well.
    app.add_middleware(Correlation)
    for router in (health.router, metrics.router, vehicles.router):
        app.include_router(router)
    return app


def app() -> FastAPI:
    """Entry point: `uvicorn --factory app.main:app`. A factory, so that importing needs no environment."""
    return create_app(get_settings())
