"""YAML, strictly: text to plain data, with the line of every value.

Nothing is guessed. What other readers would turn into something else (no, on, 18:30, 0x1F), what hides
(anchors, tags, repeated keys) and what is empty is refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from evenemang.catalogue import refusals
from evenemang.catalogue.fault import Fault, Place, written
from evenemang.catalogue.refusals import Refusal
from evenemang.catalogue.scalars import plain_value

LARGEST = 256 * 1024  # bytes; a whole area is about 45 kB
DEEPEST = 20  # levels of nesting; an area has 9


@dataclass(frozen=True)
class Document:
    """What a file says: plain data, and the line each value stands on."""

    file: str
    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, refusal: Refusal) -> Fault:
        """Return a fault at a place of this file."""
        return Fault(self.file, self.line(place), written(place), refusal.what, refusal.do)


def read(path: Path, shown_as: str | None = None) -> tuple[Document, tuple[Fault, ...]]:
    """Return what a file says, and all its faults of form."""
    file = shown_as or str(path)
    try:
        if path.stat().st_size > LARGEST:
            return _nothing(file, refusals.too_large(path.stat().st_size, LARGEST))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _nothing(file, refusals.unreadable(error))
    except UnicodeDecodeError as error:
        return _nothing(file, refusals.not_utf8(), line=error.object[: error.start].count(b"\n") + 1)
    return read_text(text, file)


def read_text(text: str, file: str) -> tuple[Document, tuple[Fault, ...]]:
    """Return what a text says, and all its faults of form."""
    building = _Building(file)
    try:
        for event in _events(text):
            building.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _nothing(file, refusals.not_yaml(error.problem or ""), line=mark.line + 1 if mark else 1)
    except YAMLError as error:  # a control character, refused before there are any marks
        before = text[: getattr(error, "position", 0)]
        return _nothing(file, refusals.odd_character(), line=before.count("\n") + 1)
    except _TooDeep:
        return _nothing(file, refusals.too_deep(DEEPEST), line=building.last_line)
    document = building.document()
    if building.documents == 0:
        return document, (document.fault((), refusals.empty_file()),)
    return document, tuple(building.faults)


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe", pure=False).parse(text)


def _nothing(file: str, refusal: Refusal, line: int = 0) -> tuple[Document, tuple[Fault, ...]]:
    return Document(file, None, {}), (Fault(file, line, "", refusal.what, refusal.do),)


class _TooDeep(Exception):
    """Brackets in brackets in brackets."""


@dataclass
class _Open:
    """A mapping or list that is being read."""

    place: Place
    held: dict[str, Any] | list[Any]
    key: str | None = None

    def next_place(self) -> Place:
        if isinstance(self.held, list):
            return (*self.place, len(self.held))
        return self.place if self.key is None else (*self.place, self.key)


@dataclass
class _Building:
    """Builds plain data from the parser's events, without recursion, noting lines and faults."""

    file: str
    data: Any = None
    documents: int = 0
    last_line: int = 0
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Take the next event."""
        self.last_line = event.start_mark.line + 1
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self._fault((), refusals.several_documents())
        elif self.documents > 1:
            return
        elif isinstance(event, CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, NodeEvent):
            self._take_node(event)

    def document(self) -> Document:
        """Return what was read."""
        return Document(self.file, self.data, self.lines)

    def _take_node(self, event: NodeEvent) -> None:
        if self._expects_key():
            self._take_key(event)
            return
        place = self.stack[-1].next_place() if self.stack else ()
        self.lines.setdefault(place, self.last_line)
        self._refuse_hidden(event, place)
        value: Any = None
        if isinstance(event, ScalarEvent):
            value = self._scalar(event, place)
        elif isinstance(event, CollectionStartEvent):
            value = [] if isinstance(event, SequenceStartEvent) else {}
        self._put(value)
        if isinstance(event, CollectionStartEvent):
            self._go_into(place, value)

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].held, dict) and self.stack[-1].key is None

    def _take_key(self, event: NodeEvent) -> None:
        here = self.stack[-1]
        key = event.value if isinstance(event, ScalarEvent) else "?"
        place = (*here.place, key)
        self._refuse_hidden(event, place)
        if not isinstance(event, ScalarEvent):
            self._fault(place, refusals.odd_key())
            if isinstance(event, CollectionStartEvent):
                self._go_into(place, [])  # read on, so that later faults are found too
                here.key = key
                return
        if key in here.held:
            self._fault(place, refusals.repeated_key(key, self.lines[place]), line=self.last_line)
        self.lines.setdefault(place, self.last_line)
        here.key = key

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.data = value
            return
        here = self.stack[-1]
        if isinstance(here.held, list):
            here.held.append(value)
        elif here.key is not None:
            here.held.setdefault(here.key, value)
            here.key = None

    def _go_into(self, place: Place, held: dict[str, Any] | list[Any]) -> None:
        if len(self.stack) >= DEEPEST:
            raise _TooDeep
        self.stack.append(_Open(place, held))

    def _scalar(self, event: ScalarEvent, place: Place) -> Any:
        if event.style:
            return event.value
        value, refusal = plain_value(event.value)
        if refusal:
            self._fault(place, refusal)
        return value

    def _refuse_hidden(self, event: NodeEvent, place: Place) -> None:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._fault(place, refusals.anchor())
        elif isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._fault(place, refusals.tag(str(event.tag)))

    def _fault(self, place: Place, refusal: Refusal, line: int | None = None) -> None:
        at = line or self.lines.get(place, self.last_line)
        self.faults.append(Fault(self.file, at, written(place), refusal.what, refusal.do))
