"""The risk matrix as data: steps, levels, grid; and the table of when one may decide what."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product
from typing import Annotated, Literal

from pydantic import Field, model_validator

from evenemang.domain.errors import Unfit
from evenemang.domain.source import Source
from evenemang.domain.text import Frozen, Id, Text

Step = Annotated[int, Field(ge=1, le=5)]
LevelId = Literal["low", "medium", "high", "very-high"]
LEVELS: tuple[LevelId, ...] = ("low", "medium", "high", "very-high")  # mildest first

SEE_FORM = Text(
    sv="Rätta matrisen; se checklists/matrices/standard.yaml.",
    en="Mend the matrix; see checklists/matrices/standard.yaml.",
)

View = Literal["approved", "approved-with-conditions", "rejected", "to-complete", "no-objection"]


class ScaleStep(Frozen):
    """One step of a scale: its word, and the anchor that makes two people mean the same.

    `below` is the anchor in figures, for likelihood: the chance at one event that the step stays below.
    """

    step: Step
    word: Text
    anchor: Text
    below: Annotated[float, Field(gt=0, lt=1)] | None = None


class Scale(Frozen):
    """Five steps of likelihood (or vulnerability) or of consequence."""

    title: Text
    steps: tuple[ScaleStep, ...]

    def word(self, step: int) -> Text:
        """Return the word of a step 1–5."""
        return self.steps[step - 1].word


class Level(Frozen):
    """A risk level: word, meaning, and what it demands of the group."""

    id: LevelId
    word: Text
    means: Text
    demands: Text


class Floor(Frozen):
    """At this consequence or worse, the level is never below `level`, and a special look is asked for."""

    consequence: Step
    level: LevelId
    because: Text


class DecisionRule(Frozen):
    """What one view of the group takes: the highest residual level it bears, and what else."""

    view: View
    word: Text
    highest_residual: LevelId  # a residual risk above this stops the view
    handled_at: LevelId | None = None  # at this level each risk needs a decided action and an acceptance
    needs_motive: bool
    needs_depth_one: bool  # every planning question of depth 1 answered
    needs_conditions: bool = False


class Matrix(Frozen):
    """A 5 × 5 matrix with its words, and the decisions its levels allow.

    `grid[likelihood - 1][consequence - 1]` is a level id. Source: reference.md §1.2 (ours, built on
    the words of MSB and ISO 31000; every municipality may keep its own).
    """

    matrix: Id
    version: date
    title: Text
    sources: tuple[Source, ...]
    likelihood: Scale
    vulnerability: Scale  # the same axis, read for threats
    consequence: Scale
    levels: tuple[Level, ...]
    grid: tuple[tuple[LevelId, ...], ...]
    floors: tuple[Floor, ...]
    decisions: tuple[DecisionRule, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Matrix:
        faults = [
            *self._shape_faults(),
            *self._order_faults(),
            *self._neighbour_faults(),
            *self._figure_faults(),
        ]
        if faults:
            raise Unfit(*faults, do=SEE_FORM)
        return self

    def level(self, likelihood: int, consequence: int) -> LevelId:
        """Return the level of a cell, lifted to the floor of its consequence."""
        found = self.grid[likelihood - 1][consequence - 1]
        for floor in self.floors:
            if consequence >= floor.consequence and worse(floor.level, found):
                found = floor.level
        return found

    def asks_for_special_look(self, consequence: int) -> bool:
        """Whether a consequence is one that a low likelihood may not make us forget."""
        return any(consequence >= floor.consequence for floor in self.floors)

    def word(self, level: LevelId) -> Text:
        """Return a level's word."""
        return next(one.word for one in self.levels if one.id == level)

    def rule(self, view: View) -> DecisionRule:
        """Return what a view takes."""
        return next(rule for rule in self.decisions if rule.view == view)

    def _shape_faults(self) -> list[Text]:
        faults: list[Text] = []
        if len(self.grid) != 5 or any(len(row) != 5 for row in self.grid):
            faults.append(
                Text(
                    sv="Rutnätet ska ha fem rader med fem nivåer.",
                    en="The grid must have five rows of five levels.",
                )
            )
        for name in ("likelihood", "vulnerability", "consequence"):
            if [step.step for step in getattr(self, name).steps] != [1, 2, 3, 4, 5]:
                faults.append(
                    Text(
                        sv=f"{name} ska ha stegen 1 till 5 i ordning.",
                        en=f"{name} must have the steps 1 to 5 in order.",
                    )
                )
        if tuple(level.id for level in self.levels) != LEVELS:
            faults.append(
                Text(
                    sv=f"levels ska vara {', '.join(LEVELS)} i den ordningen.",
                    en=f"levels must be {', '.join(LEVELS)} in that order.",
                )
            )
        return faults

    def _order_faults(self) -> list[Text]:
        """A step up in likelihood or consequence never lowers the level."""
        if self._shape_faults():
            return []
        faults: list[Text] = []
        for row, column in product(range(5), range(5)):
            here = LEVELS.index(self.grid[row][column])
            for down, right in ((1, 0), (0, 1)):
                if row + down < 5 and column + right < 5:
                    there = LEVELS.index(self.grid[row + down][column + right])
                    if there < here:
                        faults.append(
                            Text(
                                sv=f"Nivån sjunker efter rutan {row + 1} × {column + 1}.",
                                en=f"The level falls after the cell {row + 1} × {column + 1}.",
                            )
                        )
        return faults

    def _figure_faults(self) -> list[Text]:
        """Likelihood in figures: for each step but the last, rising; or for none."""
        if self._shape_faults():
            return []
        *found, last = [one.below for one in self.likelihood.steps]
        told = [one for one in found if one is not None]
        rises = all(before < after for before, after in pairwise(told))
        if last is None and rises and len(told) in (0, len(found)):
            return []
        return [
            Text(
                sv="below ska stå vid varje steg av sannolikhet utom det sista och stiga, eller inte alls.",
                en="below must stand at each step of likelihood but the last and rise, or not at all.",
            )
        ]

    def _neighbour_faults(self) -> list[Text]:
        """No low cell touches a very high one, not even at a corner."""
        if self._shape_faults():
            return []
        faults: list[Text] = []
        for row, column in product(range(5), range(5)):
            around = {
                self.grid[r][c]
                for r, c in product(range(row - 1, row + 2), range(column - 1, column + 2))
                if 0 <= r < 5 and 0 <= c < 5
            }
            if self.grid[row][column] == "low" and "very-high" in around:
                faults.append(
                    Text(
                        sv=f"Den låga rutan {row + 1} × {column + 1} rör vid en mycket hög.",
                        en=f"The low cell {row + 1} × {column + 1} touches a very high one.",
                    )
                )
        return faults


def worse(one: LevelId, other: LevelId) -> bool:
    """Whether `one` is a worse level than `other`."""
    return LEVELS.index(one) > LEVELS.index(other)
