"""Surviving a restart: the state file, what it was written by, and when it is written."""

import json
import os
import platform
import sys
import threading
import traceback
from importlib.metadata import version
from pathlib import Path

from . import pickling
from .settings import settings
from .store import store

FORMAT = 1  # of the engine's own classes: raise it when one of them changes its fields
_saving = threading.Lock()
_touched = threading.Event()


def writer() -> dict[str, str | int]:
    """What a pickle is bound to. A file that something else wrote isn't opened."""
    return {
        "format": FORMAT,
        "moto": version("moto"),
        "cloudpickle": version("cloudpickle"),
        "python": ".".join(platform.python_version_tuple()[:2]),
    }


def touch() -> None:
    """Says that something may have changed since the last save."""
    _touched.set()


def is_saved() -> bool:
    return not _touched.is_set() and not _saving.locked()


def save() -> None:
    if not settings.state_file:
        return
    with _saving:
        _touched.clear()
        try:
            _write(Path(settings.state_file))
        except Exception:  # something changed underneath: the next save gets it
            _touched.set()
            traceback.print_exc()


def _write(file: Path) -> None:
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    # it holds secrets: nobody else may open it, not even while it is written
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as opened:
        opened.write(json.dumps(writer()).encode() + b"\n" + pickling.dump())
    os.replace(draft, file)


def load() -> None:
    file = Path(settings.state_file) if settings.state_file else None
    if file is None or not file.exists():
        return
    head, _, data = file.read_bytes().partition(b"\n")
    wrote = _header(head)
    if wrote != writer():
        print(
            f"The state of AWS in {file} was written by {_named(wrote)}, and this is {_named(writer())}: "
            "discarded, all stacks and their resources are gone.",
            file=sys.stderr,
            flush=True,
        )
        file.unlink()
        return
    pickling.restore(data)
    for stack in store.stacks:
        if stack.status != "REVIEW_IN_PROGRESS":
            stack.broken("The sandbox was stopped during this operation")


def save_every(seconds: float) -> None:
    """For calls that go to moto directly; a kill -9 loses at most this much."""

    def loop() -> None:
        while _touched.wait():
            threading.Event().wait(seconds)
            save()

    if settings.state_file:
        threading.Thread(target=loop, daemon=True).start()


def _header(line: bytes) -> dict[str, str | int]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _named(wrote: dict[str, str | int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in wrote.items()) or "an unknown program"
