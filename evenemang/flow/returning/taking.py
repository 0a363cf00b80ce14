"""Taking in what a person accepted of a returned workbook, by the app's own operations: all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import Field, ValidationError

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import EvenemangError, ReturnRefused
from evenemang.domain.text import Frozen, Language, PersonText, Required, Text
from evenemang.flow.journal import Json, Source, canonical
from evenemang.flow.operation import Operation, Overtaken, Scene, Stage
from evenemang.flow.returning.composing import composed
from evenemang.flow.returning.looking import Difference, Looked
from evenemang.flow.returning.sent import sent_at
from evenemang.flow.returning.standing import standing
from evenemang.flow.returning.twice import is_here
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace

UNFIT = Text(sv="Det passar inte fältet.", en="It does not fit the field.")
LONGEST_NAME = 200  # characters of a file's name or a sender that the journal keeps


class Taken(Frozen):
    """The fields of one record that a person accepted."""

    path: Required
    differences: tuple[Difference, ...]

    @property
    def is_new(self) -> bool:
        """Whether it is a row that somebody added."""
        return self.differences[0].is_new

    @property
    def fields(self) -> dict[str, Json]:
        """The fields with their values; of a row that was added, all of it."""
        first = self.differences[0]
        if first.is_new:
            return dict(first.value)
        return {one.field: one.value for one in self.differences}

    @property
    def cells(self) -> str:
        """The cells that say it: Risker!B5, C5."""
        first = self.differences[0].where
        return f"{first.sheet}!" + ", ".join(one.where.cell for one in self.differences)

    def but(self, differences: Sequence[Difference]) -> Taken:
        """Return some of it."""
        return Taken(path=self.path, differences=tuple(differences))


class TakeReturn(Operation):
    """Take in changes from a file; refused as a whole if one of them is refused."""

    file: Required
    sender: PersonText = ""
    checksum: str = ""
    language: Language = "sv"
    taken: tuple[Taken, ...]
    numbers: dict[str, int] = Field(default_factory=dict)  # given to records at the look, by letter

    def overtaken(self, dossier: Dossier) -> Overtaken | None:
        """Return the first field that is since the look neither what it was nor what the file says."""
        for one in (each for taken in self.taken for each in taken.differences if not each.is_new):
            now = standing(dossier, one.path, one.field, self.language)
            if canonical(now) not in (canonical(one.stored_value), canonical(one.value)):
                return Overtaken(one.path, one.stored, now, one.returned or "")
        return None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with all of it.

        Raises:
            ReturnRefused: If a rule of the work refuses some of it; each refusal is named by its cells.
        """
        return self.stages(dossier, scene)[-1].after

    def stages(self, dossier: Dossier, scene: Scene) -> tuple[Stage, ...]:
        """Return the dossier after each cell that was accepted, and last with what follows from them all.

        Raises:
            ReturnRefused: If a rule of the work refuses some of it; each refusal is named by its cells.
        """
        refusals: list[Text] = []
        found: list[Stage] = []
        for one in self.taken:
            if one.is_new and is_here(dossier, one.path, one.fields, self.numbers, self.language):
                continue  # somebody else took the same row in meanwhile
            try:
                found += self._cell_by_cell(one, dossier, scene)
            except EvenemangError as refused:
                refusals.append(_at(one, refused.told))
            except ValidationError:
                refusals.append(_at(one, UNFIT))
            dossier = found[-1].after if found else dossier
        if refusals:
            raise ReturnRefused(f"{len(refusals)} refused", refusals=_lines(refusals))
        return (*found, Stage(dossier, self._source("")))

    def _cell_by_cell(self, taken: Taken, dossier: Dossier, scene: Scene) -> list[Stage]:
        """Return the dossier after each cell of a record; cells that cannot stand alone are one stage.

        Each stage is the record with the cells so far, so the last is what all of them said at once.
        """
        whole = _applied(taken, dossier, scene)
        stages: list[tuple[list[Difference], Dossier]] = []
        waiting: list[Difference] = []
        for count, one in enumerate(taken.differences, 1):
            waiting.append(one)
            is_last = count == len(taken.differences)
            after = whole if is_last else _attempted(taken.but(taken.differences[:count]), dossier, scene)
            if after is not None and after != (stages[-1][1] if stages else dossier):
                stages.append((waiting, after))
                waiting = []
        if stages:
            stages[-1][0].extend(waiting)  # what the others had said already
        return [Stage(after, self._source(taken.but(cells).cells)) for cells, after in stages]

    def _source(self, cells: str) -> Source:
        return Source(
            file=self.file[:LONGEST_NAME],
            sender=self.sender[:LONGEST_NAME],
            cells=cells,
            checksum=self.checksum,
        )


def _applied(taken: Taken, dossier: Dossier, scene: Scene) -> Dossier:
    for operation in composed(dossier, taken.path, taken.fields):
        dossier = operation.apply(dossier, scene)
    return dossier


def _attempted(taken: Taken, dossier: Dossier, scene: Scene) -> Dossier | None:
    """Return the dossier with some cells of a record; None where they cannot stand without the rest."""
    try:
        return _applied(taken, dossier, scene)
    except (EvenemangError, ValidationError):
        return None


def _lines(refusals: Sequence[Text]) -> Text:
    return Text(sv="\n".join(one.sv for one in refusals), en="\n".join(one.en for one in refusals))


def _at(taken: Taken, why: Text) -> Text:
    return Text(sv=f"{taken.cells}: {why.sv}", en=f"{taken.cells}: {why.en}")


def accept(
    workspace: Workspace,
    looked: Looked,
    keys: Iterable[str],
    by: Actor,
    *,
    sender: str = "",
    seen: int | None = None,
) -> Stored[Dossier]:
    """Take in the differences with these keys, in one transaction; nothing where there are none.

    `seen` is the version at which the person looked and chose, where that was before this look.

    Raises:
        ChangedMeanwhile: If somebody has changed one of these fields since.
        ReturnRefused: If a rule of the work refuses one of them; nothing is changed.
    """
    wanted = set(keys)
    chosen = [one for one in looked.differences if one.key in wanted]
    if not chosen:
        return workspace.dossier(looked.dossier)
    if seen is not None and seen < looked.version:
        chosen = _as_seen(workspace, looked, chosen, seen)
    operation = TakeReturn(
        file=looked.file,
        sender=sender,
        checksum=looked.checksum,
        language=looked.language,
        taken=grouped(chosen),
        numbers=looked.numbers,
    )
    return workspace.do(looked.dossier, operation, by)


def _as_seen(workspace: Workspace, looked: Looked, chosen: list[Difference], seen: int) -> list[Difference]:
    """Return the differences with what stood in the fields when the person looked."""
    stored = workspace.dossier(looked.dossier).record
    then = sent_at(stored, workspace.store.journal("dossier", stored.id), seen).dossier
    stood = [standing(then, one.path, one.field, looked.language) for one in chosen]
    return [
        one.model_copy(update={"stored_value": value, "stored": None if value is None else str(value)})
        for one, value in zip(chosen, stood, strict=True)
    ]


def grouped(differences: Sequence[Difference]) -> tuple[Taken, ...]:
    """Return the differences by record, in the order of the file."""
    paths = dict.fromkeys(one.path for one in differences)
    return tuple(
        Taken(path=path, differences=tuple(one for one in differences if one.path == path)) for path in paths
    )
