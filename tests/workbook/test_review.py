"""What is to be looked over stands in the summary: short, worst first, nothing secret in the ordinary one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from evenemang.domain.action import treating
from evenemang.domain.dossier import Dossier
from evenemang.domain.review import At, Found, Rule, UnderReview
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.parting import open_part, secret_part
from evenemang.flow.recording import Whole
from evenemang.flow.reviewing import review
from evenemang.workbook import write
from tests.workbook.strategies import whole_of

TITLE = Text(sv="Risk att prata om", en="Risk to talk about")


def untreated(under: UnderReview) -> Iterator[Found]:
    for one in under.dossier.risks:
        if not treating(one.id, under.dossier.actions):
            says = Text(sv=f"{one.says('sv')} har ingen åtgärd.", en=f"{one.says('en')} has no action.")
            yield Found(says=says, at=(At(kind="risk", id=one.id),))


def every_action(under: UnderReview) -> Iterator[Found]:
    for one in under.dossier.actions:
        yield Found(says=Text(sv=one.do, en=one.do), at=(At(kind="action", id=one.id),))


def looked_over(dossier: Dossier, content: Content) -> Whole:
    """The dossier before it was evaluated, looked over by two rules."""
    rules = (
        Rule(id="test.untreated", severity="warning", title=TITLE, look=untreated),
        Rule(id="test.action", severity="hint", title=TITLE, look=every_action),
    )
    content = replace(content, rules=rules)
    whole = whole_of(dossier.model_copy(update={"evaluation": None}), content)
    return replace(whole, review=review(whole.dossier, content, whole.reading, whole.as_of))


def summary(workbook: bytes) -> list[str]:
    sheet = load_workbook(BytesIO(workbook)).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


def test_the_summary_lists_what_to_look_over_with_its_weight(content: Content, potato: Dossier) -> None:
    said = summary(write(looked_over(potato, content), "sv"))

    listed = said[said.index("Att se över") :]
    assert "Varning" in listed or "Påpekande" in listed
    assert any(one.startswith("Risk att prata om") for one in listed)


def test_where_nothing_is_found_the_summary_says_so(content: Content, potato: Dossier) -> None:
    said = summary(write(whole_of(potato, content), "sv"))

    assert said[said.index("Att se över") + 1] == "Inget att se över."


def test_a_finding_about_something_secret_stands_only_in_the_secret_part(
    content: Content, potato: Dossier
) -> None:
    whole = looked_over(potato, content)
    secret = secret_part(whole)

    assert secret is not None
    outside = {place.id for one in open_part(whole).review.findings for place in one.at}
    inside = {place.id for one in secret.review.findings for place in one.at}
    assert {one.id for one in potato.actions} == {
        one.at[0].id for one in whole.review.findings if one.rule == "test.action"
    }
    assert "A7" in inside
    assert not outside & {"A7", "R9"}
    assert outside


def test_what_only_seems_so_since_its_other_half_is_secret_is_not_told(
    content: Content, potato: Dossier
) -> None:
    treated = next(one for one in potato.actions if one.risk and one.risk != "R9")
    hidden = treated.model_copy(update={"secrecy": "secret"})
    actions = tuple(hidden if one.id == hidden.id else one for one in potato.actions)
    whole = looked_over(potato.model_copy(update={"actions": actions}), content)

    outside = {one.at[0].id for one in open_part(whole).review.findings if one.rule == "test.untreated"}

    assert treated.risk not in outside
