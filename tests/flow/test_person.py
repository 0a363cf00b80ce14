"""Everything about one person: names as whole words, and what is secret told apart, its journal too."""

from __future__ import annotations

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.lesson import Concerns
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.person import everything_about, naming
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")


@pytest.mark.parametrize("text", ["ANNA BERG", "Anna  Bergs plan", "(Anna\nBerg)", "anna berg, 5 st"])
def test_a_name_is_found_in_any_case_and_with_a_genitive(text: str) -> None:
    assert naming({"Anna Berg"})(text)


@pytest.mark.parametrize("text", ["Anna Bergström", "Johanna Berg", "Anna", "Berg"])
def test_somebody_elses_name_is_left_alone(text: str) -> None:
    assert not naming({"Anna Berg"})(text)


def test_a_lesson_at_a_secret_question_is_secret_with_its_journal() -> None:
    workspace = Workspace(MemoryStore(), bootstrap.content(), bootstrap.SystemClock())
    event = open_dossier(workspace, NewDossier(name="Torgfesten"), SARA).record.id
    for question in ("threats.assessed", "crowds.queue-space"):
        lesson = NewLesson(
            text=f"Fråga Anna Berg om {question}", from_event=event, concerns=Concerns(question=question)
        )
        note_lesson(workspace, lesson, SARA)

    found = everything_about(workspace, "Anna Berg")

    assert {(one.text, one.secret) for one in found.standing} == {
        ("Fråga Anna Berg om threats.assessed", True),
        ("Fråga Anna Berg om crowds.queue-space", False),
    }
    assert {(one.texts, one.secret) for one in found.journal} == {
        (("Fråga Anna Berg om threats.assessed",), True),
        (("Fråga Anna Berg om crowds.queue-space",), False),
    }
