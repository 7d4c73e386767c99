"""The handler of most types: a few names are enough, botocore's service model knows the rest."""

import json
from dataclasses import dataclass, field
from typing import Any, Callable

import jmespath
from botocore import xform_name
from botocore.exceptions import ClientError

from ..model import Properties
from .handler import Context, Handler

Configure = Callable[[Context, str, Properties, Properties], None]
Arguments = Callable[[Context, str, Properties], dict[str, Any]]


def fit(value: Any, shape: Any) -> Any:
    """A template value in an API's shape: member names by case, scalars by type, key/value lists and maps either way."""
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        members = {
            name.lower().removeprefix("tag") if name in ("TagKey", "TagValue") else name.lower(): name
            for name in shape.members
        }
        return {
            members[k.lower()]: fit(v, shape.members[members[k.lower()]])
            for k, v in value.items()
            if k.lower() in members
        }
    if kind == "list" and isinstance(value, dict):  # tags written as a map
        return [fit({"Key": k, "Value": v}, shape.member) for k, v in value.items()]
    if kind == "list":
        return [fit(item, shape.member) for item in (value if isinstance(value, list) else [value])]
    if kind == "map" and isinstance(value, list):
        return {item["Key"]: item["Value"] for item in value}
    if kind == "map" and isinstance(value, dict):
        return {k: fit(v, shape.value) for k, v in value.items()}
    if kind in ("integer", "long"):
        return int(value)
    if kind in ("float", "double"):
        return float(value)
    if kind == "boolean":
        return value if isinstance(value, bool) else str(value).lower() == "true"
    if kind == "string":
        return json.dumps(value) if isinstance(value, (dict, list)) else str(value)
    return value


@dataclass
class Api(Handler):
    service: str
    create_operation: str
    id: str  # path of the physical id in create's answer, or "=Property" when the name is the id
    key: str  # parameter that takes the id in describe, update and delete
    delete_operation: str = ""
    update_operation: str = ""
    describe_operation: str = ""
    described: str = "@"  # path of the resource in describe's answer
    gets: dict[str, str] = field(default_factory=dict)  # GetAtt name: path in the described resource
    compared: dict[str, str] = field(default_factory=dict)  # property: path in the described resource, for drift
    rename: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, Any] = field(default_factory=dict)  # parameters every create and update gets
    configure: Configure | None = None  # what the create call can't say; also runs on update
    select: Arguments | None = None  # describe and delete parameters when they aren't simply {key: id}
    name_limit: int = 63
    lower: bool = False
    name_property: str = ""  # for types that need a name although Ref is something else
    replace_when: frozenset[str] = frozenset()

    def call(self, context: Context, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
        client = context.client(self.service)
        model = client.meta.service_model.operation_model(operation)
        renamed = {self.rename.get(k, k): v for k, v in arguments.items()}
        known = {**self.fixed, **renamed}
        answer: dict[str, Any] = getattr(client, xform_name(operation))(
            **(fit(known, model.input_shape) if model.input_shape else {})
        )
        return answer

    def arguments(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        return self.select(context, physical_id, properties) if self.select else {self.key: physical_id}

    def create(self, context: Context, properties: Properties) -> str:
        properties = dict(properties)
        naming = self.id[1:] if self.id.startswith("=") else self.name_property
        if naming:
            properties.setdefault(naming, context.generated_name(self.name_limit, self.lower))
        answer = self.call(context, self.create_operation, properties)
        physical_id = str(properties[self.id[1:]] if self.id.startswith("=") else jmespath.search(self.id, answer))
        if self.configure:
            self.configure(context, physical_id, {}, properties)
        return physical_id

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        if self.update_operation:
            wanted = self._changed(context, old, new) if self.update_operation.startswith("Modify") else new
            self.call(context, self.update_operation, {**wanted, **self.arguments(context, physical_id, new)})
        if self.configure:
            self.configure(context, physical_id, old, new)

    def _changed(self, context: Context, old: Properties, new: Properties) -> Properties:
        """A Modify call gets what changed and what it requires; a Put call gets everything."""
        shape = context.client(self.service).meta.service_model.operation_model(self.update_operation).input_shape
        return {k: v for k, v in new.items() if old.get(k) != v or self.rename.get(k, k) in shape.required_members}

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        if not self.delete_operation:
            return
        try:
            self.call(context, self.delete_operation, self.arguments(context, physical_id, properties))
        except ClientError as error:
            if not is_missing(error):
                raise

    def describe(self, context: Context, physical_id: str, properties: Properties) -> Any:
        if not self.describe_operation:
            return None
        arguments = self.arguments(context, physical_id, properties)
        client = context.client(self.service)
        shape = client.meta.service_model.operation_model(self.describe_operation).input_shape
        member = shape.members.get(f"{self.key}s") if self.key not in shape.members else None
        if member is not None:
            arguments = {f"{self.key}s": [physical_id]}
        return jmespath.search(self.described, self.call(context, self.describe_operation, arguments))

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        if not self.gets:
            return {}
        live = self.describe(context, physical_id, properties) if self.describe_operation else {}
        values = {"id": physical_id, "region": context.region, "live": live}
        return {name: value for name, path in self.gets.items() if (value := jmespath.search(path, values)) is not None}

    def read(self, context: Context, physical_id: str, properties: Properties) -> Properties | None:
        if not self.compared:
            return {}
        try:
            live = self.describe(context, physical_id, properties)
        except ClientError as error:
            if is_missing(error):
                return None
            raise
        if live is None:
            return None
        return {name: jmespath.search(path, live) for name, path in self.compared.items()}


def is_missing(error: ClientError) -> bool:
    code = error.response["Error"]["Code"]
    return (
        "NotFound" in code
        or code in ("404", "NoSuchEntity", "NoSuchBucket", "ResourceNotFoundException", "NoSuchHostedZone")
        or code.endswith("NotFoundFault")
    )
