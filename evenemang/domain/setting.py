"""What a municipality sets for itself: its name and arms, its own times for permits, its own norms."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from evenemang.domain.norm import (
    ENDS,
    Norm,
    Overrider,
    Unit,
    figures_at,
    out_of_order,
    stricter_at,
    with_figures,
)
from evenemang.domain.permit_rule import PermitFile, PermitRule, under_the_law
from evenemang.domain.personal import Holds
from evenemang.domain.source import Source
from evenemang.domain.text import LONGEST_TEXT, Frozen, Id, PersonText, Text, clean

NAME, ARMS, LEAD_TIME, NORM = "name", "arms", "lead-time", "norm"  # the first step of a setting's id

Called = Annotated[
    str,
    StringConstraints(max_length=100, pattern=r"\S", strip_whitespace=True),
    BeforeValidator(clean),
    Holds("none"),
]
LARGEST = 1_000  # pixels of a side; ours are smaller by far


def _whole(picture: str) -> str:
    """Refuse what only looks like a PNG: everything that is written shows it, and must not stop at it."""
    content = b64decode(picture, validate=True)
    head, width, height = content[8:16], content[16:20], content[20:24]
    sides = (int.from_bytes(width, "big"), int.from_bytes(height, "big"))
    if (
        head != b"\0\0\0\rIHDR"
        or not content.endswith(b"IEND\xaeB`\x82")
        or not 0 < min(sides) <= max(sides) <= LARGEST
    ):
        raise ValueError("no whole PNG")
    return picture


Picture = Annotated[
    str,
    StringConstraints(max_length=LONGEST_TEXT, pattern=r"^iVBORw0KGgo"),
    AfterValidator(_whole),
    Holds("none"),
]
"""A PNG in base64, small enough to stand in a cell: the database and the workbook each hold it whole."""

NO_NAME = Text(
    sv="Ange kommunens namn först: en lokal tid gäller på en ort.",
    en="Give the municipality's name first: a local time holds in one place.",
)
NOBODY_MAY = Text(
    sv="Den här siffran får ingen ersätta: den är en definition.",
    en="Nobody may replace this figure: it is a definition.",
)


class OwnLeadTime(Frozen):
    """How long before an event a permit must be in here, in calendar days, and where that stands."""

    permit: Id
    days: Annotated[int, Field(ge=1, le=1000)]
    source: Source


class OwnFigure(Frozen):
    """One figure of a norm: value, low, high, or a row and a column of its table (green/at_most)."""

    at: Annotated[str, StringConstraints(max_length=200, pattern=r"\S"), Holds("none")]
    figure: Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]  # sums must stay numbers


class OwnNorm(Frozen):
    """Figures of the municipality's own instead of a norm's, from a day on, and who decided so."""

    norm: Id
    figures: Annotated[tuple[OwnFigure, ...], Field(min_length=1)]
    unit: Unit | None = None  # of the norm when it was set: figures of another unit must not count
    source: Source
    valid_from: date
    decided_by: Overrider
    decision: PersonText = ""


class Setting(Frozen):
    """One thing that is set, by its id; with nothing in it, it has been taken away."""

    id: Id
    name: Called | None = None
    arms: Picture | None = None
    lead_time: OwnLeadTime | None = None
    norm: OwnNorm | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is anything in it."""
        return any((self.name, self.arms, self.lead_time, self.norm))


class Settings(Frozen):
    """Everything that a municipality has set."""

    name: Called | None = None
    arms: Picture | None = None
    lead_times: tuple[OwnLeadTime, ...] = ()
    norms: tuple[OwnNorm, ...] = ()

    def lead_time(self, permit: str) -> OwnLeadTime | None:
        """Return the municipality's own time for a permit, or None."""
        return next((one for one in self.lead_times if one.permit == permit), None)

    def norm(self, norm: str) -> OwnNorm | None:
        """Return the municipality's own figures for a norm, or None."""
        return next((one for one in self.norms if one.norm == norm), None)


def settings_of(records: Iterable[Setting]) -> Settings:
    """Return what is set, from its records."""
    found = tuple(records)
    return Settings(
        name=next((one.name for one in found if one.name), None),
        arms=next((one.arms for one in found if one.arms), None),
        lead_times=tuple(one.lead_time for one in found if one.lead_time),
        norms=tuple(one.norm for one in found if one.norm),
    )


def place_of(file: PermitFile, name: str | None) -> str | None:
    """Return the place whose local times count: that of the municipality's name, else the file's own."""
    if name is None:
        return file.municipality
    places = (one.place for rule in file.items for one in rule.lead_time if one.place)
    return next((place for place in places if is_of(name, place)), name)


def is_of(name: str, place: str) -> bool:
    """Whether a municipality's name is of a place: Alingsås kommun of Alingsås, Lidköpings of Lidköping."""
    endings = ("", " kommun", "s kommun", " stad", "s stad")
    return name.casefold() in {f"{place}{ending}".casefold() for ending in endings}


def unfit_time(rule: PermitRule, own: OwnLeadTime) -> Text | None:
    """Return why an own time cannot count: the rule of `evenemang check`."""
    return under_the_law(rule, own.days)


def unfit_norm(norm: Norm, own: OwnNorm) -> tuple[Text, ...]:
    """Return everything that keeps own figures from counting instead of a norm's."""
    return tuple(one for one in (_unit(norm, own), _decider(norm, own), *_figures(norm, own)) if one)


def _unit(norm: Norm, own: OwnNorm) -> Text | None:
    if norm.unit == own.unit:
        return None
    return Text(
        sv="Normen har fått en annan enhet sedan den egna siffran sattes. Ange siffran i den nya enheten.",
        en="The norm has another unit since your own figure was set. Give the figure in the new unit.",
    )


def _decider(norm: Norm, own: OwnNorm) -> Text | None:
    if own.decided_by in norm.override and own.decided_by != "nobody":
        return None
    if set(norm.override) <= {"nobody"}:
        return NOBODY_MAY
    return Text(
        sv="Den som har beslutat får inte ersätta den här siffran.",
        en="Whoever decided may not replace this figure.",
    )


def _figures(norm: Norm, own: OwnNorm) -> Iterable[Text]:
    standard, ways = figures_at(norm), stricter_at(norm)
    for one in own.figures:
        if one.at not in standard:
            yield Text(
                sv=f"Normen har ingen siffra som heter ”{one.at}”.",
                en=f"The norm has no figure called “{one.at}”.",
            )
        elif standard[one.at] > 0 >= one.figure or standard[one.at] == 0 > one.figure:
            yield Text(
                sv=f"Siffran {one.figure:g} är för liten: den ska vara större än noll.",
                en=f"The figure {one.figure:g} is too small: it must be above zero.",
            )
        elif ways.get(one.at) == "higher" and one.figure < standard[one.at]:
            yield _floor(standard[one.at])
        elif ways.get(one.at) == "lower" and one.figure > standard[one.at]:
            yield _ceiling(standard[one.at])
    known = {one.at: one.figure for one in own.figures if one.at in standard}
    if known == {at: standard[at] for at in known}:
        yield Text(
            sv="Siffran är densamma som den som gäller ändå.", en="The figure is the one that counts anyway."
        )
    ends = {**standard, **known}
    if ends.get("low", 0) > ends.get("high", float("inf")):
        yield ENDS
    else:
        yield from out_of_order(norm, with_figures(norm, known))


def _floor(figure: float) -> Text:
    return Text(
        sv=f"Siffran får höjas, inte sänkas: ange minst {_comma(figure)}.",
        en=f"The figure may be raised, not lowered: give at least {figure:g}.",
    )


def _ceiling(figure: float) -> Text:
    return Text(
        sv=f"Siffran får sänkas, inte höjas: ange högst {_comma(figure)}.",
        en=f"The figure may be lowered, not raised: give at most {figure:g}.",
    )


def _comma(figure: float) -> str:
    return f"{figure:g}".replace(".", ",")
