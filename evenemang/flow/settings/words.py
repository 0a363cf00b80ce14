"""Settings and records of registers in words, as the history, a clash and the command line tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from evenemang.domain.norm import Norm, NormRow, Overrider, Unit, figures_at
from evenemang.domain.setting import ARMS, LEAD_TIME, NAME, NORM
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.journal import Json, Kind
from evenemang.flow.words import EXPERIENCES, ORGANISER_KINDS, SURE

TAKEN_AWAY = Text(sv="inget eget", en="nothing of our own")
NOTHING = Text(sv="inget", en="nothing")
THE_NAME = Text(sv="Kommunens namn", en="The municipality's name")
THE_ARMS = Text(sv="Vapen", en="Arms")
ARMS_ARE = Text(sv="ett vapen ({mark})", en="arms ({mark})")
DAYS = Text(sv="{days} kalenderdagar före", en="{days} calendar days before")
RETIRED = Text(sv="används inte längre", en="no longer in use")
FROM_DAY = Text(sv="gäller från {day}", en="holds from {day}")
DECIDERS: Mapping[Overrider, Text] = {
    "authority": Text(sv="en myndighet", en="an authority"),
    "supplier": Text(sv="leverantören", en="the supplier"),
    "group": Text(sv="gruppen", en="the group"),
    "nobody": Text(sv="ingen", en="nobody"),
}
DECIDED = Text(sv="beslutat av {who}", en="decided by {who}")
ENDS: Mapping[str, Text] = {
    "value": Text(sv="Värde", en="Value"),
    "low": Text(sv="Lägst", en="Lowest"),
    "high": Text(sv="Högst", en="Highest"),
}


def called(content: Content, setting_id: str) -> Text:
    """Return what a setting is about."""
    kind, _, thing = setting_id.partition(".")
    if kind == LEAD_TIME:
        rule = next((one for file in content.permits for one in file.items if one.id == thing), None)
        return rule.title if rule else same(thing)
    if kind == NORM:
        return content.norms[thing].title if thing in content.norms else same(thing)
    return {NAME: THE_NAME, ARMS: THE_ARMS}.get(kind, same(setting_id))


def in_words(kind: Kind, picture: Json, content: Content) -> Text:
    """Return what a stored record says, short; of a setting only what is set."""
    if not isinstance(picture, Mapping):
        return NOTHING
    if kind == "setting":
        return _setting(picture, content)
    return _joined(_record(kind, picture)) or NOTHING


def same(said: object) -> Text:
    """Return what is written alike in both languages."""
    return Text.model_construct(sv=str(said), en=str(said))


def number(figure: float) -> Text:
    """Return a figure as each language writes it."""
    said = f"{figure:.12g}"
    return Text(sv=said.replace(".", ","), en=said)


def unit_of(unit: Unit | None) -> Text:
    """Return a unit in both languages; none is empty."""
    return unit if isinstance(unit, Text) else same(unit or "")


def place_in(norm: Norm, at: str) -> Text:
    """Return what a figure of a norm is called: its row and column in a table."""
    if at in ENDS:
        return ENDS[at]
    name, _, column = at.partition("/")
    row = _row(norm, name)
    title = row.title if row and row.title else same(name)
    return (
        title
        if column == "value"
        else Text.model_construct(sv=f"{title.sv}, {column}", en=f"{title.en}, {column}")
    )


def source_said(source: Source) -> Text:
    """Return a source with when it was read and how sure it is."""
    sure = SURE[source.sure]
    read_sv = f"läst {source.checked}" if source.checked else "ur minnet"
    read_en = f"read {source.checked}" if source.checked else "from memory"
    return Text(
        sv=f"{source.title}, {source.at} ({read_sv}, säkerhet: {sure.sv})",
        en=f"{source.title}, {source.at} ({read_en}, sure: {sure.en})",
    )


def _row(norm: Norm, name: str) -> NormRow | None:
    for number_, row in enumerate(norm.table, 1):
        codes = {(row.model_extra or {}).get("id"), (row.model_extra or {}).get("level"), str(number_)}
        if name in codes:
            return row
    return None


def _setting(picture: Mapping[str, Any], content: Content) -> Text:
    if picture.get("name"):
        return same(picture["name"])
    if picture.get("arms"):
        mark = sha256(str(picture["arms"]).encode()).hexdigest()[:6]
        return filled(ARMS_ARE, mark=same(mark))
    own = picture.get("lead_time") or picture.get("norm")
    if not own:
        return TAKEN_AWAY
    source = source_said(Source.model_validate(own["source"]))
    if picture.get("lead_time"):
        return _joined([filled(DAYS, days=same(own["days"])), source]) or NOTHING
    return _joined([*_figures(own, content), *_decided(own), source]) or NOTHING


def _figures(own: Mapping[str, Any], content: Content) -> Iterable[Text]:
    norm = content.norms.get(own["norm"])
    standard = figures_at(norm) if norm else {}
    unit = unit_of(norm.unit if norm else None)
    for one in own["figures"]:
        value = number(one["figure"])
        said = Text(sv=f"{value.sv} {unit.sv}".strip(), en=f"{value.en} {unit.en}".strip())
        if norm and len(standard) > 1 and one["at"] in standard:
            place = place_in(norm, one["at"])
            said = Text(sv=f"{place.sv}: {said.sv}", en=f"{place.en}: {said.en}")
        yield said


def _decided(own: Mapping[str, Any]) -> Iterable[Text]:
    yield filled(FROM_DAY, day=same(date.fromisoformat(str(own["valid_from"]))))
    who = DECIDERS[own["decided_by"]]
    decision = own.get("decision")
    named = Text(sv=f"{who.sv} ({decision})", en=f"{who.en} ({decision})") if decision else who
    yield filled(DECIDED, who=named)


def _record(kind: Kind, picture: Mapping[str, Any]) -> Iterable[Text]:
    if kind == "function":
        yield same(picture.get("title") or picture.get("short") or picture["id"])
        if picture.get("short"):
            yield same(picture["short"])
        if picture.get("retired"):
            yield RETIRED
        return
    if picture.get("name"):
        yield same(picture["name"])
    if kind == "organiser":
        yield from _organiser(picture)
    for zone in picture.get("zones", ()) if kind == "place" else ():
        ways = ", ".join(f"{one['name']} {one['width_m']:g} m" for one in zone.get("exits", ()))
        measures = f"{zone['name']} {zone['net_m2']:g} m² × {zone['planning_density']:g}"
        yield same(f"{measures} ({ways})" if ways else measures)


def _organiser(picture: Mapping[str, Any]) -> Iterable[Text]:
    words: tuple[tuple[str, Mapping[Any, Text]], ...] = (
        ("kind", ORGANISER_KINDS),
        ("experience", EXPERIENCES),
    )
    for field, known in words:
        if picture.get(field) in known:
            yield known[picture[field]]
    if picture.get("contact"):
        yield same(picture["contact"])


def filled(text: Text, **facts: Text) -> Text:
    """Return a sentence with its facts, each in its own language."""

    def said(pick: Callable[[Text], str]) -> str:
        return pick(text).format(**{name: pick(one) for name, one in facts.items()})

    return Text(sv=said(lambda one: one.sv), en=said(lambda one: one.en))


def _joined(parts: Iterable[Text]) -> Text | None:
    found = tuple(parts)
    if not found:
        return None
    return Text(sv=" · ".join(one.sv for one in found), en=" · ".join(one.en for one in found))
