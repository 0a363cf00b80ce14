"""Sums that stand beside a question: a pure function from a checked input to an output, with its norms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from evenemang.domain.actor import Stamp
from evenemang.domain.checklist import Secrecy
from evenemang.domain.norm import Norm, NormUsed, Unit
from evenemang.domain.text import Frozen, Id, Text

Colour = Literal["green", "yellow", "orange", "red"]


class CalculatorInput(Frozen):
    """What a calculator takes; each field's title, unit and bounds stand in its `Shown`."""


class CalculatorOutput(Frozen):
    """What a calculator gives; each field's label and unit stand in its `Shown`."""


@dataclass(frozen=True)
class Shown:
    """How a field is shown: annotate with it, `Annotated[float, Field(gt=0), Shown(Text(…), "m²")]`.

    `default_norm` names the norm the default comes from; `rounding` is the step and the careful direction.
    """

    label: Text
    unit: Unit | None = None
    default_norm: str | None = None
    rounding: tuple[Literal["up", "down", "nearest"], float] | None = None
    words: Mapping[str, Text] | None = (
        None  # what choices and results are called on the screen
    )
    help: Text | None = None


Norms = Mapping[str, Norm]


@dataclass(frozen=True)
class Calculator:
    """A sum with a name: its input and output models, its norms, its formula and its caveats.

    `compute(input, norms)` returns the output, or raises CalculationRefused with a sentence.
    """

    id: str
    area: str
    title: Text
    purpose: Text
    input: type[CalculatorInput]
    output: type[CalculatorOutput]
    norms: tuple[str, ...]
    formula: tuple[str, ...]
    caveats: tuple[Text, ...]
    sources: tuple[str, ...]
    compute: Callable[[Any, Norms], CalculatorOutput]
    secrecy: Secrecy = "open"


class Calculation(Frozen):
    """A sum as it was done: inputs, outputs and the norms that were used, kept with the answer."""

    question: Id
    calculator: Id
    kept: Stamp
    inputs: dict[str, Any]
    outputs: dict[str, Any]
    norms: tuple[NormUsed, ...]
