"""Small makers for the domain's tests: each hides what does not matter to the sentence."""

from datetime import date, datetime, timedelta

from evenemang.domain.action import Action, ActionStatus, StatusChange
from evenemang.domain.actor import Stamp
from evenemang.domain.event import LOCAL
from evenemang.domain.matrix import DecisionRule, Floor, Level, LevelId, Matrix, Scale, ScaleStep
from evenemang.domain.risk import Acceptance, Judgement, Risk, RiskState
from evenemang.domain.text import Text

GIVEN = Stamp(by="Sara Lind", at=datetime(2027, 8, 1, 12, 0, tzinfo=LOCAL))


def text(word: str) -> Text:
    return Text(sv=word, en=word)


def scale(title: str) -> Scale:
    steps = tuple(
        ScaleStep(step=step, word=text(f"{title} {step}"), anchor=text("–")) for step in range(1, 6)
    )
    return Scale(title=text(title), steps=steps)


def bands(score: int) -> LevelId:
    return "low" if score <= 4 else "medium" if score <= 9 else "high" if score <= 16 else "very-high"


def rule(view: str, highest: str, **more: object) -> DecisionRule:
    said = {"needs_motive": False, "needs_depth_one": True, **more}
    return DecisionRule.model_validate(
        {"view": view, "word": text(view), "highest_residual": highest, **said}
    )


def matrix(grid: tuple[tuple[LevelId, ...], ...] | None = None) -> Matrix:
    product = tuple(tuple(bands(row * column) for column in range(1, 6)) for row in range(1, 6))
    words: tuple[LevelId, ...] = ("low", "medium", "high", "very-high")
    free = {"needs_motive": True, "needs_depth_one": False}
    return Matrix(
        matrix="test",
        version=date(2026, 11, 22),
        title=text("matrix"),
        sources=(),
        likelihood=scale("likelihood"),
        vulnerability=scale("vulnerability"),
        consequence=scale("consequence"),
        levels=tuple(Level(id=one, word=text(one), means=text("–"), demands=text("–")) for one in words),
        grid=grid or product,
        floors=(Floor(consequence=5, level="medium", because=text("deaths")),),
        decisions=(
            rule("approved", "medium"),
            rule("approved-with-conditions", "high", handled_at="high", needs_conditions=True),
            rule("rejected", "very-high", **free),
            rule("to-complete", "very-high", **free),
            rule("no-objection", "medium"),
        ),
    )


def at(likelihood: int, consequence: int) -> Judgement:
    return Judgement(likelihood=likelihood, consequence=consequence)


def risk(
    risk_id: str = "R1",
    before: Judgement | None = None,
    *,
    after: Judgement | None = None,
    state: RiskState = "accepted",
    accepted: bool = False,
    default: Judgement | None = None,
) -> Risk:
    return Risk(
        id=risk_id,
        title=f"Risk {risk_id}",
        area="crowds",
        harm="people",
        default=default,
        before=before or at(3, 4),
        after=after,
        state=state,
        acceptance=Acceptance(because="En enda dag", given=GIVEN) if accepted else None,
    )


def action(
    *statuses: ActionStatus, risk_id: str | None = "R1", owner: str | None = "Jonas", due_days: int = -7
) -> Action:
    history = tuple(
        StatusChange(status=one, given=GIVEN.model_copy(update={"at": GIVEN.at + timedelta(days=number)}))
        for number, one in enumerate(("proposed", *statuses))
    )
    return Action(
        id="A1",
        risk=risk_id,
        do="Stäng ytan",
        phase="planning",
        owner=owner,
        due_days=due_days,
        history=history,
    )
