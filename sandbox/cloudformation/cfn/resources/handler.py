"""What the engine asks of a resource type, and the context a call gets."""

import secrets
import string
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import boto3
from botocore.config import Config

from ..model import Properties
from ..settings import settings

_lock = threading.Lock()


@lru_cache(maxsize=None)
def _client(service: str, region: str, endpoint: str) -> Any:
    config = Config(
        retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, connect_timeout=5, read_timeout=60
    )
    session = boto3.Session(aws_access_key_id="sandbox", aws_secret_access_key="sandbox", region_name=region)
    return session.client(service, endpoint_url=endpoint, config=config)


@dataclass(frozen=True)
class Context:
    region: str
    stack_name: str
    logical_id: str

    def client(self, service: str) -> Any:
        with _lock:  # creating botocore clients isn't thread-safe, using them is
            return _client(service, self.region, settings.endpoint)

    def arn(self, service: str, resource: str) -> str:
        return f"arn:aws:{service}:{self.region}:{settings.account}:{resource}"

    def generated_name(self, limit: int, lower: bool) -> str:
        """CloudFormation's pattern: stack, logical id, random suffix; the first two are cut to fit."""
        suffix = "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(12))
        head = f"{self.stack_name}-{self.logical_id}"[: limit - 13]
        name = f"{head}-{suffix}"
        return name.lower() if lower else name


class Handler:
    """`read` answers live properties in template form for drift, {} when the type isn't compared, None when it is gone."""

    replace_when: frozenset[str] = frozenset()  # conditional properties for which moto has no in-place change
    recorded_only = False

    def create(self, context: Context, properties: Properties) -> str:
        raise NotImplementedError

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        raise NotImplementedError

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        raise NotImplementedError

    def snapshot(self, context: Context, physical_id: str, properties: Properties) -> None:
        """Called before delete under DeletionPolicy: Snapshot."""

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        return {}

    def read(self, context: Context, physical_id: str, properties: Properties) -> Properties | None:
        return {}
