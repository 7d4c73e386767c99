"""How much this container may use: CPU by its control group, and the node's disk as /tmp sees it."""

import os
import shutil
import tempfile
from pathlib import Path

from prometheus_client import Gauge

CPU_LIMIT = Gauge("container_cpu_limit_cores", "CPU that the container may use")
DISK_FREE = Gauge("temporary_disk_free_bytes", "Free bytes of the disk under the folder for temporary files")
DISK_SIZE = Gauge("temporary_disk_size_bytes", "Bytes of the disk under the folder for temporary files")

CONTROL_GROUP = Path("/sys/fs/cgroup/cpu.max")


def cpu_limit(control_group: Path = CONTROL_GROUP) -> float:
    """The quota of control groups v2, else all that the machine has."""
    try:
        quota, period = control_group.read_text(encoding="ascii").split()
        return int(quota) / int(period)
    except (OSError, ValueError):  # not there, or "max"
        return float(os.cpu_count() or 1)


def observe_capacity() -> None:
    """Each scrape asks anew."""
    folder = tempfile.gettempdir()
    CPU_LIMIT.set_function(cpu_limit)
    DISK_FREE.set_function(lambda: shutil.disk_usage(folder).free)
    DISK_SIZE.set_function(lambda: shutil.disk_usage(folder).total)
