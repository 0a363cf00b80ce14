"""The answer to the police as PDF and as Word: only what is open, whole, and never markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from evenemang import bootstrap
from evenemang.domain.setting import Settings
from evenemang.flow.audience import RULINGS
from evenemang.flow.letter.assembling import letter
from evenemang.flow.letter.parts import Letter
from evenemang.outreach.forms.letters import write_letter
from evenemang.outreach.letters.word import write_word
from tests.marked_dossier import Marked, marked
from tests.outreach.reading import solid, words

HOSTILE = '#import "x": * $a^2$ \\ *b* _c_ <w:t>d</w:t> & ]]> @e `f` // i /* ~ = [j] {k} {{PAGE}}'
ARMS = (  # one black square
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def found() -> Marked:
    return marked(bootstrap.content())


@pytest.fixture(scope="module")
def told(found: Marked) -> Letter:
    whole, dossier = found.whole, found.whole.dossier
    risk = next(one.id for one in dossier.risks if one.secrecy == "open")
    hidden = next(one.id for one in dossier.risks if one.secrecy == "secret")
    decision = dossier.decisions[-1].model_copy(
        update={
            "group_view": "approved-with-conditions",
            "conditions": (f"{HOSTILE}\nandra raden ({risk})", f"Tyst ({hidden})", "m" * 9_000 + "slut"),
        }
    )
    update = {"reconsider": None, "moves": (), "decisions": (*dossier.decisions[:-1], decision)}
    content = replace(whole.content, settings=Settings(name="Åby <kommun>", arms=ARMS))
    whole = replace(whole, dossier=dossier.model_copy(update=update), content=content)
    return letter(whole, None, "sv", HOSTILE)


@pytest.fixture(scope="module")
def word(told: Letter) -> bytes:
    return write_word(told)


@pytest.fixture(scope="module")
def pdf(told: Letter) -> bytes:
    return write_letter(told)


def inside(file: bytes) -> str:
    with ZipFile(BytesIO(file)) as packed:
        return "\n".join(packed.read(one).decode("utf-8", "replace") for one in packed.namelist())


def test_nothing_internal_or_secret_is_in_it_but_the_groups_reasons(
    found: Marked, word: bytes, pdf: bytes
) -> None:
    held = inside(word) + solid(words(pdf)).replace("-", "")
    shut = [
        one
        for one, way in found.marker.words.items()
        if not all("police" in RULINGS.get(model, {}).get(name, ()) for model, name in way)
    ]
    assert shut
    assert [one for one in (*found.closed, *shut) if one in held] == []
    told_of = {(way[-1][0].__name__, way[-1][1]) for one, way in found.marker.words.items() if one in held}
    assert {("Event", "name"), ("Decision", "motive"), ("Organiser", "name"), ("Risk", "title")} <= told_of
    assert "hemligt eller internt" in held


def test_the_pdf_is_made_to_be_kept_and_read_aloud_and_holds_every_word(pdf: bytes) -> None:
    text = solid(words(pdf))

    assert b"<pdfaid:part>2<" in pdf
    assert b"<pdfuaid:part>1<" in pdf
    assert solid(HOSTILE) in text
    assert "mslut" in text


def test_the_word_file_has_styles_a_language_and_a_picture_that_is_told(word: bytes) -> None:
    document = docx.Document(BytesIO(word))
    styled = {one.style.name for one in document.paragraphs if one.style}
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]

    assert {"Title", "Heading 1", "List Number", "Fact", "Reason", "Signed"} <= styled
    assert headings[:3] == ["Gruppens ställningstagande", "Villkor", "Motivering"]
    assert [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))] == ["sv-SE"]
    assert document.core_properties.language == "sv-SE"
    assert document.core_properties.author == "Åby <kommun>"
    assert "python-docx" not in inside(word)
    assert 'descr="Kommunens vapen"' in inside(word)
    assert ('w:instr="PAGE"' in inside(word), 'w:instr="NUMPAGES"' in inside(word)) == (True, True)
    assert "thumbnail" not in inside(word)
    (condition,) = [one for one in document.paragraphs if one.text.startswith("#import")]
    assert condition.text == f"{HOSTILE}\nandra raden"


@pytest.mark.prove
def test_the_word_file_opens_in_an_office_with_every_word(
    word: bytes, told: Letter, office: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    (tmp_path / "yttrande.docx").write_bytes(word)

    text = solid(words(office(tmp_path / "yttrande.docx", "pdf")))

    assert solid(HOSTILE) in text
    assert solid(told.title) in text
    assert solid("Sida1av") in text
    assert "mslut" in text
