"""What the organiser says afterwards: their own evaluation, beside the group's."""

from __future__ import annotations

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import Refused
from evenemang.domain.evaluation import SEK, Count, CountMethod, OrganiserEvaluation
from evenemang.domain.text import PersonText, Required, Text
from evenemang.flow.evaluating import BOTH, NOT_HELD
from evenemang.flow.operation import Operation, Scene

SAID: tuple[str, ...] = tuple(name for name in OrganiserEvaluation.model_fields if name != "given")


class NoteOrganiserEvaluation(Operation):
    """Keep what the organiser says of the event; a later word replaces it, the journal keeps both."""

    nothing_happened: bool | None = None
    visitors: Count | None = None
    method: CountMethod | None = None
    peak: Count | None = None
    weather: PersonText = ""
    happened: tuple[Required, ...] = ()
    worked: tuple[Required, ...] = ()
    change: tuple[Required, ...] = ()
    safety_sek: SEK | None = None
    note: PersonText = ""

    @property
    def subject(self) -> str:
        """Where it stands."""
        return "organiser_evaluation"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with it.

        Raises:
            Refused: If the event has not begun, if it says both that nothing happened and what did, or both a
                number of visits and that nobody counted.
        """
        start = dossier.event.start
        if start is not None and scene.now < start:
            raise Refused("not held", why=NOT_HELD)
        if self.nothing_happened and self.happened:
            raise Refused("both", why=BOTH_HAPPENED)
        if self.visitors is not None and self.method == "not-counted":
            raise Refused("both", why=BOTH)
        said = {name: getattr(self, name) for name in SAID}
        evaluation = OrganiserEvaluation.model_validate({"given": scene.stamp, **said})
        return dossier.model_copy(update={"organiser_evaluation": evaluation})


BOTH_HAPPENED = Text(
    sv="Arrangören skriver både att inget hände och vad som hände. Ta in det ena.",
    en="The organiser writes both that nothing happened and what did. Take in one of them.",
)
