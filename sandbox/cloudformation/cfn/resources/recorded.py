"""Types that moto has no API for."""

from typing import Any

from ..model import Properties
from .handler import Context, Handler


class Recorded(Handler):
    """moto has no such resource: the engine keeps it, nothing else sees it."""

    recorded_only = True

    def __init__(self, name: str, gets: dict[str, str] | None = None, limit: int = 63) -> None:
        self.name, self.gets, self.limit = name, gets or {}, limit

    def create(self, context: Context, properties: Properties) -> str:
        return str(properties.get(self.name) or context.generated_name(self.limit, lower=True))

    def update(self, context: Context, physical_id: str, old: Properties, new: Properties) -> None:
        return None

    def delete(self, context: Context, physical_id: str, properties: Properties) -> None:
        return None

    def attributes(self, context: Context, physical_id: str, properties: Properties) -> dict[str, Any]:
        values = {
            **properties,
            "id": physical_id,
            "region": context.region,
            "account": context.arn("", "").split(":")[4],
        }
        return {name: path.format(**values) for name, path in self.gets.items()}
