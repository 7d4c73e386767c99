import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr, ValidationError

from app.application import read_application
from app.config import Settings
from app.main import create_app


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user:pass@db:5432/name?ssl=require")
    monkeypatch.setenv("DB_POOL_SIZE", "7")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("REDIS_URL", "rediss://:secret@redis:6379/0")
    monkeypatch.setenv("CORS_ORIGINS", "https://a.example.com,https://b.example.com")
    settings = Settings()  # type: ignore[call-arg]
    assert (settings.db_pool_size, settings.db_max_overflow, settings.log_level) == (7, 10, "DEBUG")
    assert settings.cors_origins == ["https://a.example.com", "https://b.example.com"]
    assert "pass" not in repr(settings)
    assert "secret@" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://user@db/name"),
        ("DATABASE_URL", "postgresql+asyncpg://"),
        ("DB_POOL_SIZE", "0"),
        ("LOG_LEVEL", "LOUD"),
        ("REDIS_URL", "http://redis:6379/0"),
    ],
)
def test_a_wrong_setting_ends_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user@db/name")
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("https://fleet.example.com", "https://fleet.example.com"), ("https://evil.example.com", None)],
)
def test_only_pages_of_known_origins_may_call_the_api(origin: str, allowed: str | None) -> None:
    settings = Settings(
        database_url=SecretStr("postgresql+asyncpg://user@db/name"), cors_origins=["https://fleet.example.com"]
    )
    with TestClient(create_app(settings)) as client:
        answer = client.get("/health/live", headers={"Origin": origin})
    assert answer.headers.get("access-control-allow-origin") == allowed


def test_the_application_has_a_name() -> None:
    assert read_application().name
