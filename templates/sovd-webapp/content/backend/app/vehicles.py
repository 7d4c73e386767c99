"""Vehicles: the table and what is done with it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Identity, String, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.tables import Base


class Vehicle(Base):
    __tablename__ = "vehicle"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    vin: Mapped[str] = mapped_column(String(17), unique=True)
    label: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class VinTaken(Exception):
    """Another vehicle has this vehicle identification number."""


async def list_vehicles(session: AsyncSession, after: int, limit: int) -> Sequence[Vehicle]:
    """A page in the order of ids: stays right while others insert, which an offset doesn't."""
    query = select(Vehicle).where(Vehicle.id > after).order_by(Vehicle.id).limit(limit)
    return (await session.scalars(query)).all()


async def add_vehicle(session: AsyncSession, vin: str, label: str) -> Vehicle:
    vehicle = Vehicle(vin=vin, label=label)
    session.add(vehicle)
    try:
        await session.commit()
    except IntegrityError as error:
        raise VinTaken(vin) from error
    return vehicle


async def find_vehicle(session: AsyncSession, vehicle_id: int) -> Vehicle | None:
    return await session.get(Vehicle, vehicle_id)


async def remove_vehicle(session: AsyncSession, vehicle: Vehicle) -> None:
    await session.delete(vehicle)
    await session.commit()
