"""Taking in what a person chose of a list that was read again: each cell a row of the journal."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Frozen, Required
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json, Source, canonical
from evenemang.flow.operation import Operation, Overtaken, Scene, Stage
from evenemang.flow.returning.sent import put_at


class Cells(Frozen):
    """What some cells of a row say, by path, beside what stood there when the person chose."""

    cells: Required
    stored: dict[str, Json]
    said: dict[str, Json]


class UpdateFromList(Operation):
    """Say in a dossier what the row that it came from says now."""

    file: Required
    taken: tuple[Cells, ...]

    def overtaken(self, dossier: Dossier) -> Overtaken | None:
        """Return the first place that is since the look neither what it was nor what the row says."""
        for one in self.taken:
            for path, said in one.said.items():
                now = picture(dossier, path)
                if canonical(now) not in (canonical(one.stored[path]), canonical(said)):
                    return Overtaken(path, one.stored[path], now, str(said))
        return None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with all of it."""
        return self.stages(dossier, scene)[-1].after

    def stages(self, dossier: Dossier, scene: Scene) -> tuple[Stage, ...]:
        """Return the dossier after each of the cells, and last with what follows from them."""
        found: list[Stage] = []
        for one in self.taken:
            dossier = put_at(dossier, one.said)
            found.append(Stage(dossier, Source(file=self.file, cells=one.cells)))
        return (*found, Stage(dossier, Source(file=self.file)))
