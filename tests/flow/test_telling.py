"""The journal is told as a person would: a judgement on its own axis, an attachment without its checksum."""

import pytest

from evenemang import bootstrap
from evenemang.domain.checklist import Axis
from evenemang.domain.risk import Judgement, Risk
from evenemang.domain.text import Text
from evenemang.flow.deeds import place
from evenemang.flow.telling import Teller, told

TELL = Teller(
    language="sv",
    who=str,
    number=lambda value, places: f"{value:.{places}f}",
    day=lambda day: f"{day}",
    moment=lambda moment: f"{moment}",
)


@pytest.mark.parametrize(("axis", "word"), [("accident", "sannolikhet"), ("threat", "sårbarhet")])
def test_a_judgement_is_told_on_its_own_axis(axis: Axis, word: str) -> None:
    def risk(likelihood: int) -> object:
        return Risk(
            id="R1",
            title=Text(sv="Fordon", en="Vehicle"),
            area="threats",
            axis=axis,
            harm="people",
            before=Judgement(likelihood=likelihood, consequence=4),
        ).model_dump(mode="json")

    assert told(risk(4), risk(2), TELL) == (
        f"Före: {word} 4, konsekvens 4",
        f"Före: {word} 2, konsekvens 4",
    )


def test_an_attachment_is_told_by_its_name_and_kind() -> None:
    file = f"{'a' * 64}.pdf"
    note = {"file": file, "name": "Ritning.pdf", "kind": "site-plan", "about": ["actions/A1"]}

    assert told(None, note, TELL)[1] == "Ritning.pdf · Slag: Situationsplan · Hör till: actions/A1"
    own = {file: "Ritning.pdf"}
    content = bootstrap.content()
    assert place(f"attachments/{file}", content, "sv", own) == "Bilaga: Ritning.pdf"
    marked = place(f"markings/attachments/{file}", content, "sv", own)
    assert marked == "Sekretessmarkering: Bilaga: Ritning.pdf"


def test_a_permit_is_told_by_its_title_also_where_it_is_not_needed() -> None:
    content = bootstrap.content()
    rule = content.permits[0].items[0]

    said = place(f"permits_not_needed/{rule.id}", content, "sv", {})

    assert said == f"Tillstånd som inte behövs: {rule.title.sv}"


def test_a_chosen_depth_and_what_a_list_said_are_told_in_words() -> None:
    depth = {"depth": 3, "because": "Stort", "chosen": {"by": "Sara Lind", "at": "2027-08-01T09:00:00+02:00"}}
    note = {"about": "happened", "heading": "Vad hände", "text": "Ett fall i trappan"}

    assert told(None, depth, TELL)[1] == "Frågedjup: 3 · Skäl: Stort"
    assert told(note, None, TELL)[0] == "Hör till: Det som hände · Ett fall i trappan"
    weeks = {"first": "2023-08-21", "last": "2023-08-27", "exact": False, "said": "v. 34 2023"}
    assert told(weeks, {"first": "2023-08-25", "last": "2023-08-26"}, TELL)[0].endswith("Skrivet: v. 34 2023")
