"""Everything the environment may say about the engine. Only this file reads it."""

import os
from dataclasses import dataclass, field


def _pace_by_type() -> dict[str, float]:
    """`AWS::EKS::Cluster=3,AWS::RDS::DBInstance=2`: seconds for slow types."""
    text = os.environ.get(
        "SANDBOX_PACE_SLOW",
        "AWS::EKS::Cluster=2,AWS::EKS::Nodegroup=1.5,AWS::RDS::DBInstance=2,"
        "AWS::ElastiCache::ReplicationGroup=1.5,AWS::EC2::NatGateway=1",
    )
    return {name: float(value) for name, _, value in (item.partition("=") for item in text.split(",") if item)}


@dataclass
class Settings:
    account: str = os.environ.get("MOTO_ACCOUNT_ID", "123456789012")
    pace: float = float(os.environ.get("SANDBOX_PACE", "0.05"))  # seconds per resource; 0 = as fast as moto answers
    slow: dict[str, float] = field(default_factory=_pace_by_type)  # scaled: 0 when pace is 0
    fail: str = os.environ.get("SANDBOX_FAIL", "")  # LogicalId=reason;LogicalId=reason
    state_file: str = os.environ.get("SANDBOX_STATE", "")
    endpoint: str = ""  # set by the server once the port is known

    def seconds(self, resource_type: str) -> float:
        return self.slow.get(resource_type, self.pace) if self.pace else 0.0


settings = Settings()
