"""One resource at a time: do it in moto, and tell the story in events."""

import time
import traceback
from dataclasses import dataclass, replace
from typing import Any, Callable

from botocore.exceptions import BotoCoreError, ClientError

from . import schemas
from .errors import AwsError, ResourceFailure
from .faults import faults
from .functions import KNOWN_AFTER_APPLY
from .model import Properties, Resource, Stack
from .resources.handler import Context, Handler
from .resources.identity import expand
from .resources.registry import HANDLERS
from .settings import settings

REPLACING = "Requested update requires the creation of a new physical resource; hence creating one."


@dataclass
class Steps:
    stack: Stack
    token: str

    def context(self, resource: Resource) -> Context:
        return Context(self.stack.region, self.stack.name, resource.logical_id)

    def _attempt(self, verb: str, resource: Resource, work: Callable[[Handler, Context], Any]) -> Any:
        """Every way a service may refuse becomes one ResourceFailure with AWS's kind of text."""
        try:
            faults.on_resource(verb, resource.logical_id)
            return work(HANDLERS[resource.type], self.context(resource))
        except ResourceFailure:
            raise
        except ClientError as error:
            said, status = error.response["Error"], error.response["ResponseMetadata"]["HTTPStatusCode"]
            service = resource.type.split("::")[1]
            raise ResourceFailure(
                f'Resource handler returned message: "{said["Message"]} (Service: {service}, Status Code: {status})" '
                f"(HandlerErrorCode: {said['Code']})"
            ) from error
        except (AwsError, BotoCoreError, FileExistsError) as error:
            raise ResourceFailure(str(error)) from error
        except Exception as error:  # a defect of a handler must end the stack, not hang it
            traceback.print_exc()
            raise ResourceFailure(str(error) or type(error).__name__) from error

    def _event(self, status: str, resource: Resource, reason: str = "") -> None:
        self.stack.event(status, reason, resource, self.token)

    def create(self, resource: Resource, verb: str = "CREATE", reason: str = "") -> None:
        """`verb` is UPDATE when the new one replaces an old one."""
        resource.physical_id = "" if verb == "CREATE" else resource.physical_id
        self._event(f"{verb}_IN_PROGRESS", resource, reason)
        try:
            self._check(resource)
            made = self._attempt(
                "Create",
                resource,
                lambda handler, context: handler.create(context, expand(context, resource.properties)),
            )
        except ResourceFailure as error:
            self._event(f"{verb}_FAILED", resource, str(error))
            raise
        resource.physical_id = made
        self._event(f"{verb}_IN_PROGRESS", resource, "Resource creation Initiated")
        time.sleep(settings.seconds(resource.type))
        self.refresh(resource)
        self._event(f"{verb}_COMPLETE", resource)

    def update(self, resource: Resource, new: Properties) -> None:
        self._event("UPDATE_IN_PROGRESS", resource)
        try:
            self._check(replace(resource, properties=new))
            self._attempt(
                "Update",
                resource,
                lambda handler, context: handler.update(
                    context, resource.physical_id, expand(context, resource.properties), expand(context, new)
                ),
            )
        except ResourceFailure as error:
            self._event("UPDATE_FAILED", resource, str(error))
            raise
        time.sleep(settings.seconds(resource.type))
        resource.properties = new
        self.refresh(resource)
        self._event("UPDATE_COMPLETE", resource)

    def delete(self, resource: Resource, policy: str) -> bool:
        """False when it could not be deleted."""
        if policy.startswith("Retain") or not resource.physical_id:  # also RetainExceptOnCreate
            self._event("DELETE_SKIPPED" if resource.physical_id else "DELETE_COMPLETE", resource)
            return True
        self._event("DELETE_IN_PROGRESS", resource)
        try:
            if policy == "Snapshot":
                self._attempt(
                    "Snapshot",
                    resource,
                    lambda handler, context: handler.snapshot(context, resource.physical_id, resource.properties),
                )
            self._attempt(
                "Delete",
                resource,
                lambda handler, context: handler.delete(context, resource.physical_id, resource.properties),
            )
        except ResourceFailure as error:
            self._event("DELETE_FAILED", resource, str(error))
            return False
        time.sleep(settings.seconds(resource.type) / 2)
        self._event("DELETE_COMPLETE", resource)
        return True

    def refresh(self, resource: Resource) -> None:
        resource.attributes = self._attempt(
            "Read",
            resource,
            lambda handler, context: handler.attributes(context, resource.physical_id, resource.properties),
        )

    def _check(self, resource: Resource) -> None:
        problem = schemas.check(self.stack.region, resource.type, resource.properties, KNOWN_AFTER_APPLY)
        if problem:
            raise ResourceFailure(
                f"Properties validation failed for resource {resource.logical_id} with message:\n{problem}"
            )
