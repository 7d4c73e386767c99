import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cfn import persistence
from cfn.settings import settings
from cfn.store import store

from .conftest import make_stack


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(settings, "state_file", str(tmp_path / "state.bin"))
    yield tmp_path / "state.bin"
    store.stacks.clear()


def saved_stack(status: str) -> None:
    stack = make_stack({})
    stack.event(status)
    store.stacks.append(stack)
    persistence.save()
    store.stacks = []


def test_stacks_come_back_and_the_file_is_private(file: Path) -> None:
    saved_stack("CREATE_COMPLETE")
    assert file.stat().st_mode & 0o777 == 0o600
    persistence.load()
    assert [stack.status for stack in store.stacks] == ["CREATE_COMPLETE"]


def test_what_was_cut_short_has_failed(file: Path) -> None:
    saved_stack("UPDATE_IN_PROGRESS")
    persistence.load()
    assert (store.stacks[0].status, store.stacks[0].reason) == (
        "UPDATE_FAILED",
        "The sandbox was stopped during this operation",
    )


@pytest.mark.parametrize("header", [json.dumps({**persistence.writer(), "moto": "0.0.1"}), "no header", "[]"])
def test_what_something_else_wrote_is_discarded_with_a_word(
    file: Path, header: str, capsys: pytest.CaptureFixture[str]
) -> None:
    saved_stack("CREATE_COMPLETE")
    _, _, data = file.read_bytes().partition(b"\n")
    file.write_bytes(header.encode() + b"\n" + data)
    persistence.load()
    assert store.stacks == []
    assert not file.exists()
    assert "discarded" in capsys.readouterr().err


def test_no_file_is_no_state(file: Path) -> None:
    persistence.load()
    assert store.stacks == []


def test_saved_means_that_nothing_happened_since(file: Path) -> None:
    persistence.touch()
    assert not persistence.is_saved()
    persistence.save()
    assert persistence.is_saved()
