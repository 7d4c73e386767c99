"""Entry point of the vehicle connector: `python -m app.vehicle_connector`.

A gRPC server with the health protocol (grpc.health.v1), which Kubernetes asks, and metrics
over HTTP on a port of their own. Services for the vehicles join it in `create_server`.
"""

import asyncio
import logging
import signal

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from prometheus_client import start_http_server

from app.config import ConnectorSettings
from app.logs import configure_logs
from app.vehicle_connections import keep_connected

GRACE_SECONDS = 25  # calls that run when the pod ends

log = logging.getLogger(__name__)


def create_server(port: int, host: str = "0.0.0.0") -> tuple[grpc.aio.Server, health.aio.HealthServicer, int]:  # noqa: S104
    """The server, its health, and the port that it listens on; port 0 takes a free one."""
    server = grpc.aio.server()
    servicer = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(servicer, server)
    return server, servicer, server.add_insecure_port(f"{host}:{port}")


async def serve(settings: ConnectorSettings, stop: asyncio.Event) -> None:
    server, servicer, port = create_server(settings.vehicle_connector_port)
    await server.start()
    await servicer.set("", health_pb2.HealthCheckResponse.SERVING)
    log.info("listening on %d for %d vehicle endpoints", port, len(settings.vehicle_endpoints))
    await keep_connected(settings.vehicle_endpoints, stop)
    # Says first that it goes, so that nobody begins anything new.
    await servicer.enter_graceful_shutdown()
    await server.stop(GRACE_SECONDS)


async def main() -> None:
    settings = ConnectorSettings()
    configure_logs(settings.log_level)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    start_http_server(settings.vehicle_connector_metrics_port)
    await serve(settings, stop)


if __name__ == "__main__":
    asyncio.run(main())
