import pytest
from fastapi.testclient import TestClient

VIN = "WVWZZZ1JZXW000001"


def test_a_vehicle_is_kept_listed_and_removed(client: TestClient) -> None:
    created = client.post("/api/vehicles", json={"vin": VIN, "label": "Test bench"})
    assert created.status_code == 201
    vehicle = created.json()
    assert (vehicle["vin"], vehicle["label"]) == (VIN, "Test bench")
    path = f"/api/vehicles/{vehicle['id']}"
    assert client.get(path).json() == vehicle
    assert client.get("/api/vehicles").json() == [vehicle]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404


def test_a_second_vehicle_of_the_same_vin_is_refused(client: TestClient) -> None:
    client.post("/api/vehicles", json={"vin": VIN, "label": "first"})
    answer = client.post("/api/vehicles", json={"vin": VIN, "label": "second"})
    assert answer.status_code == 409
    assert VIN in answer.json()["detail"]
    assert [vehicle["label"] for vehicle in client.get("/api/vehicles").json()] == ["first"]


def test_pages_follow_one_another(client: TestClient) -> None:
    for number in range(5):
        client.post("/api/vehicles", json={"vin": f"WVWZZZ1JZXW00000{number}", "label": str(number)})
    first = client.get("/api/vehicles?limit=3").json()
    second = client.get(f"/api/vehicles?limit=3&after={first[-1]['id']}").json()
    assert [vehicle["label"] for vehicle in first + second] == ["0", "1", "2", "3", "4"]


def test_a_hostile_label_comes_back_as_it_was(client: TestClient) -> None:
    label = "'; DROP TABLE vehicle; -- {{ ${x} }} \"\\ü"
    created = client.post("/api/vehicles", json={"vin": VIN, "label": label}).json()
    assert client.get(f"/api/vehicles/{created['id']}").json()["label"] == label


@pytest.mark.parametrize(
    "body",
    [
        {"vin": "SHORT", "label": "x"},
        {"vin": "WVWZZZ1JZXW00000O", "label": "the letter O"},
        {"vin": VIN, "label": ""},
        {"vin": VIN, "label": "x" * 101},
        {"vin": VIN, "label": "nul \x00"},
        {"vin": VIN},
    ],
)
def test_what_is_wrong_is_refused(client: TestClient, body: dict[str, str]) -> None:
    assert client.post("/api/vehicles", json=body).status_code == 422


@pytest.mark.parametrize("path", ["/0", "/x", "/9223372036854775808", "?limit=0", "?after=-1"])
def test_ids_and_pages_have_bounds(client: TestClient, path: str) -> None:
    assert client.get(f"/api/vehicles{path}").status_code == 422
