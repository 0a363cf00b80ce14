"""Column types of our own, the same on every engine."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Dialect, String, TypeDecorator

from evenemang.domain.event import LOCAL
from evenemang.store.engines import bytewise

Code = bytewise(200)  # ids, codes and names of people: compared byte by byte


class Moment(TypeDecorator[datetime]):
    """A moment as text in UTC, always as wide: sorts and compares as time does, whatever the engine."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the moment as text."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the moment where the events are."""
        return None if value is None else datetime.fromisoformat(value).astimezone(LOCAL)


def moment_text(moment: datetime) -> str:
    """Return a moment as it is stored."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


Digest = String(64)
