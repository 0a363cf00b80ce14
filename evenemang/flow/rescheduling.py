"""An event that is moved, cancelled, or held after all."""

from __future__ import annotations

from evenemang.domain.dossier import Cancelled, Dossier, Moved
from evenemang.domain.errors import ReasonMissing, Refused
from evenemang.domain.text import PersonText, Text
from evenemang.flow.operation import Operation, Scene


class MoveEvent(Operation):
    """Move the event by a number of days; what is dated from the event follows."""

    days: int
    because: PersonText = ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier moved.

        Raises:
            Refused: If no date is set yet.
        """
        if dossier.event.start is None:
            raise Refused("no date", why=Text(sv="Ange en dag först.", en="Set a day first."))
        moved = Moved(days=self.days, because=self.because, given=scene.stamp)
        return dossier.model_copy(
            update={
                "event": dossier.event.moved(self.days),
                "moves": (*dossier.moves, moved),
            }
        )


class Cancel(Operation):
    """Say that the event is not held."""

    because: PersonText

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier cancelled.

        Raises:
            ReasonMissing: If no reason is given.
        """
        if not self.because.strip():
            raise ReasonMissing("cancel", deed=Text(sv="att ställa in", en="cancelling"))
        return dossier.model_copy(update={"cancelled": Cancelled(because=self.because, given=scene.stamp)})


class Uncancel(Operation):
    """Say that the event is held after all."""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier alive again."""
        return dossier.model_copy(update={"cancelled": None})
