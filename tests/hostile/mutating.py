"""A workbook changed a little and at random, the same way each time for the same seed."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from xml.etree import ElementTree as Tree

from tests.hostile.packing import LINKS, STRINGS, STYLES, Parts, packed, unpacked

Change = Callable[[Random, Parts], str]
NASTY = (
    "", " ", "0", "1", "-1", "7", "1.5", "1e999", "-1e999", "NaN", "inf", "1e308", "2147483648", "9" * 16,
    "9" * 400, "1048577", "16385", "45163", "-45163", "2958466", "60", "TRUE", "ja", "x" * 40_000,
    "🥔" * 300, "A1", "XFD1048576", "A0", "a1", "A1:XFD1048576", "rId5", "rId99", "s", "n", "b", "d", "e",
    "str", "inlineStr", "end", "row 0", "row 99", "evenemang:risks", "code:x", "bool:true", "moment:x", "day",
    "null", "integer", "_xD83E_", "_x0000_", "../../x", "http://127.0.0.1:9/x", '{"a": [[[', "2023-02-30",
    "2023-08-25T00:00:00",
)  # fmt: skip
NUMBER = re.compile(rb"<v>([^<]*)</v>")
TAG = re.compile(rb"<[^<>?!]+>")
VALUE = re.compile(rb'="([^"]*)"')

for prefix, space in {
    "": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}.items():
    Tree.register_namespace(prefix, space)


def mutated(book: bytes, seed: int) -> tuple[bytes, str]:
    """Return the book changed in one to three ways, and what was done to it."""
    random = Random(seed)
    if random.random() < 0.1:
        return _bytes(random, book)
    parts = unpacked(book)
    done = [random.choice(CHANGES)(random, parts) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    return packed(parts), "; ".join(done)


def _bytes(random: Random, book: bytes) -> tuple[bytes, str]:
    """Change the zip itself; its checksums then tell."""
    content = bytearray(book)
    for _ in range(random.randint(1, 8)):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    if random.random() < 0.2:
        del content[random.randrange(len(content)) :]
    return bytes(content), "bytes of the zip changed"


def _chosen(random: Random, parts: Parts) -> str:
    """Return the name of a part that is left; the sheets and what they hang on more often than the rest."""
    sheets = [name for name in parts if "/worksheets/" in name]
    often = [*sheets, *sheets, STRINGS, STRINGS, LINKS, STYLES, "xl/workbook.xml"]
    return random.choice([*parts, *(one for one in often if one in parts)])


def _flipped(random: Random, parts: Parts) -> str:
    name = _chosen(random, parts)
    content = bytearray(parts[name] or b" ")
    for _ in range(random.choice((1, 1, 2, 10))):
        content[random.randrange(len(content))] = random.randrange(256)
    parts[name] = bytes(content)
    return f"{name}: bytes changed"


def _cut(random: Random, parts: Parts) -> str:
    name = _chosen(random, parts)
    content = parts[name]
    start = random.randrange(len(content) + 1)
    end = start + random.choice((1, 10, 100, len(content)))
    parts[name] = content[:start] + content[end:]
    return f"{name}: {start} to {end} gone"


def _within(random: Random, parts: Parts, pattern: re.Pattern[bytes], new: bytes, what: str) -> str:
    """Put something in place of one match of a pattern: of its group, if it has one."""
    name = _chosen(random, parts)
    found = list(pattern.finditer(parts[name]))
    if found:
        at = random.choice(found)
        start, end = at.span(1 if pattern.groups else 0)
        parts[name] = parts[name][:start] + new + parts[name][end:]
    return f"{name}: {what} {new[:40]!r}"


def _number(random: Random, parts: Parts) -> str:
    return _within(random, parts, NUMBER, random.choice(NASTY).encode(), "a value is")


def _attribute(random: Random, parts: Parts) -> str:
    return _within(random, parts, VALUE, random.choice(NASTY).replace('"', "").encode(), "an attribute is")


def _tag(random: Random, parts: Parts) -> str:
    new = random.choice((b"", b"<x>", b"</x>", b"<x/>", b"&amp;", b"<!-- -->"))
    return _within(random, parts, TAG, new, "a tag is")


def _element(random: Random, parts: Parts) -> str:
    """Drop, double, move, swap or rename an element, or change what it says; the XML stays whole."""
    name = _chosen(random, parts)
    try:
        root = Tree.fromstring(parts[name])
    except Tree.ParseError:
        return f"{name}: no XML"
    parents = [one for one in root.iter() if len(one)]
    if not parents:
        return f"{name}: no elements"
    parent = random.choice(parents)
    what, deed = random.choice(DEEDS)
    deed(random, parent, random.choice(parents))
    parts[name] = Tree.tostring(root, "utf-8", xml_declaration=True)
    return f"{name}: an element in {parent.tag.rpartition('}')[2]} {what}"


def _gone(random: Random, parts: Parts) -> str:
    name = _chosen(random, parts)
    del parts[name]
    return f"{name}: gone"


def _exchanged(random: Random, parts: Parts) -> str:
    one, other = _chosen(random, parts), _chosen(random, parts)
    parts[one], parts[other] = parts[other], parts[one]
    return f"{one} and {other}: exchanged"


def _spliced(random: Random, parts: Parts) -> str:
    one, other = _chosen(random, parts), _chosen(random, parts)
    at = random.randrange(len(parts[one]) + 1)
    start = random.randrange(len(parts[other]) + 1)
    parts[one] = (
        parts[one][:at] + parts[other][start : start + random.choice((20, 200, 2_000))] + parts[one][at:]
    )
    return f"{one}: a piece of {other} in it"


def _drop(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    parent.remove(random.choice(list(parent)))


def _double(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    at = random.randrange(len(parent))
    parent.insert(at, parent[at])


def _move(random: Random, parent: Tree.Element, other: Tree.Element) -> None:
    child = random.choice(list(parent))
    if other not in list(child.iter()):
        parent.remove(child)
        other.insert(random.randrange(len(other) + 1), child)


def _swap(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    one, two = random.randrange(len(parent)), random.randrange(len(parent))
    parent[one], parent[two] = parent[two], parent[one]


def _rename(random: Random, parent: Tree.Element, other: Tree.Element) -> None:
    random.choice(list(parent)).tag = random.choice((other.tag, "x", parent.tag))


def _say(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    random.choice(list(parent)).text = random.choice(NASTY)


def _attributes(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    child = random.choice(list(parent))
    keys = [*child.attrib, "r", "t", "s"]
    key = random.choice(keys)
    if random.random() < 0.3:
        child.attrib.pop(key, None)
    else:
        child.set(key, random.choice(NASTY))


def _deepen(random: Random, parent: Tree.Element, _other: Tree.Element) -> None:
    at = random.randrange(len(parent))
    child = parent[at]
    for _ in range(random.choice((1, 3, 60))):
        outer = Tree.Element(child.tag)
        outer.append(child)
        child = outer
    parent[at] = child


DEEDS: tuple[tuple[str, Callable[[Random, Tree.Element, Tree.Element], None]], ...] = (
    ("dropped", _drop),
    ("doubled", _double),
    ("moved", _move),
    ("swapped", _swap),
    ("renamed", _rename),
    ("says something else", _say),
    ("has other attributes", _attributes),
    ("within others", _deepen),
)
CHANGES: tuple[Change, ...] = (
    _flipped, _cut, _number, _number, _attribute, _attribute, _tag, _gone, _exchanged, _spliced,
    _element, _element, _element, _element, _element, _element,
)  # fmt: skip
