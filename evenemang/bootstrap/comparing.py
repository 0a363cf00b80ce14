"""Comparing: what one version of an area changes in another, wherever the two stand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from evenemang.bootstrap import CHECKLISTS, content
from evenemang.bootstrap.authoring import area_from_excel, area_of
from evenemang.domain.checklist import Area
from evenemang.domain.errors import ContentFaulty, Refused
from evenemang.domain.text import Text
from evenemang.flow.area_changes import Change, area_changes
from evenemang.flow.content import Content

KEPT_VERSION = re.compile(r"(?P<area>[^@]+)@(?P<version>\d{4}-\d\d-\d\d)")
NO_VERSION = Text(
    sv="Versionen {handle} är inte sparad i {data}. Sparade versioner: {known}.",
    en="The version {handle} is not kept in {data}. Kept versions: {known}.",
)
NONE = Text(sv="inga", en="none")


def changes_between(old: Area, new: Area, installed: Content) -> tuple[Change, ...]:
    """Return what the newer version changes; conditions in the words of both versions and of all else."""
    from evenemang.catalogue.plain_words import in_plain_words

    both = old.model_copy(update={"sections": (*old.sections, *new.sections)})
    words = replace(installed, areas={**installed.areas, old.area: both, new.area: both})
    return area_changes(old, new, lambda condition: in_plain_words(condition, words))


def area_at(handle: str, data: Path) -> Area:
    """Return the area that a handle means.

    An installed area by its id, AREA@VERSION kept in the data folder, a checklist.yaml, or its twin in Excel.

    Raises:
        Refused: If there is no such area, or no such version is kept.
        ContentFaulty: With every fault of the file.
    """
    if Path(handle).suffix.lower() == ".xlsx":
        return _twin(Path(handle))
    kept = KEPT_VERSION.fullmatch(handle)
    if kept and not Path(handle).exists():
        return _kept(handle, kept["area"], kept["version"], data)
    return area_of(handle)


def _twin(file: Path) -> Area:
    from evenemang.catalogue import area_in

    found = area_from_excel(file)
    if found.faults:
        lines = Text(
            sv="\n".join(one.say("sv") for one in found.faults),
            en="\n".join(one.say("en") for one in found.faults),
        )
        raise ContentFaulty(lines.en, count=len(found.faults), faults=lines)
    return area_in(found.text, file.name)


def _kept(handle: str, area: str, version: str, data: Path) -> Area:
    from evenemang.catalogue import KeptVersions

    versions = KeptVersions(data / CHECKLISTS)
    installed = content().areas.get(area)
    if installed and str(installed.version) == version:
        return installed
    day = _day(version)
    found = versions.area(area, day) if day else None
    if found is None:
        known = ", ".join(f"{area}@{one}" for one in versions.of(area))
        why = Text(
            sv=NO_VERSION.sv.format(handle=handle, data=data, known=known or NONE.sv),
            en=NO_VERSION.en.format(handle=handle, data=data, known=known or NONE.en),
        )
        raise Refused("not kept", why=why)
    return found


def _day(version: str) -> date | None:
    try:
        return date.fromisoformat(version)
    except ValueError:
        return None
