"""The record is complete: what is written comes back equal."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import AwareDatetime, TypeAdapter

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Language, clean
from evenemang.flow.content import Content
from evenemang.flow.journal import JournalEntry, first_broken
from evenemang.flow.parting import open_part, secret_part, without_secret
from evenemang.workbook import has_secret, write
from evenemang.workbook.cells import exactly
from evenemang.workbook.reading import read
from tests.workbook.potato import journal
from tests.workbook.same_grids import assert_same_grids
from tests.workbook.strategies import NASTY, dossiers, kept, whole_of

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole dossier shrinks for minutes
# A dossier that fails is large, and must be shown all the same.
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(kept=kept(), language=st.sampled_from(["sv", "en"]))
def test_everything_in_a_dossier_is_in_its_workbook_and_comes_back_equal(
    content: Content, kept: tuple[Dossier, tuple[JournalEntry, ...]], language: Language
) -> None:
    whole = whole_of(kept[0], content, kept[1])
    part = open_part(whole)

    written = write(whole, language)
    back = read(written)

    assert_same_grids(written)
    assert back.dossier == part.dossier
    assert back.journal == part.journal
    assert (back.version, back.language, back.secret) == (7, language, False)


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(dossier=dossiers())
def test_what_is_secret_comes_back_equal_from_the_workbook_of_its_own(
    content: Content, dossier: Dossier
) -> None:
    whole = whole_of(dossier, content)
    kept = secret_part(whole)
    if kept is None:
        assert not has_secret(whole)
        return
    back = read(write(whole, "sv", secret=True))
    assert back.secret
    assert back.dossier == kept.dossier


@pytest.mark.parametrize(
    "text", [*NASTY, "_x0041_" * 2857, "🥔" * 20_000, "<r>" + "a_x0041_x0042_" * 1400 + "</r>"]
)
def test_text_comes_back_whole(content: Content, potato: Dossier, text: str) -> None:
    answer = potato.assessment.answers["crowds.peak-in-zone"].model_copy(update={"comment": text})
    assessment = potato.assessment.model_copy(update={"answers": {"crowds.peak-in-zone": answer}})
    whole = whole_of(potato.model_copy(update={"assessment": assessment}), content)
    written = write(whole, "sv")
    assert_same_grids(written)
    back = read(written)
    assert back.dossier.assessment.answers["crowds.peak-in-zone"].comment == clean(text)


def test_a_journal_read_back_still_holds_together(content: Content, potato: Dossier) -> None:
    plain = without_secret(potato, content)
    whole = whole_of(plain, content, journal(potato.id)[:1])
    back = read(write(whole, "sv")).journal
    assert back == whole.journal
    assert first_broken(back) is None


def test_text_that_looks_like_our_marks_begins_no_table(content: Content, potato: Dossier) -> None:
    marks = ("evenemang:risks", "row 3", "end", "evenemang:long-texts")
    contacts = tuple(potato.contacts[0].model_copy(update={"what": one}) for one in marks)
    event = potato.event.model_copy(update={"name": "evenemang:risks"})
    marked = potato.model_copy(update={"contacts": contacts, "event": event})
    whole = whole_of(marked, content)
    back = read(write(whole, "sv")).dossier
    assert back.contacts == contacts
    assert len(back.risks) == 8


@pytest.mark.parametrize(
    "offset", [timedelta(hours=1, seconds=14), timedelta(seconds=7), timedelta(hours=-3)]
)
@pytest.mark.parametrize("year", [1891, 2027])
def test_a_moment_of_any_offset_is_told_as_it_can_be_read(year: int, offset: timedelta) -> None:
    moment = datetime(year, 4, 20, 12, 5, 21, 1863, tzinfo=timezone(offset))

    assert TypeAdapter(AwareDatetime).validate_python(exactly(moment)) == moment
