"""What the risk picture says, in one heading."""

from __future__ import annotations

from evenemang.domain.text import Language, Text
from evenemang.flow.weighing import RiskPicture

NONE_YET = Text(sv="Inga bedömda risker än", en="No risks judged yet")
NUMBER = Text(sv="Talet är sannolikhet × konsekvens.", en="The number is likelihood × consequence.")
NUMBER_OF_THREATS = Text(
    sv="Talet är sannolikhet × konsekvens, för hot sårbarhet × konsekvens.",
    en="The number is likelihood × consequence, for threats vulnerability × consequence.",
)
ALL_CALM = Text(sv="Ingen risk är hög efter åtgärder", en="No risk is high after treatment")


def finding(picture: RiskPicture) -> Text:
    """Return the heading: how many risks are high or very high after treatment."""
    if not picture.judged:
        return NONE_YET
    worst, high = picture.after("very-high"), picture.after("high")
    if not worst and not high:
        return ALL_CALM
    sv = " och ".join(
        part for part in (_sv(worst, "mycket hög", "mycket höga"), _sv(high, "hög", "höga")) if part
    )
    en = " and ".join(part for part in (_en(worst, "very high"), _en(high, "high")) if part)
    return Text(sv=f"{sv} efter åtgärder", en=f"{en} after treatment")


def proposals_heading(count: int) -> Text:
    """Return the heading over the proposals nobody has looked at."""
    return Text(
        sv=f"{count} förslag att bedöma",
        en=f"{count} proposal to judge" if count == 1 else f"{count} proposals to judge",
    )


def _sv(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return f"{count} risk är {one}" if count == 1 else f"{count} risker är {many}"


def _en(count: int, word: str) -> str:
    if not count:
        return ""
    return f"{count} risk is {word}" if count == 1 else f"{count} risks are {word}"


def counted_line(picture: RiskPicture, language: Language) -> str:
    """Return the line under the heading: unit, and what is left out."""
    judged, lowered, left = len(picture.judged), picture.lowered, len(picture.proposals)
    said = [
        Text(sv=f"{judged} bedömda, {lowered} sänks av åtgärder.", en=f"{judged} judged, {lowered} lowered.")
    ]
    said.append(NUMBER_OF_THREATS if picture.threats else NUMBER)
    if left:
        said.append(
            Text(
                sv=f"{left} förslag som ingen har bedömt är inte med.",
                en=f"{left} proposals that nobody has judged are left out.",
            )
        )
    return " ".join(one.say(language) for one in said)
