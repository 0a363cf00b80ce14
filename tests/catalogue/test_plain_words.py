"""Conditions in plain words: what stands on paper is what the program does."""

import pytest

from evenemang import bootstrap
from evenemang.catalogue.conditions import compile_condition
from evenemang.catalogue.plain_words import in_plain_words
from evenemang.domain.condition import Condition

CONTENT = bootstrap.content()
ALCOHOL = "”Kommer det att drickas alkohol?”"
PEAK = "”Hur många besökare väntas som mest på en gång?”"
INDOORS = "”Är evenemanget helt eller delvis inomhus?”"
WATER = "”Finns det öppet vatten inom hundra meter, till exempel en å, damm eller kaj?”"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("event.alcohol", f"{ALCOHOL} är ja"),
        ("!event.alcohol", f"{ALCOHOL} är nej"),
        ("event.peak_visitors >= 300", f"{PEAK} är minst 300"),
        ("event.alcohol || event.indoors", f"{ALCOHOL} är ja eller {INDOORS} är ja"),
        (
            "event.water_nearby && (event.alcohol || event.peak_visitors < 50)",
            f"{WATER} är ja och ({ALCOHOL} är ja eller {PEAK} är mindre än 50)",
        ),
        ('event.kind == "sport"', "”Vilket slags evenemang är det?” är idrottstävling eller lopp"),
        ("!(event.alcohol && event.indoors)", f"det är inte så att ({ALCOHOL} är ja och {INDOORS} är ja)"),
        ("answer > 10.7", "svaret är mer än 10,7"),
        ("double(answer) * 545.0 < double(event.peak_visitors)", f"svaret gånger 545 är mindre än {PEAK}"),
        ("true", "alltid"),
    ],
)
def test_a_condition_is_said_in_plain_words(source: str, said: str) -> None:
    evaluate, names = compile_condition(source)
    condition = Condition(source, names, evaluate)

    assert in_plain_words(condition, CONTENT).sv == said


def test_every_installed_condition_is_said_without_a_sign_or_a_code() -> None:
    conditions = [area.proposed_when for area in CONTENT.areas.values()]
    for area in CONTENT.areas.values():
        conditions += [one.shown_when for one in area.questions() if one.shown_when]
    for condition in conditions:
        said = in_plain_words(condition, CONTENT)
        for text in (said.sv, said.en):
            assert not any(sign in text for sign in ("event.", "answers[", "&&", "||", "==", "!", "_")), text
