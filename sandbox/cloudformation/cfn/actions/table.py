"""Which function answers which action. A name that isn't here answers AWS's error for a call it can't serve."""

from typing import Any, Callable, cast

from botocore import xform_name

from . import change_set_reads, change_sets, drifts, reads, stacks, templates

Action = Callable[[str, dict[str, Any]], dict[str, Any]]


def find(action: str) -> Action | None:
    for module in (change_set_reads, change_sets, drifts, reads, stacks, templates):
        found = getattr(module, xform_name(action), None)
        if callable(found):
            return cast(Action, found)
    return None
