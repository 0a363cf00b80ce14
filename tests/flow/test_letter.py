"""The answer to the police: when there is one to give, what each condition rests on, and who is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evenemang.domain.action import Action, StatusChange
from evenemang.domain.actor import Stamp
from evenemang.domain.decision import Decision
from evenemang.domain.dossier import Cancelled, Dossier, Moved, Reconsider
from evenemang.domain.errors import Refused
from evenemang.domain.meeting import Meeting
from evenemang.domain.risk import Judged, Judgement
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.letter.assembling import letter, letter_of
from evenemang.flow.letter.parts import Letter, Point, Points
from evenemang.flow.letter.standing import in_the_way
from evenemang.flow.recording import Whole, whole
from tests.reviewed import Matter, on

QUESTION = "weather.limit-list"
STAMP = Stamp(by="Sara Lind", at=on(date(2027, 7, 2)))


@pytest.fixture(scope="module")
def matter() -> Matter:
    found = Matter(areas=("weather", "threats"), facts={"peak_visitors": 900})
    found.answer(weather__limit_list="no")
    found.do(JudgeRisk(risk="R1", said=Judged(before=Judgement(likelihood=4, consequence=5))))
    found.risk()
    return found


def decided(matter: Matter, *conditions: str, **more: Any) -> Whole:
    """Return the dossier decided with some conditions, whatever stands in the way of that."""
    made = Decision.model_validate(
        {
            "given": Stamp(by="Sara Lind", at=on(date(2027, 7, 1))),
            "officer": "Sara Lind",
            "group_view": "approved-with-conditions",
            "conditions": conditions,
            **more,
        }
    )
    found = whole(matter.workspace, matter.id)
    return replace(found, dossier=found.dossier.model_copy(update={"decisions": (made,)}))


def numbered(found: Letter) -> tuple[Point, ...]:
    (points,) = (
        block for part in found.parts for block in part.blocks if isinstance(block, Points) and block.numbered
    )
    return points.points


def everything(found: Letter) -> str:
    return repr(found)


def test_a_condition_names_the_risk_the_question_or_the_norm_that_it_rests_on(matter: Matter) -> None:
    norm = next(iter(matter.content.norms))
    found = decided(
        matter, "Tälten töms i tid (R1).", f"Blad vid scenen ({QUESTION})", f"Två värdar ({norm})", "Skylt"
    )

    risk, question, figure, none = numbered(letter(found, None, "sv"))

    assert risk.text == "Tälten töms i tid."
    assert "R1 Ingen vet när det blåser för hårt" in risk.because[0]
    assert "före åtgärder mycket hög 20" in risk.because[0]
    assert risk.because[1].startswith("Fråga i checklistan: ")
    assert risk.because[-1].startswith("Källa: ")
    assert question.because[0].startswith("Fråga i checklistan: ")
    assert figure.because[0].startswith("Norm: ")
    assert none == Point("Skylt", ("Skäl: inte angivet särskilt för villkoret.",))
    assert letter(found, None, "sv").untied == 1


def test_brackets_that_name_nothing_here_are_left_as_they_were_typed(matter: Matter) -> None:
    found = decided(matter, "Högst 95 (nittiofem) per pass (R1 och R99)", motive="Trångt.")

    (condition,) = numbered(letter(found, None, "sv"))

    assert condition == Point(
        "Högst 95 (nittiofem) per pass (R1 och R99)", ("Skäl: gruppens motivering nedan.",)
    )


def test_what_is_secret_is_counted_and_never_told(matter: Matter) -> None:
    found = decided(matter, "Grindar stängs (R2)")
    dossier = found.dossier
    risks = tuple(
        one.model_copy(update={"secrecy": "secret", "title": "zqHemligtqz"}) if one.id == "R2" else one
        for one in dossier.risks
    )
    found = replace(found, dossier=dossier.model_copy(update={"risks": risks}))

    told = letter(found, None, "sv")

    assert "zqHemligtqz" not in everything(told)
    assert numbered(told)[0].because == (
        "Ett skäl återges inte, eftersom det rör uppgifter som är hemliga eller interna.",
    )
    assert "hemligt eller internt: 1 riskområde, 1 risk." in everything(told)
    lifted = found.dossier.model_copy(update={"reconsider": Reconsider(risks=("R2",), since=STAMP)})
    with pytest.raises(Refused) as refused:
        letter(replace(found, dossier=lifted), None, "sv")
    assert "en risk som inte visas har stigit" in refused.value.say("sv")


def test_nobody_is_named_but_whom_to_ask(matter: Matter) -> None:
    step = Action(
        id="A1",
        do="Mät vinden",
        owner="Ali Ek",
        due_days=-3,
        phase="running",
        history=(StatusChange(status="decided", given=STAMP),),
    )
    found = decided(matter)
    found = replace(found, dossier=found.dossier.model_copy(update={"actions": (step,)}))
    meeting = Meeting(id="m1", on=date(2027, 7, 1), present=("Ali Ek", "Bo Al", "Sara Lind"))

    told = letter(found, meeting, "sv")

    assert "Mät vinden. Senast 2027-08-17." in everything(told)
    assert "Deltagare: 3." in everything(told)
    assert "Ali Ek" not in everything(told)
    assert dict(told.head)["Handläggare"] == "Sara Lind"


def test_both_diary_numbers_stand_in_the_head_and_a_missing_one_is_said(matter: Matter) -> None:
    head = dict(letter(decided(matter), None, "sv", " A1\n2/27\x00 " + "9" * 500).head)

    assert head["Vårt diarienummer"] == "inte angivet"
    assert head["Ert diarienummer"].startswith("A1 2/27 99")
    assert len(head["Ert diarienummer"]) == 100


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"decisions": ()}, "gruppen har inte tagit ställning"),
        ({"cancelled": Cancelled(because="Regn", given=STAMP)}, "inställt"),
        ({"reconsider": Reconsider(risks=("R1",), since=STAMP)}, "risken R1 har stigit"),
        ({"reconsider": Reconsider(risks=(), since=STAMP)}, "en risk som inte visas har stigit"),
        ({"moves": (Moved(days=7, given=STAMP),)}, "har flyttats sedan gruppen tog ställning"),
    ],
)
def test_without_a_decision_that_holds_there_is_none_and_it_says_what_to_do(
    matter: Matter, changed: dict[str, Any], why: str
) -> None:
    found = decided(matter)
    dossier: Dossier = found.dossier.model_copy(update=changed)

    with pytest.raises(Refused, match="no answer to give") as refused:
        letter(replace(found, dossier=dossier), None, "sv")

    assert why in refused.value.say("sv")
    assert in_the_way(dossier) is not None


def test_a_dossier_that_nobody_decided_on_is_refused_by_its_handle(matter: Matter) -> None:
    with pytest.raises(Refused, match="no answer to give"):
        letter_of(matter.workspace, matter.id, "en")
