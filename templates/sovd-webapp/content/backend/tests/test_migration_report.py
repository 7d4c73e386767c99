import json
from pathlib import Path

import pytest

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
