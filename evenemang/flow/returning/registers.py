"""Taking in what a person accepted of a register's workbook that was changed by hand: all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from pydantic import ValidationError

from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, NotFound, ReturnRefused
from evenemang.domain.event import LOCAL
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.journal import Deed, Json, Kind, Source
from evenemang.flow.racing import tried_again
from evenemang.flow.returning.looking import Difference, Looked
from evenemang.flow.returning.register_paths import put, value_at
from evenemang.flow.storing import MODELS, Record, Save
from evenemang.flow.workspace import ATTEMPTS, Workspace

OPERATION = "take-register-return"
PREFIX = "register-"
POSTS: tuple[Kind, ...] = ("function",)  # who sits in the group is for an administrator to say
UNFIT = Text(sv="{cell}: Det passar inte fältet.", en="{cell}: It does not fit the field.")


def of_register(kind: Kind) -> str:
    """Return what stands for a register where a file's dossier would."""
    return f"{PREFIX}{kind}"


def register_of(of: str) -> Kind | None:
    """Return the register that a file is of; None where it is of a dossier."""
    return cast(Kind, of.removeprefix(PREFIX)) if of.startswith(PREFIX) else None


def require_register(workspace: Workspace, kind: Kind, by: Actor) -> None:
    """Go on only where somebody may take changes in to a register.

    Raises:
        NotAllowed: If they may not.
    """
    workspace.require(by, OPERATION)
    if kind in POSTS:
        workspace.require(by, "change-function")


def accept_register(
    workspace: Workspace, looked: Looked, keys: Iterable[str], by: Actor, *, sender: str = ""
) -> tuple[str, ...]:
    """Take in the differences with these keys, in one transaction, and return the records' ids.

    Raises:
        NotAllowed: If who acts may not.
        ChangedMeanwhile: If somebody has changed one of these fields since the look.
        ReturnRefused: If one of them does not fit; nothing is changed.
    """
    kind, wanted = register_of(looked.dossier), set(keys)
    assert kind is not None
    require_register(workspace, kind, by)
    chosen = [one for one in looked.differences if one.key in wanted]

    def once() -> list[Save]:
        saves = list(_Taking(workspace, looked, kind, by, sender).saves(chosen))
        workspace.store.save_all(saves)
        return saves

    saved = tried_again(ATTEMPTS, once)
    for one in saved:
        if isinstance(one.record, Lesson):
            workspace.store.restale("dossier", one.record.from_event)
    return tuple(one.record.id for one in saved)


class _Taking:
    """Makes what is to be written of one file."""

    def __init__(  # the file, and who takes it in
        self, workspace: Workspace, looked: Looked, kind: Kind, by: Actor, sender: str
    ) -> None:
        self.workspace, self.looked, self.kind, self.by, self.sender = workspace, looked, kind, by, sender

    def saves(self, chosen: list[Difference]) -> Iterator[Save]:
        """Yield each record with what was accepted, each cell a row of its journal."""
        taken: set[str] = set()
        for one in (each for each in chosen if each.is_new):
            while (new := self.workspace.new_id(self.kind)) in taken:
                continue
            taken.add(new)
            record = self._valid({"id": new, **one.value}, one)
            yield Save(self.kind, record, 0, [self._deed(None, record, one)])
        records = dict.fromkeys(one.path.split("/")[0] for one in chosen if not one.is_new)
        for record_id in records:
            mine = [one for one in chosen if one.path.split("/")[0] == record_id and not one.is_new]
            yield self._changed(record_id, mine)

    def _changed(self, record_id: str, chosen: list[Difference]) -> Save:
        stored = self.workspace.store.load(self.kind, record_id)
        record, deeds = stored.record, list[Deed]()
        for one in chosen:
            body = record.model_dump(mode="json")
            now = value_at(body, one.field)
            if now not in (one.stored_value, one.value):
                raise self._meanwhile(record_id, one, now)
            try:
                put(body, one.field, one.value)
            except LookupError as gone:
                raise NotFound("gone", what=one.about) from gone
            after = self._valid(body, one)
            deeds.append(self._deed(record, after, one))
            record = after
        return Save(self.kind, record, stored.version, deeds)

    def _valid(self, body: Json, one: Difference) -> Record:
        try:
            return MODELS[self.kind].model_validate(body)
        except ValidationError as unfit:
            cell = str(one.where)
            why = Text(sv=UNFIT.sv.format(cell=cell), en=UNFIT.en.format(cell=cell))
            raise ReturnRefused("1 refused", refusals=why) from unfit

    def _deed(self, before: Record | None, after: Record, one: Difference) -> Deed:
        source = Source(
            file=self.looked.file[:200],
            sender=self.sender[:200],
            cells=str(one.where),
            checksum=self.looked.checksum,
        )
        return Deed(
            operation=OPERATION,
            touched=self.kind,
            before=before and _dump(before),
            after=_dump(after),
            by=self.by.name,
            at=self.workspace.clock.now(),
            source=source,
        )

    def _meanwhile(self, record_id: str, one: Difference, now: Json) -> ChangedMeanwhile:
        last = self.workspace.store.journal(self.kind, record_id)[-1].deed
        return ChangedMeanwhile(
            "a register and its file",
            who=last.by,
            when=f"{last.at.astimezone(LOCAL):%Y-%m-%d %H:%M}",
            what=f"{one.about}: {one.heading}",
            seen=one.stored or "–",
            now="–" if now in (None, "") else str(now),
            wanted=one.returned or "–",
        )


def _dump(record: Record) -> Json:
    return record.model_dump(mode="json", exclude_defaults=True)
