"""Connections to the gateways of the vehicles: kept open, and counted."""

import asyncio
from collections.abc import Iterable
from contextlib import AsyncExitStack

import grpc
from prometheus_client import Gauge

ACTIVE = Gauge("vehicle_connections_active", "Vehicle endpoints that are connected")
CONFIGURED = Gauge("vehicle_endpoints_configured", "Vehicle endpoints that should be connected")


async def _watch(channel: grpc.aio.Channel) -> None:
    state, connected = channel.get_state(try_to_connect=True), False
    try:
        while state != grpc.ChannelConnectivity.SHUTDOWN:
            if (state == grpc.ChannelConnectivity.READY) != connected:
                connected = not connected
                ACTIVE.inc(1 if connected else -1)
            await channel.wait_for_state_change(state)
            # A channel that nobody uses falls idle; asking for it connects again, with gRPC's own pauses.
            state = channel.get_state(try_to_connect=True)
    finally:
        if connected:
            ACTIVE.dec()


async def keep_connected(endpoints: Iterable[str], stop: asyncio.Event) -> None:
    """Until it is told to stop."""
    async with AsyncExitStack() as stack:
        channels = [await stack.enter_async_context(grpc.aio.insecure_channel(endpoint)) for endpoint in endpoints]
        CONFIGURED.set(len(channels))
        watches = [asyncio.create_task(_watch(channel)) for channel in channels]
        await stop.wait()
        for watch in watches:
            watch.cancel()
        await asyncio.gather(*watches, return_exceptions=True)
