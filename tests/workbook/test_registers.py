"""Each register is a workbook: complete, with what is secret in one of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evenemang.domain.actor import Actor, Stamp
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.place import Place, StandingJudgement, StandingRisk
from evenemang.domain.text import Language
from evenemang.flow.content import Content
from evenemang.flow.journal import Kind, first_broken
from evenemang.flow.registers import REGISTERS, parted, register
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from evenemang.workbook.grids import grids
from evenemang.workbook.own_grids import own_grids
from evenemang.workbook.registers.reading import RegisterBack, register_back
from evenemang.workbook.registers.writing import write_register
from tests.workbook.registers import NOW, entries, register_of
from tests.workbook.same_grids import assert_same_grids

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
SECRET = "threats.assessment-age"


def back(content: bytes) -> RegisterBack:
    return register_back(grids(content))


@pytest.mark.parametrize("kind", REGISTERS)
@settings(max_examples=6, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data(), language=st.sampled_from(["sv", "en"]))
def test_everything_in_a_register_is_in_its_workbook_and_comes_back_equal(
    content: Content, kind: Kind, data: st.DataObject, language: Language
) -> None:
    found = data.draw(entries(kind))

    written = write_register(register_of(kind, found, content), language)
    read = back(written)

    assert_same_grids(written)
    assert read.entries == found
    assert (read.kind, read.language, read.secret) == (kind, language, False)


class Clock:
    def now(self) -> datetime:
        return NOW


def lesson(name: str, question: str | None) -> Lesson:
    noted = Stamp(by="Sara Lind", at=datetime(2023, 6, 1, tzinfo=UTC))
    text = f"Vakterna byts vid {name}"
    return Lesson(id=name, text=text, from_event="gone", concerns=Concerns(question=question), noted=noted)


def save(workspace: Workspace, kind: Kind, record: Lesson | Place, expected: int = 0) -> None:
    workspace.keep(kind, record, Actor(name="Sara Lind"), "add", expected=expected)


def unpacked(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as opened:
        return "\n".join(opened.read(one).decode() for one in opened.namelist())


def test_a_lesson_at_a_secret_question_is_in_the_secret_workbook_alone(content: Content) -> None:
    workspace = Workspace(MemoryStore(), content, Clock())
    for one in (lesson("anywhere", None), lesson("guards", SECRET), lesson("gate", "crowds.peak-in-zone")):
        save(workspace, "lesson", one)
    save(workspace, "lesson", lesson("guards", None), expected=1)  # it stood at a secret question once

    plain, hidden = parted(register(workspace, "lesson"), workspace)

    assert hidden is not None
    assert [one.record.id for one in plain.entries] == ["anywhere", "gate"]
    assert back(write_register(hidden, "sv", secret=True)).entries == hidden.entries
    assert "guards" not in unpacked(write_register(plain, "sv"))


def test_a_lesson_at_a_question_that_nobody_knows_stays_where_few_read(content: Content) -> None:
    workspace = Workspace(MemoryStore(), content, Clock())
    save(workspace, "lesson", lesson("unknown", "crowds.own-1"))

    plain, hidden = parted(register(workspace, "lesson"), workspace)

    assert plain.entries == ()
    assert hidden is not None


def test_a_places_standing_risk_at_a_secret_question_is_in_the_secret_workbook_alone(
    content: Content,
) -> None:
    workspace = Workspace(MemoryStore(), content, Clock())
    judged = StandingJudgement(
        on=date(2023, 5, 1), likelihood=2, consequence=5, because="Pollare saknas", by="Sara Lind"
    )
    risks = tuple(
        StandingRisk(
            id=name,
            title=f"Risk {name}",
            zone="z",
            question=question,
            found_on=date(2023, 5, 1),
            found_at="zs7w",
            history=(judged.model_copy(update={"because": f"Skäl {name}"}),),
        )
        for name, question in (("bollards", SECRET), ("queue", "crowds.peak-in-zone"))
    )
    save(workspace, "place", Place(id="torget", name="Torget"))
    save(workspace, "place", Place(id="torget", name="Torget", standing_risks=risks), expected=1)

    plain, hidden = parted(register(workspace, "place"), workspace)

    assert hidden is not None
    assert "bollards" not in unpacked(write_register(plain, "sv"))
    read = back(write_register(hidden, "sv", secret=True))
    assert read.secret
    assert [one.id for one in read.entries[0].record.standing_risks] == ["bollards"]
    assert read.entries == hidden.entries
    assert first_broken(plain.entries[0].journal) is None


def test_a_workbook_of_ours_is_read_by_calamine_and_one_that_reaches_far_is_not(content: Content) -> None:
    written = write_register(register_of("meeting", (), content), "sv")
    assert own_grids(written)

    far = BytesIO()
    with ZipFile(BytesIO(written)) as opened, ZipFile(far, "w") as changed:
        for one in opened.namelist():
            changed.writestr(one, opened.read(one).replace(b'r="A1"', b'r="XFD1"'))

    with pytest.raises(LookupError):
        own_grids(far.getvalue())
