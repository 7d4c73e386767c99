"""Everything the environment may say about the backend. Only this file reads it."""

from functools import cache
from typing import Literal

from pydantic import Field, PostgresDsn, SecretStr, TypeAdapter, field_validator
from pydantic_settings import BaseSettings

_postgres_url: TypeAdapter[PostgresDsn] = TypeAdapter(PostgresDsn)


class Settings(BaseSettings):
    # A secret, because the URL carries the password: it must not show up in a log.
    database_url: SecretStr
    db_pool_size: int = Field(default=20, ge=1, le=200)
    db_max_overflow: int = Field(default=10, ge=0, le=200)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("database_url")
    @classmethod
    def _is_asyncpg(cls, value: SecretStr) -> SecretStr:
        if not value.get_secret_value().startswith("postgresql+asyncpg://"):
            raise ValueError("DATABASE_URL must start with postgresql+asyncpg://")
        _postgres_url.validate_python(value.get_secret_value())
        return value


@cache
def get_settings() -> Settings:
    return Settings()  # type: ignore[call-arg]  # the fields come from the environment
