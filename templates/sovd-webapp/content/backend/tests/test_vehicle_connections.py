import asyncio
import time

from prometheus_client import REGISTRY

from app.vehicle_connections import keep_connected
from app.vehicle_connector import create_server

NOWHERE = "127.0.0.1:1"


def active() -> float:
    return REGISTRY.get_sample_value("vehicle_connections_active") or 0


async def until(connected: int) -> None:
    end = time.monotonic() + 20
    while active() != connected:
        assert time.monotonic() < end, f"{active()} connections"
        await asyncio.sleep(0.02)


def test_counts_the_endpoints_that_answer() -> None:
    async def run() -> None:
        gateway, _, port = create_server(0, host="127.0.0.1")
        await gateway.start()
        stop = asyncio.Event()
        running = asyncio.create_task(keep_connected([f"127.0.0.1:{port}", NOWHERE], stop))
        await until(1)
        assert REGISTRY.get_sample_value("vehicle_endpoints_configured") == 2
        await gateway.stop(None)
        await until(0)
        stop.set()
        await running

    asyncio.run(run())


def test_connections_end_with_the_connector() -> None:
    async def run() -> None:
        gateway, _, port = create_server(0, host="127.0.0.1")
        await gateway.start()
        stop = asyncio.Event()
        running = asyncio.create_task(keep_connected([f"127.0.0.1:{port}"], stop))
        await until(1)
        stop.set()
        await running
        assert active() == 0
        await gateway.stop(None)

    asyncio.run(run())
