import os
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from app.capacity import cpu_limit, observe_capacity


@pytest.mark.parametrize(("text", "cores"), [("50000 100000\n", 0.5), ("200000 100000\n", 2.0)])
def test_takes_the_limit_of_the_control_group(tmp_path: Path, text: str, cores: float) -> None:
    file = tmp_path / "cpu.max"
    file.write_text(text)
    assert cpu_limit(file) == cores


def test_has_the_machine_without_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "cpu.max"
    assert cpu_limit(file) == os.cpu_count()
    file.write_text("max 100000\n")
    assert cpu_limit(file) == os.cpu_count()


def test_each_scrape_asks_for_the_disk() -> None:
    observe_capacity()
    free = REGISTRY.get_sample_value("temporary_disk_free_bytes") or 0
    size = REGISTRY.get_sample_value("temporary_disk_size_bytes") or 0
    assert 0 < free <= size
