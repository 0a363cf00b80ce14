"""How many stewards the posts take, with relief, and whether that is plausible for the crowd."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from checklists.crowds.staffing_fields import Plausible, StaffingInput, StaffingOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.text import Text


def staffing(asked: StaffingInput, _norms: Norms) -> StaffingOutput:
    """Return whole persons: on duty, mobile, to call in, and what the ratio would have mobile.

    Source:
        The ratio is British, from memory; docs/calculators.md.
    """
    on_duty = sum(post.people for post in asked.posts)
    mobile = sum(post.people for post in asked.posts if post.mobile)
    by_ratio = _whole(asked.visitors / asked.ratio)
    return StaffingOutput(
        on_duty=on_duty,
        mobile=mobile,
        total=_whole(on_duty * (1 + asked.relief_share)),
        ratio_check=by_ratio,
        level=_plausible(on_duty, mobile, by_ratio),
    )


def _whole(people: Decimal) -> int:
    return int(people.to_integral_value(ROUND_CEILING))


def _plausible(on_duty: int, mobile: int, by_ratio: int) -> Plausible:
    if mobile >= by_ratio:
        return "green"
    return "yellow" if on_duty >= by_ratio else "orange"


STAFFING = Calculator(
    id="crowds.staffing",
    area="crowds",
    title=Text(sv="Publikvärdar från poster", en="Stewards from posts"),
    purpose=Text(
        sv="Räknar personal från posterna som ska vara bemannade, med avlösning, och jämför med "
        "ett riktvärde.",
        en="Counts staff from the posts to be manned, with relief, and compares with a ratio.",
    ),
    input=StaffingInput,
    output=StaffingOutput,
    norms=("staff-relief", "staff-ratio"),
    formula=(
        "on_duty = sum(people)",
        "mobile = sum(people of mobile posts)",
        "total = ceil(on_duty * (1 + relief_share))",
        "ratio_check = ceil(visitors / ratio)",
        "level = green if mobile >= ratio_check, yellow if on_duty >= ratio_check, else orange",
    ),
    caveats=(
        Text(
            sv="Det finns ingen svensk norm för antal publikvärdar; riktvärdet är brittiskt och ur minnet.",
            en="There is no Swedish norm for stewards; the ratio is British and from memory.",
        ),
        Text(
            sv="Ordningsvakter bestäms av Polisen i villkor och ingår inte.",
            en="Guards are decided by the police as conditions and are not included.",
        ),
        Text(
            sv="Grönt säger bara att talet är rimligt, inte att posterna är de rätta.",
            en="Green only says the number is plausible, not that the posts are right.",
        ),
    ),
    sources=("green-guide", "dover-stewards"),
    compute=staffing,
    examples=(
        Example(
            inputs={
                "posts": [
                    {"name": "Entréer", "people": 6},
                    {"name": "Utgångar", "people": 5},
                    {"name": "Framför scen", "people": 4},
                    {"name": "Patrull", "people": 8, "mobile": True},
                ],
                "visitors": 1900,
                "relief_share": 0.2,
            },
            outputs={"on_duty": 23, "mobile": 8, "total": 28, "ratio_check": 8, "level": "green"},
            arithmetic="6+5+4+8 = 23; 23*1.2 = 27.6 -> 28; 1900/250 = 7.6 -> 8; 8 >= 8",
        ),
        Example(
            inputs={
                "posts": [{"name": "Entré", "people": 4}, {"name": "Patrull", "people": 2, "mobile": True}],
                "visitors": 1700,
            },
            outputs={"on_duty": 6, "mobile": 2, "total": 8, "ratio_check": 7, "level": "orange"},
            arithmetic="6*1.25 = 7.5 -> 8; 1700/250 = 6.8 -> 7; 6 < 7",
        ),
    ),
)
