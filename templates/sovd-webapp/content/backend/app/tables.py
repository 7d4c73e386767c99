"""The base of all tables. Needs SQLAlchemy alone, so that migrations run without the web framework."""

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass
