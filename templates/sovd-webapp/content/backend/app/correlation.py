"""One id for all that a request does: in the log, and in the answer for whoever asks what happened."""

import logging
import re
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

HEADER = "X-Correlation-ID"

log = logging.getLogger(__name__)

# Text from outside goes into the log: nothing that could be taken for another line or field.
_ALLOWED = re.compile(r"[A-Za-z0-9-]{1,64}")


class Correlation:
    """Takes the caller's id, or makes one. It stands outside of all else, so it answers what nobody caught."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        correlation_id = given if _ALLOWED.fullmatch(given) else str(uuid.uuid4())
        began = False

        async def answer(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                MutableHeaders(scope=message)[HEADER] = correlation_id
            await send(message)

        with bound_contextvars(correlation_id=correlation_id):
            try:
                await self.app(scope, receive, answer)
            except Exception:
                log.exception("nothing handled this error")
                if began or scope["type"] == "websocket":
                    raise
                error = {
                    "code": "internal_error",
                    "message": "Something went wrong",
                    "correlation_id": correlation_id,
                }
                await JSONResponse({"error": error}, status_code=500)(scope, receive, answer)
