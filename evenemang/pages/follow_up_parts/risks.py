"""Risks before and after their actions, threats apart from accidents."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.checklist import Axis
from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.year_series import LevelChange, level_changes, worst_after
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_risk
from evenemang.pages.follow_up_parts.scene import Scene

FROM_TO = Text(
    sv="Höga och mycket höga risker gick från {before} till {after}",
    en="High and very high risks went from {before} to {after}",
)
NONE_SEVERE = Text(sv="Ingen risk var hög, vare sig före eller efter", en="No risk was high, before or after")
NO_RISKS = Text(sv="Inga risker är bedömda", en="No risks are judged")
UNIT = Text(
    sv="Antal bedömda risker per risknivå, före och efter åtgärder. Hot visas för sig.",
    en="Judged risks per level, before and after actions. Threats are shown apart.",
)
WORST = Text(sv="Högst efter: {each}.", en="Highest after: {each}.")
LEVEL = Text(sv="Risknivå", en="Level")
BEFORE = Text(sv="Före", en="Before")
AFTER = Text(sv="Efter", en="After")
AXES: dict[Axis, Text] = {
    "accident": Text(sv="Olyckor", en="Accidents"),
    "threat": Text(sv="Hot", en="Threats"),
}


def card(scene: Scene) -> Card:
    """Return the card of risks before and after."""
    changes = level_changes(scene.rows)
    return Card(
        key="risker-fore-efter",
        finding=finding(scene),
        unit=f"{scene.say(UNIT)} {_worst(scene)}".strip(),
        figure=scene.charts.risk_levels_figure(changes, scene.matrix, scene.dark, scene.language)
        if changes
        else None,
        table=_table(changes, scene),
        bars={code: words for one in changes for code, words in _bars(one, scene)},
        behind=lambda code: _behind(code, scene),
    )


def _bars(one: LevelChange, scene: Scene) -> Iterator[tuple[str, str]]:
    words = f"{scene.say(AXES[one.axis])}, {scene.say(scene.matrix.word(one.level)).lower()}"
    if one.before:
        yield f"{one.axis}.before.{one.level}", f"{words}: {scene.say(BEFORE).lower()}"
    if one.after:
        yield f"{one.axis}.after.{one.level}", f"{words}: {scene.say(AFTER).lower()}"


def _behind(code: str, scene: Scene) -> Iterator[Record]:
    axis, when, level = code.split(".")
    at = "level_after" if when == "after" else "level_before"
    found = (one for one in scene.rows.risks if one.axis == axis and getattr(one, at) == level)
    return (of_risk(one, scene) for one in found)


def finding(scene: Scene) -> str:
    """Return how many serious risks there were, and how many remain."""
    risks = scene.figures.risks
    after = risks.high_after + risks.very_high_after
    if not risks.risks:
        return scene.say(NO_RISKS)
    if not risks.high_before and not after:
        return scene.say(NONE_SEVERE)
    return scene.say(FROM_TO).format(before=risks.high_before, after=in_words(after, scene.language))


def _worst(scene: Scene) -> str:
    """The maximum of each kind is said, never only a count or a mean, and never one of both."""
    said = [
        f"{scene.say(name).lower()} {scene.say(scene.matrix.word(worst.level_after)).lower()} "
        f"{worst.likelihood_after * worst.consequence_after}"
        for axis, name in AXES.items()
        if (worst := worst_after(scene.rows, axis))
    ]
    return scene.say(WORST).format(each=", ".join(said)) if said else ""


def _table(changes: tuple[LevelChange, ...], scene: Scene) -> Table:
    heading = tuple(scene.say(one) for one in (LEVEL, BEFORE, AFTER))
    return Table(
        heading,
        tuple(
            (f"{scene.say(AXES[one.axis])}: {scene.say(scene.matrix.word(one.level))}", one.before, one.after)
            for one in changes
        ),
    )
