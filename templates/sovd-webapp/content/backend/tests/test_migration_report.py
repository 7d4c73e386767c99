import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.blockers import Holder
from app.migration_report import MESSAGE_BYTES, MigrationReport, Terminated, first_line


def test_the_message_has_only_what_happened() -> None:
    report = MigrationReport(current=["0002"], heads=["0002"], applied=["0001", "0002"], duration_ms=12)
    assert json.loads(report.text()) == {
        "current": ["0002"],
        "heads": ["0002"],
        "applied": ["0001", "0002"],
        "durationMs": 12,
    }


def test_many_revisions_fit_and_the_newest_stay() -> None:
    report = MigrationReport(applied=[f"{number:010d}" for number in range(1000)])
    message = json.loads(report.text())
    assert len(report.text().encode()) <= MESSAGE_BYTES
    assert message["truncated"] is True
    assert message["applied"][-1] == "0000000999"


def test_a_long_error_fits() -> None:
    report = MigrationReport()
    report.failed(ValueError("ü" * 5000), "0003")
    message = json.loads(report.text())
    assert len(report.text().encode()) <= MESSAGE_BYTES
    assert message["revision"] == "0003"
    assert message["error"].startswith("ValueError: üü")


def test_an_error_without_words_has_its_type() -> None:
    assert first_line(RuntimeError()) == ("RuntimeError: ", None)


def test_terminated() -> None:
    assert first_line(Terminated())[0].startswith("terminated before it was done")


def test_no_file_is_made_outside_a_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "termination-log"
    monkeypatch.setenv("TERMINATION_LOG", str(file))
    MigrationReport(current=["0001"]).write()
    assert not file.exists()
    assert json.loads(capsys.readouterr().out)["current"] == ["0001"]


class Cancelled(Exception):
    sqlstate: str | None = None

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("canceling statement")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (Cancelled("55P03"), True),
        (Cancelled("57014"), True),
        (Cancelled("40P01"), True),
        (Terminated(), True),
        (Cancelled("42P01"), False),
        (ValueError("wrong"), False),
    ],
)
def test_only_an_error_that_ends_a_wait_names_who_was_in_the_way(error: BaseException, named: bool) -> None:
    report = MigrationReport()
    since = datetime(2026, 11, 21, 11, 41, 7, 5, tzinfo=UTC)
    report.failed(error, "0003", [Holder(4711, "sovd-report", "report", "active", since, "vehicle"), Holder(0)])
    holder = {
        "pid": 4711,
        "application": "sovd-report",
        "user": "report",
        "state": "active",
        "since": "2026-11-21T11:41:07Z",
        "relation": "vehicle",
    }
    assert json.loads(report.text()).get("blockedBy") == ([holder, {"pid": 0}] if named else None)


def test_holders_with_long_names_fit() -> None:
    report = MigrationReport(applied=["0001"])
    name = "ü" * 31
    holders = [Holder(pid, "a" * 63, name, "active", None, f"{name}.{name}") for pid in range(3)]
    report.failed(Cancelled("55P03"), "0003", holders)
    report.error = "ü" * 600
    message = json.loads(report.text())
    assert len(report.text().encode()) <= MESSAGE_BYTES
    assert message["truncated"] is True
    assert message["error"] == "ü" * 600
    report.error = "short"
    assert [holder["pid"] for holder in json.loads(report.text())["blockedBy"]] == [0, 1, 2]
