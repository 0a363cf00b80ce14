"""Plain data to YAML, in the form that checklists have: what is written, the reader reads back the same."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from evenemang.catalogue.scalars import plain_value

UNBROKEN = 2**31  # characters a line: a text stands on one line, however long


def yaml_of(data: Any) -> str:
    """Return mappings, lists, texts, numbers, truths and dates as block YAML, keys in the order they stand.

    A text is quoted where somebody would read something else into it: `"no"`, `"18:30"`, `"12"`.
    """
    yaml = YAML(typ="rt", pure=True)
    yaml.Representer = _Representer
    yaml.width = UNBROKEN
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(_quoted(data), stream)
    return stream.getvalue()


class _Representer(RoundTripRepresenter):
    """ruamel's own, but for numbers: the reader takes them only without exponents."""


def _number(representer: RoundTripRepresenter, value: float) -> Any:
    shortest = f"{value:.15g}"
    exact = Decimal(shortest if float(shortest) == value else repr(value))
    return representer.represent_scalar("tag:yaml.org,2002:float", f"{exact:f}")


_Representer.add_representer(float, _number)


def _quoted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_quoted(value) for value in data]
    if isinstance(data, float) and data.is_integer():
        return int(data)
    return _text(data) if isinstance(data, str) else data


def _text(text: str) -> Any:
    """Return a text marked with how it must stand; plain or in single quotes is for the library to choose."""
    if "\n" in text and _is_a_block(text):
        return LiteralScalarString(text)
    if not text.isprintable() or plain_value(text) != (text, None):
        return DoubleQuotedScalarString(text)
    return text


def _is_a_block(text: str) -> bool:
    """Whether several lines may stand as they are: nothing that cannot be seen hangs on them."""
    lines = text.split("\n")
    return all(line.isprintable() and line and line == line.strip() for line in lines)
