"""Where the parts of a workbook are: sheets in order, texts, looks. Nothing outside is followed."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath
from typing import Any
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from evenemang.workbook.refusals import refusal
from evenemang.workbook.scanning import MAIN, BookScan, Scan
from evenemang.workbook.unzipping import LINKS, WORKBOOK

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MOST_SHEETS = 250
LONGEST_TITLE = 100  # characters; Excel allows 31


@dataclass(frozen=True)
class Map:
    """The parts to read, by their names in the zip."""

    sheets: tuple[tuple[str, str], ...]  # title, part
    texts: str | None
    styles: str | None
    counts_from_1904: bool


@dataclass(frozen=True)
class _Link:
    kind: str
    target: str
    is_outside: bool


def map_of(opened: ZipFile) -> Map:
    """Return where the parts are.

    Raises:
        FileUnfit: If a sheet is not there, lies elsewhere, or cannot be told from another.
    """
    links = _links(opened)
    root = part(opened, WORKBOOK, BookScan(WORKBOOK))
    sheets = _sheets(root, links, set(opened.namelist()))
    properties = root.find(f"{{{MAIN}}}workbookPr")
    since = properties.get("date1904", "0") if properties is not None else "0"
    return Map(
        sheets, _one(links, "sharedStrings", opened), _one(links, "styles", opened), since in ("1", "true")
    )


def part(opened: ZipFile, name: str, scan: Scan) -> Any:
    """Return the root element of a part, looked through first."""
    with opened.open(name) as stream:
        scan.look_through(stream)
    return fromstring(opened.read(name), forbid_dtd=True)


def _links(opened: ZipFile) -> dict[str, _Link]:
    found: dict[str, _Link] = {}
    for one in part(opened, LINKS, Scan(LINKS)):
        key = one.get("Id", "")
        if one.tag != PACKAGE or key in found:
            raise refusal("odd", f"link {key}")
        target = one.get("Target", "")
        way = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[key] = _Link(
            one.get("Type", "").rpartition("/")[2],
            normpath(way),
            one.get("TargetMode", "Internal") != "Internal",
        )
    return found


def _sheets(root: Any, links: dict[str, _Link], names: set[str]) -> tuple[tuple[str, str], ...]:
    listed = root.findall(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")
    if len(listed) > MOST_SHEETS:
        raise refusal("large", "too many sheets")
    found: list[tuple[str, str]] = []
    for one in listed:
        title, link = one.get("name", ""), links.get(one.get(f"{{{OFFICE}}}id", ""))
        if not 0 < len(title) <= LONGEST_TITLE:
            raise refusal("odd", "a sheet's name")
        if link is None or link.kind == "worksheet":
            found.append((title, _sheet_part(title, link, names)))
    titles = [one.get("name", "").casefold() for one in listed]
    if len(set(titles)) < len(titles):
        raise refusal("odd", "two sheets of one name")
    if not found:
        raise refusal("missing", "no sheet")
    return tuple(found)


def _sheet_part(title: str, link: _Link | None, names: set[str]) -> str:
    if link is not None and link.is_outside:
        raise refusal("odd", f"sheet {title} is outside the file")
    if link is None or link.target not in names:
        raise refusal("missing", f"sheet {title} is not in the file")
    return link.target


def _one(links: dict[str, _Link], kind: str, opened: ZipFile) -> str | None:
    """Return the one part of a kind; a workbook may do without."""
    found = [one for one in links.values() if one.kind == kind]
    if not found:
        return None
    if len(found) > 1 or found[0].is_outside:
        raise refusal("odd", f"{kind} in several places")
    if found[0].target not in opened.namelist():
        raise refusal("missing", f"{kind} not in the file")
    return found[0].target
