"""The stack's state machine: create, update, roll back, delete. Each runs in a thread of its own."""

from copy import deepcopy
from dataclasses import replace

from . import outputs, schemas, template as templates
from .comparison import differing
from .diff import Planned
from .errors import AwsError, ResourceFailure
from .model import Resource, Source, Stack, now
from .planning import plan, wanted
from .resources.registry import HANDLERS
from .steps import REPLACING, Steps
from .teardown import NONE, clean_up, delete_all


class Deployment:
    def __init__(self, stack: Stack, source: Source, token: str = "", on_failure: str = "ROLLBACK") -> None:
        self.stack, self.source, self.on_failure = stack, source, on_failure
        self.steps, self.token = Steps(stack, token), token
        self.failed: list[str] = []
        self.retired: list[Resource] = []

    def create(self) -> None:
        self.stack.source = self.source
        self.stack.event("CREATE_IN_PROGRESS", "User Initiated", token=self.token)
        if self._apply("create") and self._finish("CREATE_COMPLETE"):
            return
        if self.on_failure == "DO_NOTHING":
            return self.stack.event("CREATE_FAILED", self._why("create", rollback=False), token=self.token)
        if self.on_failure == "DELETE":
            return self.delete(reason=self._why("create"))
        self.stack.event("ROLLBACK_IN_PROGRESS", self._why("create"), token=self.token)
        stuck = delete_all(self.steps, list(self.stack.resources.values()), keep_policies=False)
        self.stack.outputs = []
        self.stack.event("ROLLBACK_FAILED" if stuck else "ROLLBACK_COMPLETE", token=self.token)

    def update(self) -> None:
        before = self.stack.source
        self.stack.event("UPDATE_IN_PROGRESS", "User Initiated", token=self.token)
        self.stack.updated, self.stack.undo = now(), [("source", before)]
        if self._apply("update") and self._finish("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"):
            self.stack.source = self.source
            clean_up(self.steps, self.stack, self.retired, set(wanted(self.stack, self.source)))
            self.stack.undo = []
            return self.stack.event("UPDATE_COMPLETE", token=self.token)
        if self.on_failure == "DO_NOTHING" or self.stack.disable_rollback:
            return self.stack.event("UPDATE_FAILED", self._why("update", rollback=False), token=self.token)
        self.stack.event("UPDATE_ROLLBACK_IN_PROGRESS", self._why("update", rollback=False), token=self.token)
        self.roll_back(set())

    def roll_back(self, skip: set[str]) -> None:
        """Undoes the journal, newest first. What can't be undone stays in it for ContinueUpdateRollback."""
        created: list[Resource] = []
        while len(self.stack.undo) > 1:
            kind, was = self.stack.undo[-1]
            live = self.stack.resources.get(was.logical_id)
            try:
                if kind == "created":
                    created.append(self.stack.resources.pop(was.logical_id, was))
                elif kind == "replaced":
                    created.append(self.stack.resources[was.logical_id])
                    self.stack.resources[was.logical_id] = was
                    self.stack.event("UPDATE_COMPLETE", "", was, self.token)
                elif live is not None and was.logical_id not in skip:
                    self.steps.update(live, was.properties)
            except ResourceFailure:
                reason = f"The following resource(s) failed to update: [{was.logical_id}]. "
                return self.stack.event("UPDATE_ROLLBACK_FAILED", reason, token=self.token)
            self.stack.undo.pop()
        self.stack.source = self.stack.undo.pop()[1]
        self.stack.event("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", token=self.token)
        delete_all(self.steps, created, keep_policies=False)
        outputs.compute(self.stack, self.stack.source)
        self.stack.event("UPDATE_ROLLBACK_COMPLETE", token=self.token)

    def delete(self, retain: frozenset[str] = NONE, reason: str = "User Initiated") -> None:
        self.stack.event("DELETE_IN_PROGRESS", reason, token=self.token)
        stuck = delete_all(self.steps, list(self.stack.resources.values()), keep_policies=True, retain=retain)
        if stuck:
            why = f"The following resource(s) failed to delete: [{', '.join(stuck)}]. "
            return self.stack.event("DELETE_FAILED", why, token=self.token)
        self.stack.outputs, self.stack.deleted = [], now()
        self.stack.event("DELETE_COMPLETE", token=self.token)

    def _apply(self, verb: str) -> bool:
        try:
            planned = plan(self.stack, self.source)
            for name in wanted(self.stack, self.source):
                self._one(name, planned)
            self.stack.imports = planned.resolver.imports
        except (ResourceFailure, AwsError) as error:
            if isinstance(error, AwsError):
                self.failed.append(error.message)
            return False
        return True

    def _one(self, name: str, planned: Planned) -> None:
        body = self.source.template["Resources"][name]
        current = self.stack.resources.get(name)
        resource = Resource(
            name,
            body["Type"],
            depends_on=templates.dependencies(self.source.template, name),
            metadata=body.get("Metadata"),
            deletion_policy=body.get("DeletionPolicy", "Delete"),
            replace_policy=body.get("UpdateReplacePolicy", "Delete"),
        )
        try:
            resource.properties = deepcopy(planned.properties(name))
            if current is None or current.type != resource.type:
                self.stack.resources[name] = resource
                self.stack.undo.append(("replaced" if current else "created", current or resource))
                self.retired += [current] if current else []
                return self.steps.create(resource)
            for policy in ("deletion_policy", "replace_policy", "metadata", "depends_on"):
                setattr(current, policy, getattr(resource, policy))
            if current.properties == resource.properties:
                return
            if self._must_replace(current, resource):
                resource.physical_id = current.physical_id
                self.stack.undo.append(("replaced", current))
                self.stack.resources[name] = resource
                self.steps.create(resource, "UPDATE", REPLACING)
                return self.retired.append(current)
            self.stack.undo.append(("updated", replace(current, properties=deepcopy(current.properties))))
            self.steps.update(current, resource.properties)
        except ResourceFailure:
            self.failed.append(name)
            if current and self.stack.resources[name] is not current:  # the replacement was never born
                self.stack.resources[name] = current
                self.stack.undo.pop()
            raise

    def _must_replace(self, old: Resource, new: Resource) -> bool:
        paths = differing(old.properties, new.properties)
        always = any(schemas.recreation(self.stack.region, old.type, path) == "Always" for path in paths)
        return always or any(path.split("/")[1] in HANDLERS[old.type].replace_when for path in paths)

    def _finish(self, status: str) -> bool:
        try:
            outputs.compute(self.stack, self.source)
        except AwsError as error:
            self.failed.append(error.message)
            return False
        self.stack.event(status, token=self.token)
        return True

    def _why(self, verb: str, rollback: bool = True) -> str:
        tail = (
            "Rollback requested by user."
            if rollback and self.on_failure == "ROLLBACK"
            else "Delete requested by user."
            if rollback
            else ""
        )
        return f"The following resource(s) failed to {verb}: [{', '.join(self.failed)}]. {tail}"
