import pytest
from pydantic import ValidationError

from app.application import read_application
from app.config import Settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user:pass@db:5432/name?ssl=require")
    monkeypatch.setenv("DB_POOL_SIZE", "7")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    settings = Settings()  # type: ignore[call-arg]
    assert (settings.db_pool_size, settings.db_max_overflow, settings.log_level) == (7, 10, "DEBUG")
    assert "pass" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://user@db/name"),
        ("DATABASE_URL", "postgresql+asyncpg://"),
        ("DB_POOL_SIZE", "0"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_ends_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user@db/name")
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()  # type: ignore[call-arg]


def test_the_application_has_a_name() -> None:
    assert read_application().name
