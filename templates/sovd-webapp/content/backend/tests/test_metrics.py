from fastapi.testclient import TestClient
from prometheus_client import REGISTRY


def _count(route: str, status: str, method: str = "GET") -> float:
    labels = {"method": method, "route": route, "status": status}
    return REGISTRY.get_sample_value("http_requests_total", labels) or 0


def test_requests_are_counted_by_route_and_status(client: TestClient) -> None:
    before = _count("/api/vehicles/{vehicle_id}", "404")
    client.get("/api/vehicles/1")
    client.get("/api/vehicles/2")
    assert _count("/api/vehicles/{vehicle_id}", "404") == before + 2


def test_text_from_outside_makes_no_series(client: TestClient) -> None:
    before = _count("unmatched", "404", "other")
    client.request("INVENTED", "/nowhere/1")
    assert _count("unmatched", "404", "other") == before + 1
    assert "nowhere" not in client.get("/metrics").text


def test_prometheus_can_read_it(client: TestClient) -> None:
    client.get("/health/live")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'http_request_duration_seconds_count{method="GET",route="/health/live"}' in answer.text
