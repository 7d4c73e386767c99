import logging
import threading
import time

import pytest

from app import blockers
from app.blockers import SESSION, Blockers, Holder


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_the_holders_outlive_one_look_without_them_but_not_two() -> None:
    seen = Blockers({})
    seen.note([Holder(1), Holder(2)])
    seen.note([Holder(2)])
    seen.note([])
    assert seen.holders == [Holder(2)]
    seen.note([])
    assert seen.holders == []


def test_it_ends_with_its_block_also_when_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://user:hidden@127.0.0.1:1/none")
    with pytest.raises(ValueError, match="of the migration"), Blockers({}):
        assert "blockers" in threads()
        raise ValueError("of the migration")
    assert "blockers" not in threads()


@pytest.mark.parametrize("url", [None, "no URL", "postgresql+asyncpg://user:hidden@127.0.0.1:1/none"])
def test_a_look_that_fails_is_a_line_in_the_log_without_the_url(
    url: str | None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if url:
        monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setattr(blockers, "SECONDS_BETWEEN_LOOKS", 0.01)
    # Alembic's configuration of the log, read by other tests, may have turned it down.
    caplog.set_level(logging.WARNING, logger="app.blockers")
    give_up = time.monotonic() + 10
    with Blockers({SESSION: 1}) as seen:
        while "blockers" in threads() and time.monotonic() < give_up:
            pass
    assert seen.holders == []
    assert "can't look" in caplog.text
    assert "hidden" not in caplog.text
