"""/api/vehicles"""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, status
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.cache import Cached
from app.database import Session
from app.vehicles import Vehicle, VinTaken, add_vehicle, find_vehicle, list_vehicles, remove_vehicle

LARGEST_ID = 2**63 - 1  # bigint

router = APIRouter(prefix="/api/vehicles", tags=["vehicles"])


class NewVehicle(BaseModel):
    # ISO 3779: 17 characters without I, O and Q
    vin: str = Field(pattern=r"^[A-HJ-NPR-Z0-9]{17}$")
    label: str = Field(min_length=1, max_length=100, pattern=r"^[^\x00]*$")


class VehicleView(NewVehicle):
    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime


VehicleId = Annotated[int, Path(ge=1, le=LARGEST_ID)]


def _key(vehicle_id: int) -> str:
    return f"vehicle:{vehicle_id}"


def _copy_of(kept: bytes | None) -> VehicleView | None:
    """While a release rolls, pods of two versions share the cache: a copy that can't be read is none."""
    try:
        return VehicleView.model_validate_json(kept) if kept else None
    except ValidationError:
        return None


async def _existing(session: Session, vehicle_id: int) -> Vehicle:
    vehicle = await find_vehicle(session, vehicle_id)
    if vehicle is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"There is no vehicle {vehicle_id}")
    return vehicle


@router.get("")
async def index(
    session: Session,
    after: Annotated[int, Query(ge=0, le=LARGEST_ID)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> list[VehicleView]:
    return [VehicleView.model_validate(vehicle) for vehicle in await list_vehicles(session, after, limit)]


@router.post("", status_code=status.HTTP_201_CREATED)
async def create(session: Session, body: NewVehicle) -> VehicleView:
    try:
        return VehicleView.model_validate(await add_vehicle(session, body.vin, body.label))
    except VinTaken as error:
        raise HTTPException(status.HTTP_409_CONFLICT, f"A vehicle with the VIN {body.vin} exists") from error


@router.get("/{vehicle_id}")
async def show(session: Session, cache: Cached, vehicle_id: VehicleId) -> VehicleView:
    copy = _copy_of(await cache.read(_key(vehicle_id)))
    if copy is not None:
        return copy
    view = VehicleView.model_validate(await _existing(session, vehicle_id))
    await cache.keep(_key(vehicle_id), view.model_dump_json())
    return view


@router.delete("/{vehicle_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete(session: Session, cache: Cached, vehicle_id: VehicleId) -> None:
    await remove_vehicle(session, await _existing(session, vehicle_id))
    await cache.forget(_key(vehicle_id))
