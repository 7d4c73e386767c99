"""/metrics in Prometheus' format, and the middleware that counts requests.

docs/runbooks/monitoring.md says what each metric means and which values are normal.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Up to 10 s, with a bound at the 3 s that the alert on latency asks for: a quantile is only as exact as its bucket.
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10)

REQUESTS = Counter("http_requests_total", "Requests that were answered", ["method", "route", "status"])
SECONDS = Histogram(
    "http_request_duration_seconds", "Time until the answer was sent", ["method", "route"], buckets=BUCKETS
)
WEBSOCKETS = Gauge("websocket_connections_active", "WebSockets that are open")
COMMANDS = Counter("commands_executed_total", "Commands to vehicles that ended", ["command", "status"])
COMMAND_SECONDS = Histogram(
    "command_execution_duration_seconds", "Time until a command ended", ["command"], buckets=(*BUCKETS, 30, 60)
)
# A dependency that isn't used, or wasn't asked yet, has no series: silence isn't an outage.
DEPENDENCY_UP = Gauge("dependency_up", "Whether it answered when readiness was last asked for", ["dependency"])
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

router = APIRouter(tags=["metrics"])


@router.get("/metrics", include_in_schema=False)
async def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@contextmanager
def command(name: str) -> Iterator[None]:
    """Counts and times what runs in its block as one command. The name comes from the code, never from a request."""
    status, began = "failed", time.perf_counter()
    try:
        yield
        status = "succeeded"
    finally:
        COMMANDS.labels(name, status).inc()
        COMMAND_SECONDS.labels(name).observe(time.perf_counter() - began)


class RequestMetrics:
    """Labels are the route's pattern and a known method, never text from outside: that would be a series each."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        opened = False

        async def watch(message: Message) -> None:
            nonlocal opened
            await send(message)
            if message["type"] == "websocket.accept" and not opened:
                opened = True
                WEBSOCKETS.inc()

        try:
            await self.app(scope, receive, watch)
        finally:
            if opened:
                WEBSOCKETS.dec()

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 500

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        began = time.perf_counter()
        try:
            await self.app(scope, receive, watch)
        finally:
            method = scope["method"] if scope["method"] in METHODS else "other"
            route = getattr(scope.get("route"), "path", "unmatched")
            REQUESTS.labels(method, route, str(status)).inc()
            SECONDS.labels(method, route).observe(time.perf_counter() - began)
