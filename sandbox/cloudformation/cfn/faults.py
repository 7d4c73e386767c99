"""Faults on demand, for tests: a resource that fails, throttled calls, an outage. Set over /sandbox-api/faults."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from .errors import AwsError, ResourceFailure
from .settings import settings


def _from_environment() -> dict[str, str | dict[str, Any]]:
    return {
        name: reason or "Injected failure"
        for name, _, reason in (item.partition("=") for item in settings.fail.split(";") if item)
    }


@dataclass
class Faults:
    """`fail` keys are LogicalId or Verb:LogicalId (Create, Update, Delete), values a reason or {reason, times}.
    `service` limits call faults to one AWS service, "" = all."""

    fail: dict[str, str | dict[str, Any]] = field(default_factory=_from_environment)
    throttle: int = 0
    outage_until: float = 0.0
    service: str = "cloudformation"
    lock: threading.Lock = field(default_factory=threading.Lock)

    def set(self, wanted: dict[str, object]) -> None:
        with self.lock:
            self.fail = dict(wanted.get("fail", {}))  # type: ignore[call-overload]
            self.throttle = int(wanted.get("throttle", 0))  # type: ignore[call-overload]
            self.outage_until = time.monotonic() + float(wanted.get("outageSeconds", 0))  # type: ignore[arg-type]
            self.service = str(wanted.get("service", "cloudformation"))

    def shown(self) -> dict[str, object]:
        left = max(0.0, self.outage_until - time.monotonic())
        return {"fail": self.fail, "throttle": self.throttle, "outageSeconds": round(left, 1), "service": self.service}

    def on_call(self, service: str) -> None:
        if self.service and self.service != service:
            return
        with self.lock:
            if time.monotonic() < self.outage_until:
                raise AwsError("ServiceUnavailable", "Service is unavailable. Please try again shortly", 503)
            if self.throttle > 0:
                self.throttle -= 1
                raise AwsError("Throttling", "Rate exceeded")

    def on_resource(self, verb: str, logical_id: str) -> None:
        with self.lock:
            key = next((k for k in (f"{verb}:{logical_id}", logical_id) if k in self.fail), None)
            if key is None or (verb not in ("Create", "Update") and key == logical_id):
                return
            fault = self.fail[key]
            if isinstance(fault, str):
                raise ResourceFailure(fault)
            if fault["times"] > 0:
                fault["times"] -= 1
                raise ResourceFailure(str(fault["reason"]))


faults = Faults()
