"""What is worked out of a dossier: once for each version, for all who have it open in this process.

Nothing here is truth. Each is a pure function of frozen things and a day, and is worked out anew where one of
them is another (docs/decisions/0041).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Literal

from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.flow.content import Content
from evenemang.flow.foresight.gathering import Imprints
from evenemang.flow.journal import JournalEntry
from evenemang.flow.once import Once
from evenemang.flow.reading import ReadBy, Reading, read
from evenemang.flow.remembering import KEPT, Memory
from evenemang.flow.reviewing import Review, review
from evenemang.flow.secrecy import was_secret
from evenemang.flow.sides import reading_of
from evenemang.flow.sight import Hidden, Sight, out_of_sight

Lessons = tuple[Lesson, ...]
Rows = tuple[JournalEntry, ...]
Side = Literal["whole", "open"]


class Reckoning:
    """Reads, parts and looks over; each when somebody first asks it of a version."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.memory = Memory()
        self.imprints = Imprints()
        self._readings: Once[Reading] = Once(KEPT)
        self._open_readings: Once[Reading] = Once(KEPT)
        self._reviews: Once[Review] = Once(2 * KEPT)
        self._sights: Once[Sight] = Once(KEPT)
        self._telling: OrderedDict[str, tuple[int, Rows]] = OrderedDict()
        self._turn = Lock()

    def read(self, dossier: Dossier, version: int | None, by: ReadBy) -> Reading:
        """Return a dossier read; of a version that was saved here, as it was read then."""
        content, lessons, today = by

        def anew() -> Reading:
            worked = self.memory.of(dossier.id, version) if version else None
            same = worked and worked.read_by[0] is content and worked.read_by[1:] == by[1:]
            return worked.reading if worked and same else read(dossier, *by)

        return self._readings.of(dossier.id, (dossier, content, *lessons), anew, as_of=today)

    def open_side(self, whole: Reading, dossier: Dossier, hidden: Hidden) -> Reading:
        """Return how a dossier reads for whoever does not see what is hidden."""
        return self._open_readings.of(
            dossier.id,
            (whole, dossier, hidden),
            lambda: reading_of(whole, dossier, hidden.secrets, secret=False),
        )

    def review(  # what is looked over, by what, when; and which side of the dossier it is
        self, dossier: Dossier, content: Content, reading: Reading, now: datetime, side: Side
    ) -> Review:
        """Return what there is to look over, as of this minute."""
        return self._reviews.of(
            (dossier.id, side),
            (dossier, content, reading),
            lambda: review(dossier, content, reading, now),
            as_of=now.replace(second=0, microsecond=0),
        )

    def out_of_sight(
        self, dossier: Dossier, content: Content, lessons: Lessons, rows_after: Callable[[int], Rows]
    ) -> Sight:
        """Return a dossier as somebody sees it who is not named; `rows_after` a version reads its journal."""
        telling = self._telling_of_secrets(dossier.id, rows_after)
        return self._sights.of(
            dossier.id,
            (dossier, content, *lessons, *telling),
            lambda: out_of_sight(dossier, content, telling, lessons),
        )

    def _telling_of_secrets(self, dossier: str, rows_after: Callable[[int], Rows]) -> Rows:
        """Return the rows that tell what was secret once; of a long journal only what is new is read."""
        with self._turn:
            version, known = self._telling.get(dossier, (0, ()))
        rows = rows_after(version)
        if not rows:
            return known
        found = rows[-1].version, (*known, *filter(was_secret, rows))
        with self._turn:
            if found[0] >= self._telling.get(dossier, (0, ()))[0]:
                self._telling[dossier] = found
                self._telling.move_to_end(dossier)
            if len(self._telling) > KEPT:
                self._telling.popitem(last=False)
        return found[1]
