"""The example year, in which everybody wrote markup wherever they may write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import LONGEST_TEXT, clean
from evenemang.flow.counting import NamedEntrance, SetCounter
from evenemang.flow.day_planning import AgreeStop, NotePhone, PlanDay
from evenemang.flow.journal import Kind
from evenemang.flow.listing import Projection, project
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.workspace import Workspace

KINDS: tuple[Kind, ...] = ("dossier", "place", "organiser", "lesson", "meeting")
PAGE = "http://ond.example"
# Every word that begins with "zq" would stand alone in an element if what is around it were taken for markup.
NASTY = (
    f'<b>zqfet</b> <img src={PAGE}/a.png onerror="window.hit=1"> <a href="{PAGE}">zqrak</a> '
    f"<script>window.hit=1</script> [zqlänk]({PAGE}) ![zqbild]({PAGE}/b.png) **zqstark** _zqlut_ `zqkod` "
    f":red[zqröd] :blue-badge[zqbricka] :material/bug_report: :bug: $zqsumma$ ~~zqstruken~~ {PAGE}/zqbar "
    "zq@ond.example = =HYPERLINK(1) </textarea></style>"
)
BLOCK = "\n# zqrubrik\n- zqpunkt\n\n| zqtabell |\n|---|\n| zqcell |\n\n```\nzqblock\n```\n"


HELD = "potatisfestivalen-2023"
ON_THE_DAY = (  # nobody counted in the example year, or agreed on any stop of their own
    SetCounter(
        called="Torget",
        because="Intyg",
        holds=500,
        watch=80,
        stop=95,
        entrances=(NamedEntrance(name="Norra"),),
    ),
    AgreeStop(title="Vind", watch=12, at=15, unit="m/s", when="Byar", source="Intyg", do="Stoppa"),
    NotePhone(who="Vakten", number="070"),
    PlanDay(rescue="Norra", meeting="Grinden", assembly="Parken", command="Vagnen", radio="Kanal 3"),
    NoteInLog(what="Stängde grinden", kind="decision", decided_by="Åsa"),
)
LONG = frozenset({"comment", "description", "what", "why", "motive", "text", "worked", "how"})
CODES = frozenset({"officer", "owner", "by", "function", "role"})  # a post or a person, looked up by its word
SHORT = 300  # characters


def poison(data: Path) -> None:
    """Write markup into every text from a person, in every record of a folder."""
    workspace = open_data(data).workspace
    for deed in ON_THE_DAY:
        workspace.do(HELD, deed, Actor(name="Åsa"))
    for kind in KINDS:
        for id_ in workspace.store.ids(kind):
            stored = workspace.store.load(kind, id_)
            record = poisoned(stored.record)
            seen = projected(workspace, record) if isinstance(record, Dossier) else None
            workspace.store.save(kind, record, expected=stored.version, deeds=(), projection=seen)


def projected(workspace: Workspace, dossier: Dossier) -> Projection:
    """Return the plain columns of a dossier, as any change of it writes them."""
    return project(dossier, workspace.content_for(dossier), workspace.read(dossier))


def poisoned(value: Any) -> Any:
    """Return a value with markup behind every text that a person may write."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        body = {name: _said(name, getattr(value, name), fields[name]) for name in fields}
        return type(value).model_validate(body)
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if isinstance(value, dict):
        return {key: poisoned(one) for key, one in value.items()}
    return value


def _said(name: str, said: Any, field: FieldInfo) -> Any:
    limits = [*field.metadata, *(each for one in field.metadata for each in getattr(one, "metadata", ()))]
    typed = any(isinstance(one, BeforeValidator) and one.func is clean for one in limits)
    if not (typed and isinstance(said, str) and said) or name in CODES:
        return poisoned(said)
    longest = min(
        (one.max_length for one in limits if getattr(one, "max_length", None)), default=LONGEST_TEXT
    )
    if longest < SHORT:
        return f"{said} **zqstark**"[:longest]
    return f"{said} {NASTY}{BLOCK if name in LONG else ''}"
