"""What the engine remembers. Plain data, so that a snapshot is one pickle."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from .settings import settings

Properties = dict[str, Any]


def now() -> datetime:
    return datetime.now(timezone.utc)


def arn(region: str, kind: str, name: str) -> str:
    return f"arn:aws:cloudformation:{region}:{settings.account}:{kind}/{name}/{uuid.uuid4()}"


@dataclass
class Resource:
    logical_id: str
    type: str
    properties: Properties = field(default_factory=dict)  # resolved, dynamic references still in their literal form
    physical_id: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    depends_on: list[str] = field(default_factory=list)
    deletion_policy: str = "Delete"
    replace_policy: str = "Delete"
    metadata: Any = None
    status: str = ""
    reason: str = ""
    updated: datetime = field(default_factory=now)
    drift: dict[str, Any] = field(default_factory=lambda: {"StackResourceDriftStatus": "NOT_CHECKED"})


@dataclass
class Source:
    """One desired state: the template as sent, its parsed form, and the inputs that go with it."""

    body: str
    template: dict[str, Any]
    parameters: dict[str, Any]
    tags: list[dict[str, str]]
    capabilities: list[str] = field(default_factory=list)


@dataclass
class ChangeSet:
    id: str
    name: str
    type: str
    source: Source
    status: str = "CREATE_PENDING"
    execution: str = "UNAVAILABLE"
    reason: str = ""
    description: str = ""
    changes: list[dict[str, Any]] = field(default_factory=list)
    on_failure: str = "ROLLBACK"
    token: str = ""
    created: datetime = field(default_factory=now)


@dataclass
class Stack:
    id: str
    name: str
    region: str
    source: Source
    status: str = "REVIEW_IN_PROGRESS"
    reason: str = ""
    resources: dict[str, Resource] = field(default_factory=dict)
    outputs: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    change_sets: list[ChangeSet] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    termination_protection: bool = False
    disable_rollback: bool = False
    created: datetime = field(default_factory=now)
    updated: datetime | None = None
    deleted: datetime | None = None
    policy: str | None = None
    change_set_id: str = ""
    drift: dict[str, Any] = field(default_factory=lambda: {"StackDriftStatus": "NOT_CHECKED"})
    undo: list[Any] = field(default_factory=list)  # what ContinueUpdateRollback still has to do

    def event(self, status: str, reason: str = "", resource: Resource | None = None, token: str = "") -> None:
        if resource is None:
            self.status, self.reason = status, reason
        else:
            resource.status, resource.reason, resource.updated = status, reason, now()
        subject = resource or Resource(self.name, "AWS::CloudFormation::Stack", physical_id=self.id)
        self.events.append(
            {
                "StackId": self.id,
                "StackName": self.name,
                "Timestamp": now(),
                "EventId": f"{subject.logical_id}-{status}-{uuid.uuid4()}" if resource else str(uuid.uuid4()),
                "LogicalResourceId": subject.logical_id,
                "PhysicalResourceId": subject.physical_id,
                "ResourceType": subject.type,
                "ResourceStatus": status,
                **({"ResourceStatusReason": reason} if reason else {}),
                **({"ClientRequestToken": token} if token else {}),
            }
        )

    def broken(self, reason: str) -> None:
        """Ends a stack whose thread died of a defect in the engine."""
        if self.status.endswith("IN_PROGRESS"):
            self.event(
                self.status.removesuffix("_CLEANUP_IN_PROGRESS").removesuffix("_IN_PROGRESS").removesuffix("_COMPLETE")
                + "_FAILED",
                reason,
            )
