"""Opening a dossier, and what is said of the event: facts, dates, place, officer."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from evenemang.domain.actor import Actor, Name, stamp
from evenemang.domain.assessment import (
    AreaTaken,
    Assessment,
    proposed_areas,
)
from evenemang.domain.condition import Facts, Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ValueUnfit
from evenemang.domain.event import DailyOccasions, Event, Occasion
from evenemang.domain.profile import DERIVED, FactQuestion, Profile
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.reading import facts_of
from evenemang.flow.storing import Stored
from evenemang.flow.workspace import Workspace


class NewDossier(Frozen):
    """What somebody knows when an event is first heard of; `evenemang new FILE.json` takes this form."""

    name: Required
    alias: Id | None = None
    diary_number: PersonText = ""
    series: Id | None = None
    organiser: Id | None = None
    place: Id | None = None
    zones: tuple[Id, ...] = ()
    application_received: date | None = None
    occasions: tuple[Occasion | DailyOccasions, ...] = ()
    facts: dict[Id, Value] = Field(default_factory=dict)
    officer: Name | None = None
    areas: tuple[Id, ...] | None = None  # None: those that the facts propose
    example: bool = False
    note: PersonText = ""


def open_dossier(workspace: Workspace, new: NewDossier, by: Actor) -> Stored[Dossier]:
    """Open a dossier with the areas that its facts propose.

    Raises:
        NotAllowed: If who acts may not.
        ValueUnfit: If a fact does not fit the profile.
        Refused: If the alias is taken.
    """
    workspace.require(by, "open-dossier")
    for key, value in new.facts.items():
        checked_fact(workspace.content.profile, key, value)
    event = Event(**{name: getattr(new, name) for name in Event.model_fields if hasattr(new, name)})
    dossier = Dossier(
        id=workspace.new_id("dossier"),
        alias=new.alias,
        example=new.example,
        diary_number=new.diary_number,
        event=event,
        officer=new.officer,
        opened=stamp(by, workspace.clock.now()),
    )
    areas = new.areas if new.areas is not None else _proposed(dossier, workspace)
    taken = tuple(_taken(area, workspace) for area in areas)
    whole = dossier.model_copy(update={"assessment": Assessment(areas=taken)})
    return workspace.add(whole, by)


def _proposed(dossier: Dossier, workspace: Workspace) -> tuple[str, ...]:
    facts = facts_of(dossier, workspace.content)
    return tuple(area.area for area, _ in proposed_areas(workspace.content.areas.values(), facts))


def _taken(area: str, workspace: Workspace) -> AreaTaken:
    installed = workspace.content.areas.get(area)
    return AreaTaken(area=area, version=installed.version if installed else None)


def checked_fact(profile: Profile, key: str, value: Value) -> Value:
    """Return a fact's value as the profile stores it.

    Raises:
        ValueUnfit: If the profile has no such fact, or the value does not fit it.
    """
    fact = next((one for one in profile.facts if one.id == key and one.id not in DERIVED), None)
    if fact is None:
        expected = Text(sv="Uppgiften finns inte i profilen.", en="The profile has no such fact.")
        raise ValueUnfit("no such fact", value=str(value), question=key, expected=expected)
    if not _fits(fact, value):
        raise ValueUnfit("unfit fact", value=str(value), question=key, expected=_expected(fact))
    return value


def _fits(fact: FactQuestion, value: Value) -> bool:
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type == "choice":
        return value in {choice.id for choice in fact.choices}
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    low = -float("inf") if fact.min is None else fact.min
    high = float("inf") if fact.max is None else fact.max
    return low <= value <= high


def _expected(fact: FactQuestion) -> Text:
    if fact.type == "yes-no":
        return Text(
            sv="Svara ja eller nej, eller lämna öppet.",
            en="Answer yes or no, or leave it open.",
        )
    if fact.type == "choice":
        ids = ", ".join(choice.id for choice in fact.choices)
        return Text(sv=f"Välj ett av: {ids}.", en=f"Choose one of: {ids}.")
    low, high = (
        (fact.min if fact.min is not None else "–"),
        (fact.max if fact.max is not None else "–"),
    )
    return Text(
        sv=f"Svara med ett tal från {low} till {high}.",
        en=f"Answer with a number from {low} to {high}.",
    )


class SetFact(Operation):
    """Say a fact about the event; None leaves it open again."""

    fact: Id
    value: Value | None

    @property
    def subject(self) -> str:
        """Where the fact stands."""
        return f"event/facts/{self.fact}"

    @property
    def wanted(self) -> str:
        """The value."""
        return str(self.value)

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the fact, checked against the profile."""
        facts = dict(dossier.event.facts)
        if self.value is None:
            facts.pop(self.fact, None)
        else:
            facts[self.fact] = checked_fact(scene.content.profile, self.fact, self.value)
        return _with_event(dossier, facts=facts)


Clearable = Literal["organiser", "place", "application_received", "series"]


class SetEvent(Operation):
    """Say what the event is called, where and when it is, and who holds it.

    What is None stays as it is; what is in `clear` is not known any more.
    """

    event_name: Required | None = None
    diary_number: PersonText | None = None
    police_number: PersonText | None = None
    organiser: Id | None = None
    place: Id | None = None
    zones: tuple[Id, ...] | None = None
    application_received: date | None = None
    occasions: tuple[Occasion | DailyOccasions, ...] | None = None
    series: Id | None = None
    note: PersonText | None = None
    clear: tuple[Clearable, ...] = ()

    @property
    def subject(self) -> str | None:
        """Where the field stands, when one alone is said."""
        said = list(self._said())
        if len(said) != 1:
            return None
        return said[0] if said[0] in NUMBERS else f"event/{said[0]}"

    @property
    def wanted(self) -> str:
        """What was said, when it is one thing in few words."""
        return next((one for one in self._said().values() if isinstance(one, str)), "")

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with what was said."""
        said = self._said()
        numbers = {name: said.pop(name) for name in NUMBERS if name in said}
        return _with_event(dossier, **said).model_copy(update=numbers)

    def _said(self) -> dict[str, Any]:
        """What was said, by where it stands; what is cleared is None."""
        fields = {name: getattr(self, name) for name in type(self).model_fields if name not in NOT_OF_EVENT}
        given = {"name" if name == "event_name" else name: value for name, value in fields.items()}
        return {
            **{name: value for name, value in given.items() if value is not None},
            **dict.fromkeys(self.clear),
        }


NOT_OF_EVENT = ("seen", "clear")
NUMBERS = ("diary_number", "police_number")  # of the dossier, not of the event


class SetOfficer(Operation):
    """Say who handles the dossier."""

    officer: Name | None

    @property
    def subject(self) -> str:
        """Where the officer stands."""
        return "officer"

    @property
    def wanted(self) -> str:
        """The officer."""
        return self.officer or ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with its officer."""
        return dossier.model_copy(update={"officer": self.officer})


def _with_event(dossier: Dossier, **said: Any) -> Dossier:
    event = Event.model_validate({**dict(dossier.event), **said})
    return dossier.model_copy(update={"event": event})


def open_facts(profile: Profile, facts: Facts) -> tuple[FactQuestion, ...]:
    """Return the facts that nobody has said yet."""
    return tuple(one for one in profile.facts if one.derived is None and one.id not in facts.event)
