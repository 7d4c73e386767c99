"""Stacks by region and name, and their exports."""

import threading
from dataclasses import dataclass, field
from typing import Any

from .errors import AwsError, validation_error
from .model import ChangeSet, Stack


@dataclass
class Store:
    stacks: list[Stack] = field(default_factory=list)
    detections: dict[str, dict[str, Any]] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def live(self, region: str) -> list[Stack]:
        return [s for s in self.stacks if s.region == region and s.status != "DELETE_COMPLETE"]

    def find(self, region: str, name: str) -> Stack | None:
        if name.startswith("arn:"):
            return next((s for s in self.stacks if s.id == name), None)
        return next((s for s in self.live(region) if s.name == name), None)

    def stack(self, region: str, name: str) -> Stack:
        stack = self.find(region, name)
        if stack is None:
            raise validation_error(f"Stack with id {name} does not exist")
        return stack

    def change_set(self, region: str, name: str, stack_name: str | None) -> tuple[Stack, ChangeSet]:
        if not name.startswith("arn:") and not stack_name:
            raise validation_error("StackName must be specified if ChangeSetName is not specified as an ARN.")
        pool = self.stacks if name.startswith("arn:") else [self.stack(region, stack_name or "")]
        for stack in pool:
            for change_set in stack.change_sets:
                if name in (change_set.id, change_set.name) and change_set.status != "DELETE_COMPLETE":
                    return stack, change_set
        raise AwsError("ChangeSetNotFound", f"ChangeSet [{name}] does not exist", 404)

    def exports(self, region: str) -> dict[str, dict[str, Any]]:
        return {
            o["ExportName"]: {"ExportingStackId": s.id, "Name": o["ExportName"], "Value": o["OutputValue"]}
            for s in self.live(region)
            for o in s.outputs
            if o.get("ExportName")
        }


store = Store()
