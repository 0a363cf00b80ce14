"""What holds on the day: stop criteria and who decides, telephone numbers, and where things are."""

from __future__ import annotations

from evenemang.domain.actor import Name
from evenemang.domain.day_plan import AgreedStop, DayPlan, PhoneLine
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.norm import Number
from evenemang.domain.text import Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene

NO_LIMIT = Text(
    sv="Ange vid vilket tal det är stopp, eller skriv när.",
    en="Give the figure at which to stop, or say when.",
)
NO_TITLE = Text(sv="Skriv vad kriteriet gäller.", en="Say what the criterion is about.")
NO_SOURCE = Text(
    sv="Skriv var talet kommer ifrån, till exempel leverantörens intyg.",
    en="Say where the figure comes from, such as the supplier's certificate.",
)
OUT_OF_ORDER = Text(
    sv="Nivån för att bevaka måste komma före stoppet.", en="The watch level must come before the stop."
)
NO_UNIT = Text(sv="Ange enheten, till exempel m/s.", en="Give the unit, such as m/s.")


class AgreeStop(Operation):
    """Agree on a stop criterion: who decides, and where it differs from what the checklist says."""

    stop: Id | None = None  # of a checklist, or an own one; None: a new one of the group's own
    title: PersonText = ""
    watch: Number | None = None
    at: Number | None = None
    unit: PersonText = ""
    when: PersonText = ""
    source: PersonText = ""
    do: PersonText = ""
    decides: Name | None = None

    @property
    def subject(self) -> str | None:
        """Where it stands; a new one meets nobody."""
        return f"stops/{self.stop}" if self.stop else None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with what was agreed.

        Raises:
            Refused: If it is the group's own and nothing says what, when, in which unit or from where.
        """
        self._refuse_half_said(self.stop is None or bool(self.title))
        stop_id = self.stop
        if stop_id is None:
            stop_id, dossier = dossier.numbered("S")
        agreed = AgreedStop(
            id=stop_id,
            title=self.title,
            watch=self.watch,
            stop=self.at,
            unit=self.unit or None,
            when=self.when,
            source=self.source,
            do=self.do,
            decides=self.decides,
            agreed=scene.stamp,
        )
        if any(one.id == stop_id for one in dossier.stops):
            stops = tuple(agreed if one.id == stop_id else one for one in dossier.stops)
        else:
            stops = (*dossier.stops, agreed)
        return dossier.model_copy(update={"stops": stops})

    def _refuse_half_said(self, own: bool) -> None:
        has_figure = self.at is not None or self.watch is not None
        if own and not self.title.strip():
            raise Refused("no title", why=NO_TITLE)
        if own and self.at is None and not self.when.strip():
            raise Refused("no limit", why=NO_LIMIT)
        if own and has_figure and not self.unit.strip():
            raise Refused("no unit", why=NO_UNIT)
        if own and self.watch is not None and self.at is not None and self.watch >= self.at:
            raise Refused("out of order", why=OUT_OF_ORDER)
        if has_figure and not self.source.strip():
            raise Refused("no source", why=NO_SOURCE)


class DropStop(Operation):
    """Take back what was agreed on a stop criterion: the checklist's counts again, an own one is gone."""

    stop: Id

    @property
    def subject(self) -> str:
        """Where it stands."""
        return f"stops/{self.stop}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without it.

        Raises:
            NotFound: If nothing was agreed on it.
        """
        left = tuple(one for one in dossier.stops if one.id != self.stop)
        if len(left) == len(dossier.stops):
            raise NotFound("not agreed", what=self.stop)
        return dossier.model_copy(update={"stops": left})


class NotePhone(Operation):
    """Note a telephone number for the day."""

    who: Required
    number: Required

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the number."""
        phone_id, numbered = dossier.numbered("T")
        line = PhoneLine(id=phone_id, who=self.who, number=self.number, noted=scene.stamp)
        return numbered.model_copy(update={"phones": (*numbered.phones, line)})


class DropPhone(Operation):
    """Take away a telephone number."""

    phone: Id

    @property
    def subject(self) -> str:
        """Where it stands."""
        return f"phones/{self.phone}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without it.

        Raises:
            NotFound: If it is not there.
        """
        left = tuple(one for one in dossier.phones if one.id != self.phone)
        if len(left) == len(dossier.phones):
            raise NotFound("no such number", what=self.phone)
        return dossier.model_copy(update={"phones": left})


class PlanDay(Operation):
    """Say where things are on the day."""

    rescue: PersonText = ""
    meeting: PersonText = ""
    assembly: PersonText = ""
    command: PersonText = ""
    radio: PersonText = ""

    @property
    def subject(self) -> str:
        """Where it stands."""
        return "day_plan"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with what was said."""
        said = {name: getattr(self, name) for name in ("rescue", "meeting", "assembly", "command", "radio")}
        return dossier.model_copy(update={"day_plan": DayPlan(**said, said=scene.stamp)})
