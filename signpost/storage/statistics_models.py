"""The tables of the figures: months that were counted once, and what the practice assumes.

docs/decisions/0010-month-tallies.md tells why months are kept and nothing finer.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, ForeignKeyConstraint, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signpost.storage.tables import Base


def _practice_key() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False), ForeignKey("practice.practice_id"), primary_key=True)


class MonthTallyRow(Base):
    """The counts of one month that is over. `tally` is empty while they are not known: before they
    are made, and after a record of that month has changed.
    """

    __tablename__ = "month_tally"

    practice_id: Mapped[str] = _practice_key()
    month: Mapped[date] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    tally: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class TimeAssumptionRow(Base):
    """How many minutes of a GP one accepted signpost is assumed to free, by kind of service."""

    __tablename__ = "time_assumption"
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "set_by"], ["staff.practice_id", "staff.id"]),
    )

    practice_id: Mapped[str] = _practice_key()
    kind: Mapped[str] = mapped_column(String(100), primary_key=True)
    minutes: Mapped[float] = mapped_column(Float)
    source: Mapped[str]
    set_by: Mapped[str] = mapped_column(Uuid(as_uuid=False))
    set_at: Mapped[datetime]
