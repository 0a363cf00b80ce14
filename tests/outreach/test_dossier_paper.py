"""A dossier on paper: whole for the binder, only what is open for the diary, kept long and read aloud."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

import pytest

from evenemang import bootstrap
from evenemang.domain.text import Language
from evenemang.flow.audience import RULINGS
from evenemang.flow.content import Content
from evenemang.flow.paper.assembling import full_paper, open_paper
from evenemang.flow.recording import Whole
from evenemang.outreach.forms.dossiers import fit, write_paper
from tests.marked_dossier import Marked, marked
from tests.outreach.reading import page_by_page, pages, solid, words

HOSTILE = '#import "x": * $a^2$ \\ *b* _c_ <d> @e `f` // i /* ~ = [j] {k}'


@pytest.fixture(scope="module")
def content() -> Content:
    return bootstrap.content()


@pytest.fixture(scope="module")
def found(content: Content) -> Marked:
    return marked(content)


@pytest.fixture(scope="module")
def full(found: Marked) -> bytes:
    return write_paper(full_paper(renamed(found.whole, HOSTILE), "sv"))


def renamed(whole: Whole, name: str) -> Whole:
    """Return it with a name, and a comment and a condition that are longer than a page."""
    dossier = whole.dossier
    event = dossier.event.model_copy(update={"name": name})
    decision = dossier.decisions[-1].model_copy(update={"conditions": ("m" * 9_000 + "slut", HOSTILE)})
    return replace(whole, dossier=dossier.model_copy(update={"event": event, "decisions": (decision,)}))


def said(pdf: bytes) -> str:
    """Return the words of a PDF with no space, and no hyphen where a line ends."""
    return solid(words(pdf)).replace("-", "").replace("\u00ad", "")


def inside(pdf: bytes) -> str:
    """Return all that is in the bytes: as they are, and what is packed in them."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompressobj().decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(parts).decode("latin-1")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_internal_or_secret_is_in_the_open_version(found: Marked, language: Language) -> None:
    pdf = write_paper(open_paper(found.whole, language))

    held = said(pdf) + inside(pdf)
    shut = [
        word
        for word, way in found.marker.words.items()
        if not all("public" in RULINGS.get(model, {}).get(name, ()) for model, name in way)
    ]
    assert shut
    assert [word for word in (*found.closed, *shut) if word in held] == []
    told = {(way[-1][0].__name__, way[-1][1]) for word, way in found.marker.words.items() if word in held}
    assert {("Event", "name"), ("Action", "do"), ("Decision", "conditions"), ("Answer", "value")} <= told
    assert ("Öppen version" if language == "sv" else "Open version") in words(pdf)
    assert b"<pdfaid:part>2<" in pdf


def test_the_binders_version_is_without_what_is_secret_and_says_the_rest(found: Marked, full: bytes) -> None:
    held = said(full) + inside(full)
    secret = [one for one in found.whole.dossier.risks if one.secrecy == "secret"]
    internal = [one for one in found.whole.dossier.risks if one.secrecy == "internal" and one.counts]

    assert secret
    assert [one.says("sv") for one in secret if one.says("sv") in held] == []
    assert [one.says("sv") for one in internal if one.area == "crowds" and one.says("sv") not in held] == []
    for title in ("Ställningstagande", "Riskbilden", "Risker och åtgärder", "Incidenter", "Lärdomar"):
        assert title in words(full)
    assert "på bladet Historik" in words(full)


def test_the_day_log_and_the_rounds_stand_in_the_binders_version_and_in_no_other(
    found: Marked, full: bytes
) -> None:
    dossier = found.whole.dossier
    typed = [*(one.what for one in dossier.day_log), *(one.note for one in dossier.rounds if one.note)]
    shut = said(write_paper(open_paper(found.whole, "sv")))

    assert typed
    assert [one for one in typed if solid(one).replace("-", "") not in said(full)] == []
    assert [one for one in typed if solid(one).replace("-", "") in shut] == []


def test_the_binders_version_tells_what_organiser_and_evenings_said_and_what_it_cost(
    found: Marked, full: bytes
) -> None:
    dossier = found.whole.dossier
    assert dossier.organiser_evaluation
    assert dossier.evaluation
    assert dossier.evaluation.costs
    typed = [
        *dossier.organiser_evaluation.happened,
        *dossier.organiser_evaluation.change,
        dossier.occasion_reviews[0].note,
        dossier.evaluation.costs.note,
    ]

    assert [one for one in typed if solid(one).replace("-", "") not in said(full)] == []


def test_the_matrix_before_and_the_one_after_stand_on_one_page(full: bytes) -> None:
    (page,) = [one for one in page_by_page(full) if "Riskerna före åtgärder" in one]

    assert "Riskerna efter åtgärder" in page


def test_matrices_too_high_for_one_page_are_told_whole(found: Marked) -> None:
    (first, *_) = [one for one in found.whole.dossier.risks if one.counts and one.axis == "accident"]
    many = tuple(first.model_copy(update={"id": f"R{number}"}) for number in range(1000, 1400))
    crowded = replace(found.whole, dossier=found.whole.dossier.model_copy(update={"risks": many}))
    paper = full_paper(crowded, "sv")
    brief = replace(paper, sections=tuple(one for one in paper.sections if one.title == "Riskbilden"))

    text = words(write_paper(brief))

    assert [one.id for one in many if text.count(one.id) < 2] == []


def test_it_is_tagged_and_made_to_be_kept_with_numbered_pages(full: bytes) -> None:
    assert b"<pdfaid:part>2<" in full
    assert b"<pdfuaid:part>1<" in full
    assert b"/Lang (sv)" in full or b"/Lang(sv)" in full
    assert f"Sida 1 av {pages(full)}" in words(full)


def test_what_people_typed_is_never_markup_and_is_never_cut(full: bytes) -> None:
    text = solid(words(full))

    assert text.count(solid(HOSTILE)) >= 2
    assert text.count("m" * 40) > 0
    assert "mslut" in text
    assert len(fit("m" * 9_000)) > 10_000, "it can be broken"
