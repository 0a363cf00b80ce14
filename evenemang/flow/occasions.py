"""An event of many evenings: each is spoken of after it ends, many quiet ones at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.evaluation import (
    DAYS_TO_EVALUATE,
    MANY_OCCASIONS,
    Count,
    OccasionCount,
    OccasionReview,
    occasion_id,
)
from evenemang.domain.event import LOCAL, Event, Occasion
from evenemang.domain.incident import Incident
from evenemang.domain.text import Id, PersonText, Text
from evenemang.flow.operation import Operation, Scene


class ReviewOccasions(Operation):
    """Say of occasions that are over whether anything happened: of one, or of many that were quiet.

    Of many at once nothing that was said before is written over.
    """

    occasions: Annotated[tuple[Id, ...], Field(min_length=1)]
    happened: bool
    visitors: Count | None = None
    note: PersonText = ""

    @property
    def subject(self) -> str | None:
        """The review of the one occasion; what only adds to many has none."""
        return f"occasion_reviews/{self.occasions[0]}" if len(self.occasions) == 1 else None

    @property
    def wanted(self) -> str:
        """What happened, in the person's words."""
        return self.note

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with what was said.

        Raises:
            NotFound: If there is no such occasion.
            Refused: If one is not over, if nothing is said to have happened where an incident is logged, if
                something is and nobody says what, or if visits are given for several at once.
        """
        known = {occasion_id(one): one for one in dossier.event.each_occasion()}
        for one in self.occasions:
            if one not in known:
                raise NotFound("no such occasion", what=one)
            self._refuse_the_impossible(dossier, known[one], scene.now)
        if len(self.occasions) > 1 and (self.visitors is not None or self.happened):
            raise Refused("several", why=ONE_AT_A_TIME)
        before = {one.id: one for one in dossier.occasion_reviews}
        said = {
            one: OccasionReview(
                id=one,
                happened=self.happened,
                visitors=self.visitors,
                note=self.note,
                given=scene.stamp,
            )
            for one in self.occasions
            if len(self.occasions) == 1 or one not in before
        }
        reviews = sorted({**before, **said}.values(), key=lambda one: one.id)
        return dossier.model_copy(update={"occasion_reviews": tuple(reviews)})

    def _refuse_the_impossible(self, dossier: Dossier, one: Occasion, now: datetime) -> None:
        if one.end > now:
            raise Refused("not over", why=filled(NOT_OVER, one))
        logged = incidents_by_occasion(dossier).get(occasion_id(one), ())
        if not self.happened and logged:
            raise Refused("incidents", why=filled(LOGGED, one))
        if self.happened and not logged and not self.note.strip():
            raise Refused("what", why=SAY_WHAT)


def has_many_occasions(event: Event) -> bool:
    """Whether each occasion is evaluated by itself."""
    return len(event.each_occasion()) >= MANY_OCCASIONS


def unspoken(dossier: Dossier, now: datetime) -> tuple[Occasion, ...]:
    """Return the occasions that are over and nobody has spoken of; none once the event is evaluated."""
    if dossier.evaluation or dossier.cancelled or not has_many_occasions(dossier.event):
        return ()
    said = {one.id for one in dossier.occasion_reviews}
    return tuple(
        one for one in dossier.event.each_occasion() if one.end <= now and occasion_id(one) not in said
    )


def incidents_by_occasion(dossier: Dossier) -> Mapping[str, tuple[Incident, ...]]:
    """Return what happened by occasion: at or after its start, before the next one's."""
    found: dict[str, tuple[Incident, ...]] = {}
    occasions = dossier.event.each_occasion()
    for incident in dossier.incidents:
        begun = [one for one in occasions if one.start <= incident.at]
        if begun:
            key = occasion_id(begun[-1])
            found[key] = (*found.get(key, ()), incident)
    return found


def evaluate_by(ends: datetime) -> date:
    """Return the day when what ended at a moment should be evaluated at the latest."""
    return ends.astimezone(LOCAL).date() + timedelta(days=DAYS_TO_EVALUATE)


def visits_so_far(dossier: Dossier) -> tuple[int, int]:
    """Return the visits counted by occasion, and of how many occasions they are the sum."""
    counted = [one.visitors for one in dossier.occasion_reviews if one.visitors is not None]
    return sum(counted), len(counted)


def counts_by_occasion(dossier: Dossier) -> tuple[OccasionCount, ...]:
    """Return the visits counted by occasion, as an evaluation holds them; of two in one day the sum."""
    found: dict[date, int] = {}
    for one in dossier.occasion_reviews:
        if one.visitors is not None:
            day = date.fromisoformat(one.id.partition("T")[0])
            found[day] = found.get(day, 0) + one.visitors
    return tuple(OccasionCount(date=day, visitors=count) for day, count in found.items())


def filled(text: Text, one: Occasion) -> Text:
    """Return a sentence with the day of an occasion in it."""
    return Text(sv=text.sv.format(day=one.date), en=text.en.format(day=one.date))


NOT_OVER = Text(
    sv="Tillfället {day} är inte slut än. Utvärdera det efteråt.",
    en="The occasion {day} is not over yet. Evaluate it afterwards.",
)
LOGGED = Text(
    sv="Den {day} finns en händelse i loggen. Säg att något hände den dagen.",
    en="On {day} there is an incident in the log. Say that something happened that day.",
)
SAY_WHAT = Text(
    sv="Skriv kort vad som hände, eller logga det på plats först.",
    en="Write in short what happened, or log it on site first.",
)
ONE_AT_A_TIME = Text(
    sv="Besök och det som hände anges för ett tillfälle i taget.",
    en="Visits and what happened are given for one occasion at a time.",
)
