"""Likelihood as it was judged against how often it came true; and the high risks that never did."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.foresight.judged import ByStep, SameRisk
from evenemang.flow.foresight.words import VERDICTS, band, interval, percent
from evenemang.flow.saying import listed
from evenemang.flow.words import capital
from evenemang.pages.counting import EVENTS as EVENTS_IN_WORDS
from evenemang.pages.counting import INCIDENTS, NEAR_MISSES, Counted
from evenemang.pages.foresight_parts.scene import Scene, Table, part

LOW = Text(
    sv="Sannolikheten är för lågt bedömd på {count} av stegen: det händer oftare",
    en="The likelihood is judged too low at {count} of the steps: it happens oftener",
)
LOW_WITH_NEAR = Text(
    sv="Räknat med tillbuden är sannolikheten för lågt bedömd på {count} av stegen",
    en="Counting near misses, the likelihood is judged too low at {count} of the steps",
)
HIGH = Text(
    sv="Sannolikheten är för högt bedömd på {count} av stegen: det händer mer sällan",
    en="The likelihood is judged too high at {count} of the steps: it happens more seldom",
)
BOTH = Text(
    sv="Sannolikheten är för lågt bedömd på {low} av stegen och för högt på {high}",
    en="The likelihood is judged too low at {low} of the steps and too high at {high}",
)
IN_LINE = Text(
    sv="Inget steg av sannolikheten är fel bedömt, så långt det går att se",
    en="No step of likelihood is judged wrongly, as far as can be seen",
)
TOO_FEW = Text(
    sv="För få bedömda risker för att säga om sannolikheten stämmer",
    en="Too few judged risks to say whether the likelihood is right",
)
UNIT = Text(
    sv="Risker som bedömts vid utvärderade evenemang, som de stod efter åtgärderna, mot hur ofta de "
    "inträffade. Sett: chansen att det händer vid ett evenemang. Fel bedömt sägs bara när hela osäkerheten "
    "ligger utanför det som steget betyder.",
    en="Risks judged at evaluated events, as they stood after their actions, against how often they came "
    "true. Seen: the chance that it happens at one event. Judged wrongly is said only where the whole "
    "interval lies outside what the step means.",
)
WORDS_ONLY = Text(
    sv="Matrisen säger bara med ord vad stegen betyder. Skriv in talen (below) i matrisen för att kunna "
    "jämföra.",
    en="The matrix says what its steps mean in words alone. Write the figures (below) in the matrix to "
    "compare.",
)
LEFT_OUT = Text(sv="Inte med: {listed}.", en="Left out: {listed}.")
WITHOUT_EVALUATION = Text(
    sv="evenemang utan utvärdering ({count})", en="events without an evaluation ({count})"
)
OF_THREATS = Text(sv="bedömningar av hot ({count})", en="judgements of threats ({count})")
SECRET = Text(sv="hemliga bedömningar ({count})", en="secret judgements ({count})")
STEP = Text(sv="Steg", en="Step")
WORD = Text(sv="Ord", en="Word")
FROM = Text(sv="Betyder från", en="Means from")
BELOW = Text(sv="Betyder under", en="Means below")
RISKS = Text(sv="Bedömningar", en="Judgements")
HAPPENED = Text(sv="Händelser", en="Incidents")
NEAR = Text(sv="varav tillbud", en="of which near misses")
SEEN = Text(sv="Sett", en="Seen")
LOWEST = Text(sv="Lägst (95 %)", en="Lowest (95%)")
HIGHEST = Text(sv="Högst (95 %)", en="Highest (95%)")
SEEN_AS = Text(
    sv="{chance} ({interval}): {happened} på {judgements}, varav {near}",
    en="{chance} ({interval}): {happened} in {judgements}, {near} of them",
)
JUDGEMENTS = Counted(
    Text(sv="1 bedömning", en="1 judgement"), Text(sv="{count} bedömningar", en="{count} judgements")
)
OCCASIONS_IN_WORDS = Counted(
    Text(sv="1 tillfälle", en="1 occasion"), Text(sv="{count} tillfällen", en="{count} occasions")
)
NOT_JUDGED = Text(sv="Ingen risk är bedömd hit", en="No risk is judged to it")
VERDICT = Text(sv="Omdöme", en="Verdict")
FEW = Text(sv="{verdict}, men få bedömningar", en="{verdict}, but few judgements")
WITHOUT_NEAR = Text(sv="{verdict} (utan tillbuden: {other})", en="{verdict} (without near misses: {other})")

NEVER = Text(sv="{count} höga risker har aldrig inträffat", en="{count} high risks have never come true")
ONE_NEVER = Text(sv="En hög risk har aldrig inträffat", en="One high risk has never come true")
NONE_NEVER = Text(
    sv="Det finns ingen hög risk som aldrig har inträffat",
    en="There is no high risk that has never come true",
)
NEVER_UNIT = Text(
    sv="Höga eller mycket höga före åtgärder, vid utvärderade evenemang. Att något inte har hänt kan bero "
    "på åtgärderna, eller på att evenemangen är få: kolumnen längst till höger säger vid hur stor andel av "
    "evenemangen det ändå kan hända. Filen säger också hur många som hade en åtgärd.",
    en="High or very high before their actions, at evaluated events. That something has not happened may be "
    "due to the actions, or to few events: the last column says at which share of the events it may happen "
    "all the same. The file also says how many had an action.",
)
RISK = Text(sv="Risk", en="Risk")
AREA = Text(sv="Riskområde", en="Area of risk")
LEVEL = Text(sv="Nivå före åtgärder", en="Level before actions")
EVENTS = Text(sv="Evenemang", en="Events")
OCCASIONS = Text(sv="Tillfällen", en="Occasions")
TREATED = Text(sv="Med åtgärd", en="With an action")
HOW_OFTEN = Text(sv="Bedömd vid, och kan ändå hända vid", en="Judged at, and may happen all the same at")
TIMES = Text(sv="{events} ({occasions}), {interval}", en="{events} ({occasions}), {interval}")


def show(scene: Scene) -> None:
    """Show how judgements have stood up."""
    steps = scene.found.judged.steps
    if steps is None:
        part(scene, "bedomt", scene.say(TOO_FEW), scene.say(WORDS_ONLY), ())
        return
    unit = f"{scene.say(UNIT)} {_left_out(scene)}".strip()
    table = Table(
        "bedomt-mot-sett",
        (STEP, VERDICT, SEEN),
        [(_named(one, scene), _verdict(one, scene), _seen(one, scene)) for one in steps],
        (STEP, WORD, FROM, BELOW, VERDICT, SEEN, LOWEST, HIGHEST, RISKS, HAPPENED, NEAR),
        [_row(one, scene) for one in steps],
    )
    part(scene, "bedomt", finding(scene, steps), unit, (table,))


def finding(scene: Scene, steps: tuple[ByStep, ...]) -> str:
    """Return whether any step is judged wrongly."""
    low = sum(one.verdict == "too-low" == one.without_near for one in steps)
    high = sum(one.verdict == "too-high" for one in steps)
    with_near = sum(one.verdict == "too-low" for one in steps)
    if low and high:
        return scene.say(BOTH).format(low=low, high=high)
    if low or high:
        return scene.say(LOW if low else HIGH).format(count=low or high)
    if with_near:
        return scene.say(LOW_WITH_NEAR).format(count=with_near)
    return scene.say(IN_LINE if any(one.verdict == "in-line" for one in steps) else TOO_FEW)


def _left_out(scene: Scene) -> str:
    found = scene.found.judged
    counts = (
        (WITHOUT_EVALUATION, found.not_evaluated),
        (OF_THREATS, found.threats),
        (SECRET, found.secret),
    )
    said = [scene.say(text).format(count=count) for text, count in counts if count]
    return scene.say(LEFT_OUT).format(listed=listed(said, scene.language)) if said else ""


def _named(one: ByStep, scene: Scene) -> str:
    word = scene.content.matrix.likelihood.word(one.step)
    return f"{one.step} {scene.say(word)}, {band(one.band, scene.language)}"


def _seen(one: ByStep, scene: Scene) -> str:
    if one.seen is None:
        return scene.say(NOT_JUDGED)
    return scene.say(SEEN_AS).format(
        chance=percent(one.seen.chance, scene.language),
        interval=interval(one.seen, scene.language),
        happened=INCIDENTS.say(one.seen.happened, scene.language),
        judgements=JUDGEMENTS.say(one.risks, scene.language),
        near=NEAR_MISSES.say(one.near, scene.language),
    )


def _row(one: ByStep, scene: Scene) -> tuple[str | int | float | None, ...]:
    seen = one.seen
    return (
        one.step,
        scene.say(scene.content.matrix.likelihood.word(one.step)),
        one.band.low,
        one.band.high,
        scene.say(VERDICTS[one.verdict]),
        seen.chance if seen else None,
        seen.lower if seen else None,
        seen.upper if seen else None,
        one.risks,
        seen.happened if seen else None,
        one.near if seen else None,
    )


def _verdict(one: ByStep, scene: Scene) -> str:
    said = scene.say(capital(VERDICTS[one.verdict]))
    if one.seen and one.seen.says_little and one.verdict != "too-few":
        said = scene.say(FEW).format(verdict=said)
    if one.verdict == one.without_near:
        return said
    return scene.say(WITHOUT_NEAR).format(verdict=said, other=scene.say(VERDICTS[one.without_near]))


def show_never(scene: Scene) -> None:
    """Show the high risks that never came true."""
    never = scene.found.judged.never
    text = {0: NONE_NEVER, 1: ONE_NEVER}.get(len(never), NEVER)
    table = Table(
        "aldrig-intraffade",
        (RISK, LEVEL, HOW_OFTEN),
        [(scene.title(one.title), _level(one, scene), _times(one, scene)) for one in never],
        (RISK, AREA, LEVEL, EVENTS, OCCASIONS, TREATED, HIGHEST),
        [_never(one, scene) for one in never],
    )
    unit = scene.say(NEVER_UNIT) if never else ""
    part(scene, "aldrig", scene.say(text).format(count=len(never)), unit, (table,))


def _level(one: SameRisk, scene: Scene) -> str:
    return f"{scene.say(scene.content.matrix.word(one.level))} {one.score}"


def _times(one: SameRisk, scene: Scene) -> str:
    return scene.say(TIMES).format(
        events=EVENTS_IN_WORDS.say(one.seen.events, scene.language),
        occasions=OCCASIONS_IN_WORDS.say(one.occasions, scene.language),
        interval=interval(one.seen, scene.language),
    )


def _never(one: SameRisk, scene: Scene) -> tuple[str | int | float, ...]:
    return (
        scene.title(one.title),
        scene.area(one.area),
        _level(one, scene),
        one.seen.events,
        one.occasions,
        one.treated,
        one.seen.upper,
    )
