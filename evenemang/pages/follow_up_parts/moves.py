"""Where risks stood on the matrix before and after their actions, and which ways they went."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.checklist import Axis
from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.words import sentence
from evenemang.flow.year_moves import Cell, Moves, moves, now, was
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_risk
from evenemang.pages.follow_up_parts.scene import Scene

FOUND: dict[Axis, Text] = {
    "accident": Text(
        sv="{lowered} av {all} olycksrisker fick lägre risktal av åtgärderna",
        en="{lowered} of {all} accident risks got a lower score by their actions",
    ),
    "threat": Text(
        sv="{lowered} av {all} hotrisker fick lägre risktal av åtgärderna",
        en="{lowered} of {all} threat risks got a lower score by their actions",
    ),
}
UNIT = Text(
    sv="Antal bedömda risker i varje ruta. Ring: före åtgärder. Fylld: efter. Pil: vägen dit, tjockare för "
    "fler; högst 15 vägar ritas, tabellen har alla.",
    en="Judged risks in each cell. Ring: before actions. Filled: after. Arrow: the way there, thicker for "
    "more; at most 15 ways are drawn, the table has all.",
)
UPRIGHT: dict[Axis, Text] = {
    "accident": Text(sv="Sannolikhet", en="Likelihood"),
    "threat": Text(sv="Sårbarhet", en="Vulnerability"),
}
CONSEQUENCE = Text(sv="konsekvens", en="consequence")
BEFORE, AFTER = Text(sv="före", en="before"), Text(sv="efter", en="after")
LEVEL_BEFORE = Text(sv="Nivå före", en="Level before")
LEVEL_AFTER = Text(sv="Nivå efter", en="Level after")
COUNT = Text(sv="Antal risker", en="Risks")
KEYS: dict[Axis, str] = {"accident": "matris-olyckor", "threat": "matris-hot"}


def card(scene: Scene, axis: Axis) -> Card | None:
    """Return the card of one kind of risk; None where the year has none of that kind."""
    found = moves(scene.rows, axis)
    total = found.before.total()
    if not total:
        return None
    return Card(
        key=KEYS[axis],
        finding=scene.say(FOUND[axis]).format(
            lowered=sentence(in_words(found.lowered, scene.language)), all=in_words(total, scene.language)
        ),
        unit=scene.say(UNIT),
        figure=scene.charts.moves_figure(found, scene.matrix, scene.dark, scene.language),
        table=_table(found, scene),
        bars=dict(_bars(found, scene)),
        behind=lambda code: _behind(code, axis, scene),
    )


def _table(found: Moves, scene: Scene) -> Table:
    upright, across = scene.say(UPRIGHT[found.axis]), scene.say(CONSEQUENCE)
    before, after = scene.say(BEFORE), scene.say(AFTER)
    heading = (
        f"{upright} × {across} {before}",
        scene.say(LEVEL_BEFORE),
        f"{upright} × {across} {after}",
        scene.say(LEVEL_AFTER),
        scene.say(COUNT),
    )
    ways = sorted(found.pairs.items(), key=lambda way: (-way[1], way[0]))
    rows = [(*_said(first, scene), *_said(last, scene), count) for (first, last), count in ways]
    return Table(heading, tuple(rows))


def _said(cell: Cell, scene: Scene) -> tuple[str, str]:
    level = scene.say(scene.matrix.word(scene.matrix.level(*cell)))
    return f"{cell[0]} × {cell[1]}", f"{level} {cell[0] * cell[1]}"


def _bars(found: Moves, scene: Scene) -> Iterator[tuple[str, str]]:
    for code, word, cells in (("before", BEFORE, found.before), ("after", AFTER, found.after)):
        for cell in sorted(cells, key=lambda one: (-one[0] * one[1], one)):
            size, level = _said(cell, scene)
            yield f"{code}.{cell[0]}.{cell[1]}", f"{size}, {level.lower()}: {scene.say(word)}"


def _behind(code: str, axis: Axis, scene: Scene) -> Iterator[Record]:
    when, likelihood, consequence = code.split(".")
    cell = int(likelihood), int(consequence)
    at = now if when == "after" else was
    return (of_risk(one, scene) for one in scene.rows.risks if one.axis == axis and at(one) == cell)
