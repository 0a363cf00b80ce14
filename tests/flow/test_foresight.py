"""Foresight: what was foreseen, what never happened, and what the checklists should ask instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.risk import Origin
from evenemang.domain.share import share
from evenemang.flow.foresight.drafting import draft
from evenemang.flow.foresight.gathering import Imprints, LookedBack, look_back
from evenemang.flow.foresight.imprint import imprint
from evenemang.flow.foresight.plain import plain
from evenemang.flow.foresight.seen import Foresight, foresight, over
from evenemang.flow.foresight.words import of, percent, reason
from evenemang.flow.storing import Removal
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN, action, deed, dossier, incident, lesson, projection, risk

CONTENT = bootstrap.content()
TODAY = date(2027, 6, 1)
QUEUE = "crowds.queue-space"
SECRET = next(iter(sorted(CONTENT.secret_questions)))


def answered(**values: str) -> dict[str, Any]:
    answers = {key: {"question": key, "value": value, "given": GIVEN} for key, value in values.items()}
    return {"answers": answers}


def held(number: int, **more: Any) -> Dossier:
    """An event that is evaluated, with nothing else than what is said."""
    evaluation = {"given": GIVEN, "visitors": {"method": "not-counted"}, **more.pop("evaluation", {})}
    return dossier(
        f"d{number:03}", on=date(2027, 5, 1) - timedelta(days=number), evaluation=evaluation, **more
    )


def raised(risk_id: str = "R1", question: str = QUEUE, **more: Any) -> Any:
    return risk(risk_id, origin=Origin(question=question, index=0), **more)


def over_events(*dossiers: Dossier, lessons: frozenset[str] = frozenset()) -> Foresight:
    found = tuple(imprint(one, CONTENT) for one in dossiers)
    return over(LookedBack(date(2024, 6, 1), TODAY, found, False, lessons), CONTENT)


def test_without_any_event_nothing_is_said() -> None:
    found = over_events()

    assert found.foreseen.share is None
    assert {one.verdict for one in found.judged.steps or ()} == {"too-few"}
    assert (found.judged.never, found.idle.clear, found.proposals) == ((), (), ())


def test_an_incident_counts_where_its_risk_came_from() -> None:
    found = over_events(
        held(
            1,
            risks=(raised(), risk("R2", title="Eget")),
            incidents=(
                incident("I1", foreseen="R1"),
                incident("I2", foreseen="R2", type="traffic"),
                incident("I3", foreseen="none", type="traffic"),
                incident("I4", type="fire"),
            ),
        )
    )

    counted = found.foreseen.share
    assert counted
    assert (counted.part, counted.whole, found.foreseen.unjudged) == (2, 4, 1)
    assert [(one.area, one.question, one.share.part) for one in found.foreseen.questions] == [
        ("crowds", None, 1),
        ("crowds", QUEUE, 1),
    ]
    assert [(one.kind, one.share.part, one.share.whole) for one in found.foreseen.kinds] == [
        ("fire", 0, 1),
        ("traffic", 1, 2),
        ("crowding", 1, 1),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["crowding", "fire", "injury"]),
            st.sampled_from([None, "none", "R1", "R2"]),
            st.integers(0, 4),
            st.sampled_from(["", "Skylta", "Spärra av"]),
        ),
        max_size=12,
    )
)
def test_every_incident_is_counted_once_and_what_nothing_covers_stands_behind_one_proposal(
    told: list[tuple[str, str | None, int, str]],
) -> None:
    incidents = tuple(
        incident(f"I{number}", type=kind, foreseen=foreseen, severity=severity, measure=measure)
        for number, (kind, foreseen, severity, measure) in enumerate(told)
    )
    found = over_events(held(1, risks=(raised(), risk("R2", title="Eget")), incidents=incidents))

    counted = found.foreseen.share
    assert (counted.whole if counted else 0) == len(told)
    assert sum(one.share.whole for one in found.foreseen.kinds) == len(told)
    assert sum(one.share.part for one in found.foreseen.kinds) == (counted.part if counted else 0)
    assert sum(one.share.part for one in found.foreseen.questions) == (counted.part if counted else 0)
    asked = [one for one in found.proposals if one.kind == "new-question"]
    behind = sorted(each.id for one in asked for each in one.incidents)
    assert behind == sorted(one.id for one in incidents if one.foreseen in ("none", "R2"))
    assert all(one.incidents[0].severity == max(each.severity for each in one.incidents) for one in asked)


def test_a_high_risk_that_never_came_true_is_told_with_events_occasions_and_how_common_it_may_be() -> None:
    fire: dict[str, Any] = {"likelihood": 3, "consequence": 5}
    found = over_events(
        held(1, risks=(raised(**fire),), actions=(action(risk="R1", status="decided"),)),
        held(2, risks=(raised(**fire),)),
        held(3, risks=(raised("R1", "fire.x", likelihood=1, consequence=2),)),
    )

    (never,) = found.judged.never
    assert (never.question, never.seen.events, never.occasions, never.treated) == (QUEUE, 2, 2, 1)
    assert never.level == "high"
    assert never.seen.upper == pytest.approx(1 - 2.718281828 ** (-3.688879 / 2), abs=1e-5)


def test_what_came_true_at_an_event_without_evaluation_has_come_true() -> None:
    running = dossier("d9", on=TODAY, risks=(raised(),), incidents=(incident(foreseen="R1"),))
    found = over_events(held(1, risks=(raised(),)), running)

    assert found.judged.never == ()
    assert found.judged.not_evaluated == 1
    assert sum(one.risks for one in found.judged.steps or ()) == 1


def test_likelihood_is_held_against_what_was_seen_after_the_actions() -> None:
    lowered: dict[str, Any] = {"likelihood": 4, "after": {"likelihood": 2, "consequence": 4}}
    treated = {"actions": (action(risk="R1", status="done"),)}
    events = [held(number, risks=(raised(**lowered),), **treated) for number in range(6)]
    events += [
        held(
            10 + number,
            risks=(raised(**lowered),),
            incidents=(incident(foreseen="R1", severity=1),),
            **treated,
        )
        for number in range(4)
    ]

    steps = {one.step: one for one in over_events(*events).judged.steps or ()}

    assert (steps[2].risks, steps[2].seen and steps[2].seen.happened, steps[2].verdict) == (10, 4, "too-low")
    assert steps[4].risks == 0


def test_an_evaluation_says_that_a_risk_came_true_where_no_incident_was_logged() -> None:
    said = {"risks": [{"risk": "R1", "happened": "near-miss"}, {"risk": "R2", "happened": "no"}]}
    found = over_events(held(1, risks=(raised(), raised("R2", "crowds.x")), evaluation=said))

    (step,) = [one for one in found.judged.steps or () if one.risks]
    assert (step.seen and step.seen.happened, step.near) == (1, 1)


def test_a_question_that_never_changed_anything_is_said_from_nine_events_on() -> None:
    eight = [held(number, assessment=answered(**{QUEUE: "yes"})) for number in range(8)]
    few, enough = over_events(*eight), over_events(*eight, held(9, assessment=answered(**{QUEUE: "yes"})))

    assert (few.idle.clear, few.idle.too_few, few.idle.most) == ((), 1, 8)
    assert [(one.question, one.share.whole) for one in enough.idle.clear] == [(QUEUE, 9)]
    (proposal,) = enough.proposals
    assert (proposal.kind, len(proposal.dossiers)) == ("ask-less", 9)
    assert "9 evenemang" in reason(proposal, CONTENT, "sv")


@pytest.mark.parametrize(
    "turning",
    [
        held(99, assessment=answered(**{QUEUE: "partly"})),
        held(99, assessment=answered(**{QUEUE: "yes"}), risks=(raised(state="dismissed"),)),
        held(
            99,
            assessment={
                "answers": {
                    QUEUE: {
                        "question": QUEUE,
                        "value": "yes",
                        "given": GIVEN,
                        "earlier": [{"value": "no", "given": GIVEN}],
                    }
                }
            },
        ),
    ],
    ids=["a bad answer", "a risk, even one set aside", "an answer that was bad before"],
)
def test_once_is_enough_to_have_changed_something(turning: Dossier) -> None:
    always = [held(number, assessment=answered(**{QUEUE: "yes"})) for number in range(20)]

    assert over_events(*always, turning).idle.clear == ()
    assert over_events(*always).idle.clear


def test_a_lesson_at_a_question_is_something_that_came_of_it() -> None:
    always = [held(number, assessment=answered(**{QUEUE: "yes"})) for number in range(20)]

    assert over_events(*always, lessons=frozenset({QUEUE})).idle.clear == ()


def test_incidents_that_no_question_covers_become_proposed_questions_the_worst_first() -> None:
    measure = "Stativplats före bron skyltas kl. 17. Ny fråga föreslås."
    found = over_events(
        held(
            1,
            risks=(raised(),),
            incidents=(
                incident("I1", foreseen="R1"),
                incident("I4", foreseen="R1"),
                incident("I5", foreseen="R1"),
                incident("I2", foreseen="none", measure=measure),
                incident(
                    "I3", foreseen="none", type="injury", severity=2, what="Snubblade på en elsparkcykel"
                ),
            ),
        ),
        held(2, incidents=(incident("I1", foreseen="none", measure=f"{measure.casefold()} "),)),
    )

    first, second = found.proposals
    assert (first.kind, first.id, first.area) == ("new-question", "d001/I3", None)
    assert first.ask
    assert first.ask.sv == "Är det förebyggt att detta händer: snubblade på en elsparkcykel?"
    assert second.ask
    assert second.ask.sv == "Är detta ordnat: stativplats före bron skyltas kl. 17?"
    assert (second.area, second.dossiers) == ("crowds", ("d001", "d002"))


def test_a_dismissed_proposal_that_came_true_asks_for_a_new_look_at_its_question() -> None:
    found = over_events(held(1, risks=(raised(state="dismissed"),), incidents=(incident(foreseen="R1"),)))

    assert found.foreseen.set_aside == 1
    assert [(one.kind, one.question) for one in found.proposals] == [("look-again", QUEUE)]


def test_what_comes_true_oftener_than_the_checklist_says_is_proposed_higher_never_lower() -> None:
    question = CONTENT.question(QUEUE)
    assert question
    default = question.raises[0].likelihood
    often = [
        held(number, risks=(raised(),), incidents=tuple(incident(f"I{at}", foreseen="R1") for at in range(3)))
        for number in range(12)
    ]
    once = held(1, risks=(raised(),), incidents=tuple(incident(f"I{at}", foreseen="R1") for at in range(9)))
    seldom = [held(number, risks=(raised(),)) for number in range(400)]

    (proposal,) = over_events(*often).proposals
    assert (proposal.kind, proposal.steps) == ("raise-likelihood", (default, 5))
    assert "händelser: 36, evenemang: 12" in reason(proposal, CONTENT, "sv")
    assert over_events(once).proposals == ()
    assert over_events(*seldom).proposals == ()


def test_nothing_secret_is_told_but_as_a_count() -> None:
    area = SECRET.split(".")[0]
    hidden = risk("R1", area=area, origin=Origin(question=SECRET, index=0), title="Lastbil mot kön")
    one = held(
        1,
        assessment=answered(**{SECRET: "no"}),
        risks=(hidden,),
        incidents=(incident(foreseen="R1", what="Lastbil stod i gränden", measure="Flytta grinden"),),
    )
    found = over_events(
        one, *(held(number, assessment=answered(**{SECRET: "yes"})) for number in range(2, 14))
    )

    said = str(plain(found))
    assert found.foreseen.secret == 1
    assert found.foreseen.share
    assert found.foreseen.share.part == 1
    assert found.judged.secret == 1
    for word in ("Lastbil", "grinden", SECRET, area):
        assert word not in said


def kept(store: MemoryStore, one: Dossier, *, expected: int = 0, stage: str = "evaluated") -> None:
    store.save("dossier", one, expected=expected, deeds=[deed()], projection=projection(one, stage=stage))


def test_only_what_began_in_the_years_and_was_held_is_looked_back_on() -> None:
    store = MemoryStore()
    kept(store, dossier("in", on=date(2024, 6, 1)))
    kept(store, dossier("before", on=date(2024, 5, 31)))
    kept(store, dossier("ahead", on=date(2027, 6, 2)))
    kept(store, dossier("off", on=date(2027, 5, 1)), stage="cancelled")
    kept(store, dossier("list", on=date(2027, 5, 1)), stage="past")

    looked = look_back(store, CONTENT, Imprints(), TODAY, 3)

    assert [one.dossier for one in looked.imprints] == ["in"]
    assert not looked.cut_short


def test_a_leap_day_looks_back_to_the_28th() -> None:
    assert look_back(MemoryStore(), CONTENT, Imprints(), date(2028, 2, 29), 3).since == date(2025, 2, 28)


def test_a_body_is_opened_once_for_as_long_as_it_stands() -> None:
    class Counting(MemoryStore):
        opened = 0

        def load(self, kind: Any, record_id: str) -> Any:
            self.opened += kind == "dossier"
            return super().load(kind, record_id)

    store, imprints = Counting(), Imprints()
    one = dossier("a1", on=date(2027, 5, 1))
    kept(store, one)
    for _ in range(3):
        look_back(store, CONTENT, imprints, TODAY, 3)
    assert store.opened == 1

    kept(store, one.model_copy(update={"incidents": (incident(),)}), expected=1)
    looked = look_back(store, CONTENT, imprints, TODAY, 3)

    assert (store.opened, len(looked.imprints[0].incidents)) == (2, 1)
    look_back(store, replace(CONTENT), imprints, TODAY, 3)
    assert store.opened == 3


def test_what_was_taken_away_is_forgotten_at_the_next_look() -> None:
    store, imprints = MemoryStore(), Imprints()
    kept(store, dossier("a1", on=date(2027, 5, 1)))
    look_back(store, CONTENT, imprints, TODAY, 3)
    assert imprints.known() == ("a1",)

    store.remove_all([Removal(kind="dossier", id="a1", expected=1, deeds=[deed()])])
    looked = look_back(store, CONTENT, imprints, TODAY, 3)

    assert (looked.imprints, imprints.known()) == ((), ())


def test_a_lesson_is_read_from_its_register() -> None:
    store = MemoryStore()
    store.save("lesson", lesson("l1"), expected=0, deeds=[deed()])

    assert look_back(store, CONTENT, Imprints(), TODAY, 3).lessons == {QUEUE}


def test_a_draft_asks_what_was_chosen_last_and_leaves_the_judging_to_a_person() -> None:
    events = (
        held(1, incidents=(incident("I1", foreseen="none"), incident("I2", foreseen="none", what="Annat"))),
    )
    chosen = over_events(*events).proposals
    area = CONTENT.areas["crowds"]

    drafted = draft(area, chosen, TODAY)

    *before, last = drafted.sections
    assert tuple(before) == area.sections
    assert drafted.version == TODAY
    assert [one.id for one in last.questions] == ["crowds.proposed-1", "crowds.proposed-2"]
    assert [one.raises for one in last.questions] == [(), ()]
    again = draft(drafted, chosen, TODAY)
    assert [one.id for one in again.sections[-1].questions] == ["crowds.proposed-3", "crowds.proposed-4"]
    assert len({one.id for one in again.sections}) == len(again.sections)


def test_a_draft_raises_a_likelihood_and_nothing_else() -> None:
    often = [
        held(number, risks=(raised(),), incidents=tuple(incident(f"I{at}", foreseen="R1") for at in range(3)))
        for number in range(12)
    ]
    area = CONTENT.areas["crowds"]

    drafted = draft(area, over_events(*often).proposals, TODAY)

    changed = [
        (one.id, one.raises[0].likelihood)
        for one, was in zip(drafted.questions(), area.questions(), strict=True)
        if one != was
    ]
    assert changed == [(QUEUE, 5)]


def test_a_large_count_is_written_with_its_thousands_apart() -> None:
    found = share(836, 1064)

    assert found
    assert (of(found, "sv"), of(found, "en")) == ("836 av 1\u00a0064", "836 of 1,064")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (0, "0 %"),
        (0.0004, "under 0,1 %"),
        (0.037, "3,7 %"),
        (0.05, "5 %"),
        (0.5241, "52 %"),
        (0.999, "över 99 %"),
    ],
)
def test_a_percent_is_never_rounded_to_none_or_to_all(part: float, said: str) -> None:
    assert percent(part, "sv") == said.replace(" %", "\u00a0%")


def test_a_guest_looks_back_on_their_own_dossier_alone() -> None:
    store = MemoryStore()
    for name in ("mine", "other"):
        kept(store, dossier(name, on=date(2027, 5, 1)))

    class OnlyMine:
        def sees(self, actor: Actor | None) -> frozenset[str] | None:
            return frozenset({"mine"})

    class Clock:
        def now(self) -> datetime:
            return datetime(2027, 6, 1, 12, tzinfo=LOCAL)

    work: Any = Workspace(store, CONTENT, Clock(), access=OnlyMine())  # type: ignore[arg-type]  # only what is asked

    theirs = foresight(work.seen_by(Actor(name="Eva", member="e1")))

    assert [one.dossier for one in theirs.looked.imprints] == ["mine"]
