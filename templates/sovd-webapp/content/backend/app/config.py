"""Everything the environment may say about the backend. Only this file reads it."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, PostgresDsn, RedisDsn, SecretStr, TypeAdapter, field_validator
from pydantic_settings import BaseSettings, NoDecode

_postgres_url: TypeAdapter[PostgresDsn] = TypeAdapter(PostgresDsn)
_redis_url: TypeAdapter[RedisDsn] = TypeAdapter(RedisDsn)

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def _split(value: object) -> object:
    """One text with commas, as an environment variable has it."""
    return [part for part in value.split(",") if part] if isinstance(value, str) else value


class Settings(BaseSettings):
    # A secret, because the URL carries the password: it must not show up in a log.
    database_url: SecretStr
    db_pool_size: int = Field(default=20, ge=1, le=200)
    db_max_overflow: int = Field(default=10, ge=0, le=200)
    # Left out, the application runs without Redis and says so when asked for readiness.
    redis_url: SecretStr | None = None
    # Whether a pod without Redis is taken out of service. The database alone answers most of what is asked.
    readiness_require_redis: bool = False
    # Origins of pages that may call the API from a browser.
    cors_origins: Annotated[list[str], NoDecode] = ["http://localhost:3000"]
    log_level: LogLevel = "INFO"

    _cors_origins = field_validator("cors_origins", mode="before")(_split)

    @field_validator("database_url")
    @classmethod
    def _is_asyncpg(cls, value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith("postgresql+asyncpg://"):
            raise ValueError("DATABASE_URL must start with postgresql+asyncpg://")
        _postgres_url.validate_python(value.get_secret_value())
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_redis(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            _redis_url.validate_python(value.get_secret_value())
        return value


class ConnectorSettings(BaseSettings):
    """What the vehicle connector reads; it has neither database nor Redis."""

    vehicle_connector_port: int = Field(default=50051, ge=1, le=65535)
    vehicle_connector_metrics_port: int = Field(default=9464, ge=1, le=65535)
    # host:port of the gateways that it talks to.
    vehicle_endpoints: Annotated[list[str], NoDecode] = []
    log_level: LogLevel = "INFO"

    _vehicle_endpoints = field_validator("vehicle_endpoints", mode="before")(_split)


@cache
def get_settings() -> Settings:
    return Settings()  # type: ignore[call-arg]  # the fields come from the environment
