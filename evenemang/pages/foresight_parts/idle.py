"""Questions that never changed anything."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.foresight.idle import IdleQuestion
from evenemang.flow.foresight.words import interval
from evenemang.pages.counting import EVENTS
from evenemang.pages.foresight_parts.scene import Scene, Table, part

SOME = Text(
    sv="{count} frågor har aldrig ändrat något på {years} år",
    en="{count} questions have never changed anything in {years} years",
)
ONE = Text(
    sv="En fråga har aldrig ändrat något på {years} år",
    en="One question has never changed anything in {years} years",
)
NONE = Text(
    sv="Ingen fråga har ställts så ofta utan att ändra något att det säger något",
    en="No question has been asked so often without changing anything that it tells anything",
)
UNIT = Text(
    sv="Alltid ett bra svar från början, ingen risk, och därför ingen åtgärd och ingen händelse; ingen "
    "lärdom. Av {asked} frågor som kan väcka en risk och har besvarats. Frågor som bara beskriver, och "
    "hemliga, är inte med.",
    en="Always a good answer from the first, no risk, and so no action and no incident; no lesson. Of "
    "{asked} questions that may raise a risk and were answered. Questions that only describe, and secret "
    "ones, are left out.",
)
TOO_FEW = Text(
    sv="Ytterligare {count} har inte ändrat något, men är besvarade vid högst {most} evenemang: "
    "för få för att föreslå något.",
    en="Another {count} have changed nothing, but were answered at {most} events at most: too few to propose "
    "anything.",
)
AREA = Text(sv="Riskområde", en="Area of risk")
QUESTION = Text(sv="Fråga", en="Question")
AREA_AND_QUESTION = Text(sv="Riskområde och fråga", en="Area of risk and question")
ANSWERED = Text(sv="Besvarad vid evenemang", en="Answered at events")
MAY = Text(sv="Kan ändra något vid högst (95 %)", en="May change something at most at (95%)")
ANSWERED_AND_MAY = Text(
    sv="Besvarad vid, och kan ändå ändra något vid",
    en="Answered at, and may all the same change something at",
)
COUNTED = Text(sv="{events}, {interval}", en="{events}, {interval}")


def show(scene: Scene) -> None:
    """Show the part."""
    found = scene.found.idle
    text = {0: NONE, 1: ONE}.get(len(found.clear), SOME)
    unit = [scene.say(UNIT).format(asked=found.asked)] if found.asked else []
    if found.too_few:
        unit.append(scene.say(TOO_FEW).format(count=found.too_few, most=found.most))
    table = Table(
        "fragor-utan-verkan",
        (AREA_AND_QUESTION, ANSWERED_AND_MAY),
        [
            (f"{scene.area(one.area)}: {scene.question(one.question)}", _counted(one, scene))
            for one in found.clear
        ],
        (AREA, QUESTION, ANSWERED, MAY),
        [_row(one, scene) for one in found.clear],
    )
    finding = scene.say(text).format(count=len(found.clear), years=scene.years)
    part(scene, "fragor", finding, " ".join(unit), (table,))


def _counted(one: IdleQuestion, scene: Scene) -> str:
    said = interval(one.share, scene.language)
    return scene.say(COUNTED).format(events=EVENTS.say(one.share.whole, scene.language), interval=said)


def _row(one: IdleQuestion, scene: Scene) -> tuple[str | int | float, ...]:
    return (
        scene.area(one.area),
        scene.question(one.question),
        one.share.whole,
        one.share.upper,
    )
