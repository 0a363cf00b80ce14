"""Moving a workbook that was set aside to those that somebody is done with; it is never removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from evenemang.domain.actor import Actor
from evenemang.domain.errors import FileUnfit, Refused
from evenemang.domain.text import Text
from evenemang.flow.books import SETTLED, Key, Returned
from evenemang.flow.returning.looking import Looked
from evenemang.flow.returning.registers import register_of
from evenemang.flow.returning.settling import (
    ALL_TAKEN,
    check_may_settle,
    is_all,
    tell_settled,
    waiting_as,
)
from evenemang.flow.storing import REGISTER
from evenemang.flow.workspace import Workspace

NOT_MOVED = Text(
    sv="Filen går inte att flytta till mappen med avslutade filer. Kontrollera att programmet får skriva i "
    "mappen och att det finns plats på disken. Inget är ändrat.",
    en="The file cannot be moved to the folder of settled files. Check that the program may write in the "
    "folder and that there is room on the disk. Nothing has changed.",
)


class Settling:
    """Settles what was set aside in one data folder."""

    def __init__(self, workspace: Workspace, data: Path) -> None:
        """Settle what was set aside in the folder `data`."""
        self._workspace = workspace
        self._data = data

    def settle(self, returned: Returned, reason: str | Text, by: Actor) -> Returned:
        """Say in the journal that a file is settled, move it, and return where it is.

        It lies in both places until the journal and the list say so: whenever this ends, it is there.

        Raises:
            NotAllowed: If who acts may not.
            Refused: If no reason is given, or the file cannot be moved; nothing is told then.
        """
        known = waiting_as(self._workspace, returned.kind, returned.record, returned.digest)
        if known is None:
            return returned  # somebody else was first
        check_may_settle(self._workspace, known, reason, by)
        try:
            kept = self._copied(known)
        except OSError as unfit:
            raise Refused(str(unfit), why=NOT_MOVED) from unfit
        tell_settled(self._workspace, known, reason, by, self._about(known))
        settled = replace(known, path=kept.relative_to(self._data).as_posix())
        self._workspace.store.set_aside(settled)
        (self._data / known.path).unlink(missing_ok=True)
        return settled

    def waiting(self, of: str, content: bytes) -> Returned | None:
        """Return the file with this content, where it was set aside and nobody has settled it.

        `of` is what a look calls the dossier, or the register, that it is of.
        """
        from evenemang.workbook.knowing import digest_of

        register = register_of(of)
        key: Key = (register, REGISTER) if register else ("dossier", of)
        return waiting_as(self._workspace, *key, digest_of(content))

    def _about(self, known: Returned) -> tuple[str, ...]:
        """Return the records of a register that a file says something else of, where it can be read."""
        if known.kind == "dossier":
            return ()
        from evenemang.bootstrap.registers_back import look_at_register

        try:
            looked = look_at_register(self._workspace, (self._data / known.path).read_bytes(), known.name)
        except (OSError, FileUnfit):
            return ()
        found = looked.differences if looked else ()
        return tuple(dict.fromkeys(one.path.partition("/")[0] for one in found if not one.is_new))

    def settle_taken(
        self, looked: Looked, content: bytes, taken: Iterable[str], by: Actor
    ) -> Returned | None:
        """Settle the file that was looked at, if it was set aside and all of it is taken in."""
        known = self.waiting(looked.dossier, content)
        if known is None or not is_all(looked, frozenset(taken)):
            return None
        return self.settle(known, ALL_TAKEN, by)

    def _copied(self, known: Returned) -> Path:
        """Put the file among those that are settled too, and return where; another by that name stays."""
        from evenemang.workbook.replacing import put

        file = self._data / known.path
        kept = file.parent / SETTLED / file.name
        if not file.is_file():  # somebody has taken it away: the list says where it would be
            return kept
        content = file.read_bytes()
        if kept.exists() and kept.read_bytes() != content:
            kept = kept.with_stem(f"{kept.stem} {known.digest[:8]}")
        if not kept.exists():
            put(kept, content, lambda _path: None, f"{known.digest[:12]}.")
        return kept
