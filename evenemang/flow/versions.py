"""A newer version of an area: whether it is offered to a dossier, and going over to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from evenemang.domain.assessment import AreaTaken
from evenemang.domain.checklist import SECRECIES, Area, Question, Raise
from evenemang.domain.dossier import Dossier, stage
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.risk import Risk, following_answer
from evenemang.domain.text import Id, Text
from evenemang.flow.assessing import with_assessment
from evenemang.flow.content import Content
from evenemang.flow.operation import Operation, Scene

GOES_ON = ("draft", "assessing", "awaiting-completion", "decided")  # the stages of an assessment at work

NOT_HERE = Text(
    sv="Den versionen av riskområdet är inte installerad här. Ladda om sidan och se vilken som finns.",
    en="That version of the area is not installed here. Load the page again to see which one is.",
)
NOT_NEWER = Text(
    sv="Bedömningen svarar redan på den versionen, eller på en senare.",
    en="The assessment answers that version already, or a later one.",
)
IS_OVER = Text(
    sv="Bedömningen är avslutad. Den står kvar på den version som den gjordes med.",
    en="The assessment is closed. It stays with the version it was made by.",
)


@dataclass(frozen=True)
class Offer:
    """An area that is installed in another version than the dossier answers."""

    answers: date  # the version it answers
    before: Area | None  # that version; None where it was not kept, and the installed one is shown
    installed: Area
    is_offered: bool  # newer, and the assessment goes on

    @property
    def is_told(self) -> bool:
        """Whether a person needs to know: of a version to go over to, or of one that is not here."""
        return self.is_offered or self.before is None


def offers(dossier: Dossier, installed: Content, pinned: Content, now: datetime) -> tuple[Offer, ...]:
    """Return what a person needs to know of versions, by area taken; `pinned` is the dossier's content."""
    return tuple(one for one in _offers(dossier, installed, pinned, now) if one.is_told)


def _offers(dossier: Dossier, installed: Content, pinned: Content, now: datetime) -> Iterator[Offer]:
    for one in dossier.assessment.areas:
        found = installed.areas.get(one.area)
        if found and one.version and found.version != one.version:
            before = pinned.areas[one.area]
            newer = found.version > one.version and goes_on(dossier, now)
            yield Offer(one.version, before if before.version == one.version else None, found, newer)


def goes_on(dossier: Dossier, now: datetime) -> bool:
    """Whether an assessment is still worked on: not cancelled, evaluated or over, and needed at all."""
    ends = dossier.event.end
    return stage(dossier) in GOES_ON and (ends is None or now <= ends)


class TakeVersion(Operation):
    """Go over to the newer version of an area. Every answer stays; what it raises follows the new version."""

    area: Id
    version: date  # the one the person was shown

    @property
    def subject(self) -> str:
        """Where the area stands."""
        return f"assessment/areas/{self.area}"

    @property
    def wanted(self) -> str:
        """The version."""
        return self.version.isoformat()

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier pinned to the newer version.

        Raises:
            NotFound: If the assessment does not take the area.
            Refused: If the version is not installed or not newer, or the assessment is over.
        """
        taken = next((one for one in dossier.assessment.areas if one.area == self.area), None)
        if taken is None:
            raise NotFound("area not taken", what=self.area)
        new = self._checked(dossier, taken, scene)
        areas = tuple(
            one.model_copy(update={"version": new.version}) if one is taken else one
            for one in dossier.assessment.areas
        )
        pinned = with_assessment(dossier, dossier.assessment.model_copy(update={"areas": areas}))
        return pinned.model_copy(update={"risks": _brought_over(dossier, scene.content.areas[new.area], new)})

    def _checked(self, dossier: Dossier, taken: AreaTaken, scene: Scene) -> Area:
        new = scene.installed.areas.get(self.area)
        if new is None or new.version != self.version:
            raise Refused("version not installed", why=NOT_HERE)
        if taken.version is None or new.version <= taken.version:
            raise Refused("not newer", why=NOT_NEWER)
        if not goes_on(dossier, scene.now):
            raise Refused("assessment over", why=IS_OVER)
        return new


def _brought_over(dossier: Dossier, old: Area, new: Area) -> tuple[Risk, ...]:
    """Return the risks of an area by its newer version; what answers raise is left to `follow`.

    Proposals take the newer words. What a person has judged keeps its own, and asks for a new look.
    """
    before, after = ({one.id: one for one in area.questions()} for area in (old, new))
    risks = dossier.risks
    for gone in {one.origin.question for one in risks if one.origin and one.area == new.area} - after.keys():
        risks = following_answer(risks, gone, {})
    return tuple(
        _by_newer(one, before.get(one.origin.question), after[one.origin.question], new)
        if one.origin and one.origin.question in after and one.area == new.area
        else one
        for one in risks
    )


def _by_newer(risk: Risk, old: Question | None, new: Question, area: Area) -> Risk:
    assert risk.origin
    was = old.raises[risk.origin.index] if old and risk.origin.index < len(old.raises) else None
    index = _index_now(risk.origin.index, was, new)
    if index >= len(new.raises):
        return risk  # raised no longer: follow takes a proposal away and flags what is judged
    found = new.raises[index]
    origin = risk.origin.model_copy(update={"index": index})
    if risk.state != "proposed":
        otherwise = was is not None and (was.hazard, was.harm) != (found.hazard, found.harm)
        changed = risk.answer_changed or otherwise
        return risk.model_copy(update={"origin": origin, "answer_changed": changed})
    secrecy = max(risk.secrecy, area.secrecy_of(new), key=SECRECIES.index)  # never laid open by itself
    words = {"title": found.hazard, "harm": found.harm, "axis": area.axis, "secrecy": secrecy}
    return risk.model_copy(update={"origin": origin, **words})


def _index_now(index: int, was: Raise | None, new: Question) -> int:
    """Return where the same hazard stands now; where none has its words, the one in its place."""
    same = (at for at, one in enumerate(new.raises) if was and one.hazard == was.hazard)
    return next(same, index)
