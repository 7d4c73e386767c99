"""What the backend writes: one JSON object a line, of this code and of its libraries alike, and no secret among it."""

import logging
import re

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

HIDDEN = "***"
# Fields that hold a secret whatever they say, and the password that a URL in a text carries.
_SECRET_NAME = re.compile(r"password|passwd|secret|token|authorization|cookie|api_?key|private_?key", re.IGNORECASE)
_LOGIN = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s/]+@", re.IGNORECASE)
# They bring handlers of their own, which write lines of another kind.
_SERVERS = ("uvicorn", "uvicorn.access", "uvicorn.error")


def _hidden(value: object) -> object:
    if isinstance(value, str):
        return _LOGIN.sub(rf"\1:{HIDDEN}@", value)
    if isinstance(value, dict):
        return {key: HIDDEN if _SECRET_NAME.search(str(key)) else _hidden(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_hidden(inner) for inner in value]
    return value


def hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The last step before a line is written, so that it sees tracebacks too."""
    return {key: HIDDEN if _SECRET_NAME.search(key) else _hidden(value) for key, value in event.items()}


def json_formatter() -> logging.Formatter:
    """Fields of a request come by `structlog.contextvars`, those of one line by `extra={...}`."""
    own: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=own,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.EventRenamer("message"),
            hide_secrets,
            structlog.processors.JSONRenderer(default=str),
        ],
    )


def configure_logs(level: str) -> None:
    """Everything goes to standard error by the root logger, the server's own lines too."""
    handler = logging.StreamHandler()
    handler.setFormatter(json_formatter())
    logging.basicConfig(handlers=[handler])
    logging.getLogger().setLevel(level)
    for name in _SERVERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
