"""What flow asks of a store: rows with a version, a journal, plain columns, and an outbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from evenemang.domain.actor import Function
from evenemang.domain.dossier import Dossier
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.role import Member
from evenemang.domain.setting import Setting
from evenemang.domain.text import Frozen, Text
from evenemang.flow.ballots import Ballots
from evenemang.flow.books import Books
from evenemang.flow.journal import Deed, JournalEntry, Kind
from evenemang.flow.listing import DossierRow, Projection
from evenemang.flow.lists import Lists
from evenemang.flow.presence import Presences
from evenemang.flow.visits import Visits

Record = Dossier | Place | Organiser | Lesson | Meeting | Function | Setting | Member

R_co = TypeVar("R_co", bound=Record, covariant=True)

REGISTER = "register"
"""The name under which the workbook of a whole register stands in the outbox: it is one file."""

MODELS: dict[Kind, type[Record]] = {
    "dossier": Dossier,
    "place": Place,
    "organiser": Organiser,
    "lesson": Lesson,
    "meeting": Meeting,
    "function": Function,
    "setting": Setting,
    "member": Member,
}

WITHOUT_WORKBOOK: frozenset[Kind] = frozenset({"member"})
"""Who may what is this installation's own, and never leaves it in a file."""


@dataclass(frozen=True)
class Stored(Generic[R_co]):
    """A record as it was read, with its version."""

    record: R_co
    version: int


@dataclass(frozen=True)
class Save:
    """One record to be written as version `expected` + 1 (0: it is new), with its journal."""

    kind: Kind
    record: Record
    expected: int
    deeds: Sequence[Deed]
    projection: Projection | None = None


@dataclass(frozen=True)
class Removal:
    """One record to be taken away at version `expected`; its journal stays, with these deeds last."""

    kind: Kind
    id: str
    expected: int
    deeds: Sequence[Deed]


@dataclass(frozen=True)
class Redaction:
    """A lawful removal from one record at version `expected`, told by these deeds.

    `record` is what is left of it; None: it is taken away whole. `rows` of its journal, by version and
    number, lose salt, from and to; the set-aside workbooks with the digests `returned` are forgotten.
    """

    kind: Kind
    id: str
    expected: int
    deeds: Sequence[Deed]
    record: Record | None
    rows: Sequence[tuple[int, int]]
    returned: Sequence[str] = ()
    projection: Projection | None = None


class Search(Frozen):
    """Which dossiers a list shows; what is left empty does not narrow it."""

    text: str = ""  # in name, diary number, alias
    officer: str | None = None
    officers: tuple[str, ...] = ()  # any of these
    stage: tuple[str, ...] = ()
    series: str | None = None
    place: str | None = None  # the main place, or one of which the event uses a zone
    organiser: str | None = None
    starts_from: date | None = None
    starts_to: date | None = None
    undated: bool = False  # only those without any day
    evaluated_from: date | None = None
    from_list: tuple[str, ...] = ()  # fingerprints of rows of lists
    among: tuple[str, ...] | None = None  # ids: none but these, whoever asks
    newest_first: bool = False  # turns the order round: those without a date, then the latest
    after: tuple[datetime | None, str] | None = None  # (starts, id) of the last row shown: the next page
    limit: int = 200


class Store(Books, Visits, Presences, Ballots, Lists, Protocol):
    """Keeps records whole; every change is one transaction with its journal, projection and stale mark."""

    def identify(self, kind: Kind, handle: str) -> str:
        """Return the id behind an id, an alias or a unique prefix of an id.

        Raises:
            NotFound: If nothing answers to it.
            Ambiguous: If a prefix fits several.
        """
        ...

    def load(self, kind: Kind, record_id: str) -> Stored[Record]:
        """Return the newest version of a record.

        Raises:
            NotFound: If there is none.
        """
        ...

    def save(
        self,
        kind: Kind,
        record: Record,
        *,
        expected: int,
        deeds: Sequence[Deed],
        projection: Projection | None = None,
    ) -> int:
        """Write a record as version `expected` + 1 (0: it is new), and mark its workbook stale.

        Raises:
            LostRace: If the stored version is not `expected`; nothing is written.
        """
        ...

    def take(
        self,
        kind: Kind,
        record: Record,
        *,
        version: int,
        journal: Sequence[JournalEntry],
        example: bool = False,
        projection: Projection | None = None,
    ) -> None:
        """Write a record that is not here, with its version and its journal as they were elsewhere.

        Nothing is chained or counted anew, and its workbook is stale. Records taken one after another came in
        that order. A dossier says itself whether it is an example.

        Raises:
            LostRace: If there is one with that id; nothing is written.
        """
        ...

    def examples(self, kind: Kind) -> frozenset[str]:
        """Return the ids of a kind that belong to the example year."""
        ...

    def save_all(
        self, saves: Sequence[Save], *, once: Sequence[str] = (), without: Sequence[Removal] = ()
    ) -> None:
        """Write several records in one transaction, and take those `without` away: all of it, or nothing.

        Raises:
            LostRace: If one of them is not at its expected version, or a dossier is there by now from one of
                the rows of a list with the fingerprints `once`; nothing is written.
        """
        ...

    def remove_all(self, removals: Sequence[Removal]) -> None:
        """Take several records away in one transaction, with all but their journals: all of them, or none.

        Raises:
            LostRace: If one of them is not at its expected version; nothing is taken away.
        """
        ...

    def redact(self, redaction: Redaction) -> None:
        """Remove by rule, in one transaction: what is left of the record, its journal, lists and stale mark.

        Raises:
            LostRace: If it is not at its expected version; nothing is removed.
        """
        ...

    def scrub(self) -> bool:
        """Write over what the database's own files keep of what was removed; False: in use, or no room."""
        ...

    def all(self, kind: Kind) -> tuple[Stored[Record], ...]:
        """Return every record of a small register (not dossiers), by id."""
        ...

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of a kind, oldest first."""
        ...

    def lessons_for(self, places: Sequence[str], organiser: str | None) -> tuple[Lesson, ...]:
        """Return lessons that name none but these places and this organiser, oldest first."""
        ...

    def journal(self, kind: Kind, record_id: str) -> tuple[JournalEntry, ...]:
        """Return a record's journal, oldest first."""
        ...

    def stamps(self, kind: Kind, ids: Sequence[str]) -> dict[str, str]:
        """Return what each of these records is at: the hash of its journal's last row.

        Two alike have the very same past; one that is not here has none.
        """
        ...

    def dossiers(self, search: Search) -> tuple[DossierRow, ...]:
        """Return rows, the soonest event first, those without a date last; or turned round."""
        ...

    def attached(self) -> tuple[tuple[str, str], ...]:
        """Return each dossier with each file that it names, in order."""
        ...

    def let_go(self, file: str) -> None:
        """Say that a file was brought, and that no dossier came to name it."""
        ...

    def unnamed(self, since: datetime) -> tuple[str, ...]:
        """Return the files that were let go of before a moment, and that no dossier names.

        A dossier lets go of a file when it no longer names it, or is taken away itself.
        """
        ...

    def thrown_away(self, file: str) -> None:
        """Say that a file is no more."""
        ...

    def setting(self, name: str) -> str | None:
        """Return a setting of this data folder (`example_as_of`, …), or None."""
        ...

    def set(self, name: str, value: str | None) -> None:
        """Write a setting; None takes it away."""
        ...

    def remove_example(self) -> int:
        """Take away every record of the example year, and return how many."""
        ...

    def verify(self, removed: Counter[tuple[Kind, str]] | None = None) -> list[Text]:
        """Return what is not whole: the database itself, and journals whose chain is broken.

        Rows that lost their values by rule are whole; they are counted in `removed`, by record.
        """
        ...
