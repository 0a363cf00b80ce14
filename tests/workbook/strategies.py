"""Dossiers made up from the models themselves, nasty text in every field: a new field is covered at once."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone
from struct import pack
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from zlib import compress, crc32

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from evenemang.catalogue import compile_condition
from evenemang.domain.actor import Function
from evenemang.domain.condition import Condition
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import clean
from evenemang.flow.content import Content
from evenemang.flow.journal import FIRST, Deed, JournalEntry, Kind, chain_hash, digest
from evenemang.flow.reading import read
from evenemang.flow.recording import Whole

NASTY = (
    "=1+1",
    "@SUM(A1)",
    "+46 70",
    "-5",
    "#N/A",
    "'quoted",
    "_x0041_",
    "_x005F_",
    "x005F_",
    "_x0041_x0042_",
    "_x0041\x07",
    "<r><t>hej</t></r>",
    "<r></r>",
    "<b>fet</b> & c",
    "**fet** [l](http://x.se)",
    "http://x.se",
    "true",
    "0012",
    "1e5",
    "2023-08-25",
    "  blanksteg  ",
    "\tflik",
    "rad\nbryt\n",
    "• punkt\n  • under",
    " […]",
    "👩‍👩‍👧 åäö",
    "\u202eomvänt\u202c",
    "e\u0301",
    "\u00a0",
    "\x85",
    "evenemang:risks",
    "end",
    "&P &N",
    "]]>",
)

nasty = st.one_of(
    st.sampled_from(NASTY),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
SOURCES = (
    'event.kind == "concert"',
    "event.peak_visitors >= 300 &&\n  event.stage",
    " true",
    'answers["crowds.queue-space"] == "no" // =1+1',
    "event.kind == '_x0041_ <r>å</r> 👩‍👩‍👧'",
)
conditions = st.sampled_from(SOURCES).map(
    lambda source: Condition(source, compile_condition(source)[1], compile_condition(source)[0])
)
ids = st.from_regex(r"\A[a-z]{1,6}(\.[a-z]{1,4})?(-[0-9]{1,2})?\Z")
clocks = st.times().map(lambda one: f"{one:%H:%M}")
zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-11, minutes=-30))])
moments = st.datetimes(datetime(1890, 1, 1), datetime(9999, 12, 30), timezones=zones)
values = st.one_of(
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    nasty,
    st.sampled_from(["yes", "no", "partly", "not-relevant", "true", ""]),
)


@st.composite
def json_values(draw: st.DrawFn, depth: int = 2) -> Any:
    """Return what JSON holds; hypothesis's own recursion is flaky where a draw is cut short."""
    kind = draw(st.sampled_from(["leaf", "leaf", "list", "map"] if depth else ["leaf"]))
    if kind == "list":
        return draw(st.lists(json_values(depth - 1), max_size=2))
    if kind == "map":
        return draw(st.dictionaries(nasty, json_values(depth - 1), max_size=2))
    leaf = draw(st.none() | values)
    return None if leaf in (float("inf"), float("-inf")) else leaf


def of_type(  # noqa: PLR0911  # one line a kind
    kind: Any, limits: tuple[Any, ...] = ()
) -> st.SearchStrategy[Any]:
    """Return values of an annotation, within its limits."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return of_type(args[0], (*args[1:], *limits))
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, UnionType):
        return st.one_of(*(of_type(one) for one in args))
    if origin is tuple:
        fewest = max((one.min_length for one in flat(limits) if isinstance(one, MinLen)), default=0)
        return st.lists(of_type(args[0]), min_size=fewest, max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(of_type(args[0]), of_type(args[1]), max_size=3)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return models(kind)
    return scalar(kind, flat(limits))


def flat(limits: tuple[Any, ...]) -> list[Any]:
    return [each for one in limits for each in (one.metadata if isinstance(one, FieldInfo) else [one])]


def scalar(kind: Any, limits: list[Any]) -> st.SearchStrategy[Any]:
    if kind is str:
        return strings(limits)
    if kind is int:
        lows = [one.ge for one in limits if isinstance(one, Ge) and isinstance(one.ge, int)]
        highs = [one.le for one in limits if isinstance(one, Le) and isinstance(one.le, int)]
        low, high = max(lows, default=None), min(highs, default=None)
        return st.integers(low, high)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        NoneType: st.none(),
        bool: st.booleans(),
        float: floats(limits),
        datetime: moments,
        AwareDatetime: moments,
        date: st.dates(date(1800, 1, 1), date(9999, 12, 1)),
        Any: json_values(),
        Condition: conditions,
    }
    assert not any(isinstance(one, Lt) for one in limits)
    return simple[kind]


def floats(limits: list[Any]) -> st.SearchStrategy[float]:
    low = next((one.ge for one in limits if isinstance(one, Ge)), None)
    high = next((one.le for one in limits if isinstance(one, Le)), None)
    above = next((one.gt for one in limits if isinstance(one, Gt)), None)
    least: Any = low if above is None else above
    most: Any = 1e6 if high is None and above is not None else high  # an area times a density stays a number
    return st.floats(least, most, exclude_min=above is not None, allow_nan=False, allow_infinity=False)


def png(width: int, height: int) -> str:
    """Return a whole picture of this size, in base64."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body))

    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", compress(b"\0" * (width + 1) * height))
    return b64encode(b"\x89PNG\r\n\x1a\n" + head + pixels + chunk(b"IEND", b"")).decode()


def strings(limits: list[Any]) -> st.SearchStrategy[str]:
    pattern = next((one.pattern for one in limits if getattr(one, "pattern", None)), None)
    said = next((one for one in limits if isinstance(one, StringConstraints)), None)
    if said and said.pattern:
        pattern = said.pattern
    longest = min((one.max_length for one in limits if isinstance(one, MaxLen)), default=None)
    if pattern == r"\S":
        return nasty.filter(lambda one: bool(str(clean(one)).strip()))
    if pattern is None:
        return nasty if longest is None else nasty.map(lambda one: one[:longest])
    if str(pattern).startswith("^[A-Za-z0-9]"):
        return ids
    if str(pattern).startswith("^[0-9a-f]{64}"):
        return st.from_regex(r"\A[0-9a-f]{64}\.[a-z0-9]{3}\Z")
    if str(pattern).startswith("^iVBOR"):
        return st.builds(png, st.integers(1, 300), st.integers(1, 300))
    return clocks


@st.composite
def models(draw: st.DrawFn, model: type[BaseModel]) -> BaseModel:
    """Return a model with its fields made up, each validated as it would be when a person typed it."""
    body: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name == "last_number":
            body[name] = draw(st.dictionaries(st.sampled_from("RAIL"), st.integers(0)))
            continue
        if field.is_required() or draw(st.booleans()):
            body[field.alias or name] = draw(of_type(field.annotation, tuple(field.metadata)))
    return checked(model, body)


def checked(model: type[BaseModel], body: dict[str, Any]) -> BaseModel:
    if {"due", "due_days"} <= body.keys():
        body.pop("due_days")
    if body.get("from") and body.get("to"):
        body["to"] = min(body["from"] + timedelta(days=3), date(9999, 12, 2))
    if model.__name__ == "Held":
        body["first"], body["last"] = sorted((body["first"], body["last"]))
    if body.get("unit") == "":
        body["unit"] = None  # no unit and an empty one look alike to anybody
    if model.__name__ == "Text":
        body = {key: f"a{one}b" for key, one in body.items()}
    return model.model_validate(body)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Return a dossier whose own ids are unique."""
    found = draw(models(Dossier))
    assert isinstance(found, Dossier)
    answers = {key: one.model_copy(update={"question": key}) for key, one in found.assessment.answers.items()}
    assessment = found.assessment.model_copy(
        update={"answers": answers, "own_questions": unique(found.assessment.own_questions)}
    )
    rows = {name: unique(getattr(found, name)) for name in ("risks", "actions", "incidents")}
    return found.model_copy(update={"assessment": assessment, **rows})


def unique(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple({one.id: one for one in rows}.values())


@st.composite
def journals(
    draw: st.DrawFn, record: str, kind: Kind = "dossier", fewest: int = 0
) -> tuple[JournalEntry, ...]:
    """Return a journal that is chained as the store chains it."""
    entries: list[JournalEntry] = []
    previous = FIRST
    for version, deed in enumerate(draw(st.lists(models(Deed), min_size=fewest, max_size=3)), 1):
        assert isinstance(deed, Deed)
        digested = digest(deed, "salt")
        hashed = chain_hash(previous, kind, record, version, 0, deed, digested)
        entries.append(
            JournalEntry(
                kind=kind,
                record=record,
                version=version,
                number=0,
                deed=deed,
                salt="salt",
                digest=digested,
                hash=hashed,
            )
        )
        previous = hashed
    return tuple(entries)


@st.composite
def kept(draw: st.DrawFn) -> tuple[Dossier, tuple[JournalEntry, ...]]:
    """Return a dossier and its journal."""
    dossier = draw(dossiers())
    return dossier, draw(journals(dossier.id))


def whole_of(dossier: Dossier, content: Content, journal: tuple[JournalEntry, ...] = ()) -> Whole:
    as_of = datetime(2023, 8, 1, 9, 30, tzinfo=UTC)
    lead = Function(id="project-lead", title="Projektledare", short="projektledare", part="member")
    return Whole(
        dossier=dossier,
        version=7,
        reading=read(dossier, content, (), as_of.date()),
        content=content,
        places=(),
        organiser=None,
        functions={lead.id: lead},
        lessons_from=(),
        journal=journal,
        as_of=as_of,
    )
