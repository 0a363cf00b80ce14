"""How the defaults of all areas fall on the matrix; run it as COMMAND says to write the page anew."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evenemang.catalogue.loading import load_content
from evenemang.domain.checklist import Area, Question, Raise
from evenemang.domain.condition import Condition
from evenemang.domain.matrix import LEVELS, LevelId
from evenemang.flow.content import Content
from evenemang.hooks import collect

COMMAND = "python -m evenemang.catalogue.calibration docs/calibration.md"
STOPS: tuple[LevelId, ...] = ("high", "very-high")
WORDS: dict[LevelId, str] = {"low": "low", "medium": "medium", "high": "high", "very-high": "very high"}


@dataclass(frozen=True)
class Default:
    """One risk a question can raise, where the checklist places it at the worst answer."""

    area: Area
    question: Question
    raises: Raise
    level: LevelId

    @property
    def score(self) -> int:
        """Likelihood times consequence, 1 to 25."""
        return self.raises.likelihood * self.raises.consequence

    @property
    def stops(self) -> bool:
        """Whether the event may not be approved before something is done."""
        return self.level in STOPS


def defaults(content: Content) -> tuple[Default, ...]:
    """Return every default of the installed areas, in the order they are asked."""
    return tuple(
        Default(area, question, raises, content.matrix.level(raises.likelihood, raises.consequence))
        for area in content.areas.values()
        for question in area.questions()
        if question.retired is None
        for raises in question.raises
    )


def page(content: Content) -> str:
    """Return the page: shares per area and in all, and which questions can stop an event."""
    found = defaults(content)
    by_area = {area.area: [one for one in found if one.area is area] for area in content.areas.values()}
    return "\n".join([*_head(), *_table(by_area, found), "", *_stopping(by_area)]) + "\n"


def _head() -> list[str]:
    return [
        "# Calibration",
        "",
        f"Generated from the installed content by `{COMMAND}`; do not edit.",
        "What the shares should be, and why: see [methods](methods.md#how-the-defaults-are-calibrated);",
        "`tests/checklists/test_calibration.py` holds it.",
        "",
        "Counted are defaults: what a bad answer raises, placed at *no*; *partly* is one step less likely.",
        "",
        "## Shares",
        "",
    ]


def _table(by_area: dict[str, list[Default]], found: Iterable[Default]) -> Iterator[str]:
    yield "| area | defaults | low | medium | high | very high | consequence 5 |"
    yield "|---|---|---|---|---|---|---|"
    for area, ours in by_area.items():
        yield _row(area, ours)
    yield _row("**all**", list(found))


def _row(name: str, ours: list[Default]) -> str:
    levels = Counter(one.level for one in ours)
    deadly = sum(one.raises.consequence == 5 for one in ours)
    counts = [*(levels[level] for level in LEVELS), deadly]
    cells = (
        [f"{count} ({count / len(ours):.0%})" if count else "0" for count in counts] if ours else ["0"] * 5
    )
    return f"| {name} | {len(ours)} | {' | '.join(cells)} |"


def _stopping(by_area: dict[str, list[Default]]) -> Iterator[str]:
    yield "## Questions that can stop an event"
    yield ""
    yield "High takes a decided action and a condition before the event may be approved; very high stops it."
    yield "Likelihood × consequence; for `threats` vulnerability × consequence."
    for area, ours in by_area.items():
        yield from ("", f"### {area}", "")
        yield from [_line(one) for one in sorted(ours, key=lambda one: -one.score) if one.stops] or ["None."]


def _line(one: Default) -> str:
    at = f"{one.raises.likelihood} × {one.raises.consequence}"
    return (
        f"- {WORDS[one.level]}, {at} · `{one.question.id}` at {_answers(one.raises)}: {one.raises.hazard.en}"
    )


def _answers(raises: Raise) -> str:
    if isinstance(raises.when, Condition):
        return f"`{raises.when.source}`"
    return "*no*" if "no" in raises.when else f"*{raises.when[0]}*"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(load_content(collect())), encoding="utf-8")
