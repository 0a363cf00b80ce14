"""What is asked and told of stewards: the posts to be manned, persons at a time, relief."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.crowds.bands import COLOUR, PEOPLE, SHARE, UP
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Required, Text

Plausible = Literal["green", "yellow", "orange"]

NO_POSTS = Text(
    sv="Räkna upp posterna först: riktvärdet ersätter dem inte.",
    en="List the posts first: the ratio does not replace them.",
)
EMPTY_POST = Text(sv="En post utan person är ingen post.", en="A post with nobody is no post.")
PLAUSIBLE: dict[Plausible, Text] = {
    "green": Text(sv="grön: rimligt antal", en="green: a plausible number"),
    "yellow": Text(sv="gul: för få rörliga, se över", en="yellow: too few mobile, look again"),
    "orange": Text(
        sv="orange: posterna räcker inte för publiken", en="orange: the posts do not cover the crowd"
    ),
}


class Post(CalculatorInput):
    """A post that must be manned all the time."""

    name: Annotated[Required, Shown(Text(sv="Post", en="Post"))]
    people: Annotated[
        int,
        Field(ge=1, le=500),
        Shown(Text(sv="Personer samtidigt", en="People at a time"), PEOPLE, below=EMPTY_POST),
    ]
    mobile: Annotated[bool, Shown(Text(sv="Rörlig", en="Mobile"))] = False


class StaffingInput(CalculatorInput):
    """The posts, the relief and the crowd they are for."""

    posts: Annotated[
        tuple[Post, ...], Field(min_length=1), Shown(Text(sv="Poster", en="Posts"), below=NO_POSTS)
    ]
    relief_share: Annotated[
        Number,
        Field(ge=0, le=1),
        Shown(Text(sv="Avlösning", en="Relief"), SHARE, default_norm="staff-relief", default_end="high"),
    ]
    visitors: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(
            Text(sv="Besökare samtidigt som mest", en="Visitors at the same time at most"),
            PEOPLE,
            starts="event.peak_visitors",
        ),
    ]
    ratio: Annotated[
        Number,
        Field(ge=10, le=1000),
        Shown(
            Text(sv="Besökare per rörlig värd", en="Visitors per mobile steward"),
            Text(sv="besökare/person", en="visitors/person"),
            default_norm="staff-ratio",
        ),
    ]


class StaffingOutput(CalculatorOutput):
    """How many are on duty, how many to call in, and whether the number is plausible."""

    on_duty: Annotated[int, Shown(Text(sv="I tjänst samtidigt", en="On duty at a time"), PEOPLE, rounding=UP)]
    mobile: Annotated[int, Shown(Text(sv="Varav rörliga", en="Of which mobile"), PEOPLE, rounding=UP)]
    total: Annotated[
        int, Shown(Text(sv="Att kalla in, med avlösning", en="To call in, with relief"), PEOPLE, rounding=UP)
    ]
    ratio_check: Annotated[
        int, Shown(Text(sv="Rörliga enligt riktvärdet", en="Mobile by the ratio"), PEOPLE, rounding=UP)
    ]
    level: Annotated[Plausible, Shown(COLOUR, words=PLAUSIBLE)]
