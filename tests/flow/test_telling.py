"""A judgement in the journal is told on the axis it was made on."""

import pytest

from evenemang.domain.checklist import Axis
from evenemang.domain.risk import Judgement, Risk
from evenemang.domain.text import Text
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
