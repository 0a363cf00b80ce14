"""What a sheet is made of: tables of records with columns, each with a code that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, Literal, Protocol

from evenemang.domain.risk import Judgement, Risk, by_severity
from evenemang.domain.text import Language, Text
from evenemang.flow.recording import Whole
from evenemang.workbook.cells import Kind, Placed
from evenemang.workbook.speaking import Speaking
from evenemang.workbook.words import Words


@dataclass(frozen=True)
class Page(Speaking):
    """What the sheets are written from."""

    whole: Whole
    language: Language
    secret: bool = False

    def name_of(self, by: str) -> str:
        """Return how a person or a post is shown."""
        return self.whole.name_of(by)

    def placed(self, judgement: Judgement | None) -> Placed | None:
        """Return a judgement as word and number in its colour."""
        if judgement is None:
            return None
        matrix = self.whole.content.matrix
        level = judgement.level(matrix)
        return Placed(level, f"{self.say(matrix.word(level))} {judgement.score}")

    @cached_property
    def asks(self) -> Mapping[str, str]:
        """How every installed and own question is put."""
        installed = {
            one.id: self.say(one.ask)
            for area in self.whole.content.areas.values()
            for one in area.questions()
        }
        own = self.whole.dossier.assessment.own_questions
        return installed | {one.id: one.ask for one in own}

    @cached_property
    def named(self) -> Mapping[str, str]:
        """How every question is put, and what every permit and attachment is called."""
        dossier = self.whole.dossier
        files = {one.file: one.name for one in dossier.attachments}
        return {**self.asks, **{one.permit: one.what for one in dossier.permits}, **files}

    @cached_property
    def raised(self) -> Mapping[str, Risk]:
        """The worst risk that counts of those each question raises."""
        worst: dict[str, Risk] = {}
        for one in by_severity([one for one in self.whole.dossier.risks if one.counts]):
            if one.origin:
                worst.setdefault(one.origin.question, one)
        return worst

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Where each risk and action stands in the dossier; the sheets are sorted for a reader."""
        dossier = self.whole.dossier
        ids = ([one.id for one in dossier.risks], [one.id for one in dossier.actions])
        return {one: place for each in ids for place, one in enumerate(each)}

    def area_title(self, area_id: str) -> str:
        """Return an area's title; one that is not here says so."""
        area = self.whole.content.areas.get(area_id)
        return self.say(area.title) if area else f"{self.say(NOT_INSTALLED)}: {area_id}"


MARK, ROW, END = "evenemang:", "row ", "end"  # hidden beside a table: where it begins, its rows, its end

UNKNOWN = "–"  # shown where there is nothing to show yet

ORDER = "order"  # the code of the column that keeps the dossier's own order

NOT_INSTALLED = Text(sv="Inte installerat", en="Not installed")


class Speaks(Protocol):
    """What any kind of workbook is written from, as far as drawing needs to know."""

    @property
    def language(self) -> Language:
        """The workbook's language."""
        ...

    def say(self, text: Text) -> str:
        """Return our own text in the workbook's language."""
        ...

    def word(self, words: Words, code: object) -> str:
        """Return what a code is called."""
        ...

    def name_of(self, by: str) -> str:
        """Return how a person or a post is shown."""
        ...


# The first is the page that the sheet is for: a dossier's `Page`, or a register's.
Pick = Callable[[Any, Any], object]
Choices = Callable[[Any, Any], Sequence[str]]  # of a record; of None in a row for a new one


@dataclass(frozen=True)
class Hint:
    """What a cell without a list waits for, told when it is chosen; what does not fit is asked about."""

    kind: Literal["number", "day", "text"]
    says: str


Hints = Callable[[Any, Any], Hint | None]


@dataclass(frozen=True)
class Rule:
    """A look that a cell has while a formula holds: it follows what is written, where a value would go stale.

    `when` makes the formula from what the cells of the same row are called.
    """

    when: Callable[[Callable[[str], str]], str]
    look: tuple[tuple[str, object], ...]


Follows = Callable[[Any], Sequence[Rule]]


@dataclass(frozen=True)
class Column:
    """A column. `code` is the path in the record; one with `pick` and not `stored` is only shown.

    The sheets are protected: only an `editable` column may be written in, and a `new` one where a record
    is added. One with `words` offers them there, another what `choices` says or what `hints` tells.
    """

    code: str
    title: Text
    width: float = 14  # characters
    kind: Kind = "text"
    words: Words | None = None
    pick: Pick | None = None
    stored: bool = True
    hidden: bool = False
    editable: bool = False
    new: bool = False
    choices: Choices | None = None
    hints: Hints | None = None
    follows: Follows | None = None


@dataclass(frozen=True)
class Table:
    """A table of records: what it is called, its columns, and how its rows are found."""

    code: str
    title: Text
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[Any]]
    empty: Text | None = None  # said where there is nothing; without it the table is left out
    is_form: bool = False
    spare: int = 0  # empty rows at the end, for records that people add
    opens: Callable[[Any], bool] | None = None  # whether those rows stand there where there are no records


@dataclass(frozen=True)
class Sheet:
    """A sheet: its tables from top to bottom; the first has the filter and the frozen heading."""

    code: str
    title: Text
    about: Text
    tables: tuple[Table, ...]
    still: int = 0  # columns that stay when one scrolls to the right, and come on every page


@dataclass(frozen=True)
class Part:
    """A record inside another: whose it is, its place in the order, and itself."""

    of: str
    number: int
    one: Any


def parts_of(pairs: Iterable[tuple[str, Iterable[Any]]]) -> list[Part]:
    """Return the records inside each record, in order."""
    return [Part(of, number, one) for of, ones in pairs for number, one in enumerate(ones)]


def shown(  # noqa: PLR0917  # a column reads as one line of a table
    code: str, sv: str, en: str, width: float, pick: Pick, kind: Kind = "text"
) -> Column:
    """Return a column that is only shown: worked out from the rest, never read back."""
    return Column(f"~{code}", Text(sv=sv, en=en), width, kind, pick=pick, stored=False)


def column(  # noqa: PLR0917  # as above
    code: str, sv: str, en: str, width: float = 14, kind: Kind = "text", words: Words | None = None
) -> Column:
    """Return a column whose value stands at `code` in the record."""
    return Column(code, Text(sv=sv, en=en), width, kind, words)


def open_to(one: Column, choices: Choices | None = None, hints: Hints | None = None) -> Column:
    """Return a column that people may write in, with what they may choose there."""
    return replace(one, editable=True, choices=choices, hints=hints)


def open_in_new(one: Column, choices: Choices | None = None) -> Column:
    """Return a column that people may write in where they add a record, and nowhere else."""
    return replace(one, new=True, choices=choices)


def is_worked_on(page: Page) -> bool:
    """Whether it is the ordinary workbook of an event that is worked on, where rows may be added."""
    return not page.secret and page.whole.dossier.from_list is None


def coded(code: str) -> Column:
    """Return a hidden column with a code."""
    return Column(code, Text(sv=code, en=code), hidden=True)


def in_order() -> Column:
    """Return the hidden column that says where a row stands in the dossier, however the sheet is sorted."""
    return Column(
        ORDER,
        Text(sv="Ordning", en="Order"),
        kind="number",
        pick=lambda page, record: page.order[record.id],
        hidden=True,
    )


def stamped(path: str, sv: str = "Vem", en: str = "By") -> tuple[Column, Column]:
    """Return the two columns of a stamp: who and when."""
    return (
        column(f"{path}.by", sv, en, 20, "person"),
        column(f"{path}.at", "När", "When", 16, "moment"),
    )


def says_nothing(code: str, shown: object) -> bool:
    """Whether a cell is empty, or shows only that there is nothing yet."""
    return shown is None or (shown == UNKNOWN and code.startswith("~"))


def at(record: Any, path: str) -> Any:
    """Return what stands at a path in a record; None where something on the way is missing."""
    return getter(path)(record)


@cache
def getter(path: str) -> Callable[[Any], Any]:
    """Return what finds a path in records, as `at` does."""
    steps = tuple(path.split("."))

    def found(record: Any) -> Any:
        for step in steps:
            if record is None:
                return None
            record = getattr(record, step)
        return record

    return found if len(steps) > 1 else attrgetter(path)
