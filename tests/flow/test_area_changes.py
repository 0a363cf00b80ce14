"""What a newer version changes is told in plain language: all that differs, and nothing else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.bootstrap.comparing import changes_between
from evenemang.catalogue import compile_condition, read_area
from evenemang.domain.checklist import Area
from evenemang.flow.area_changes import by_question
from tests.two_versions import FIRST, SECOND, publish

CONTENT = bootstrap.content()
AREAS = tuple(CONTENT.areas.values())
OTHER = {"sv": "Något annat", "en": "Something else"}
Plain = dict[str, Any]


def _told(old: Area, new: Area) -> list[str]:
    return [one.told.sv for one in changes_between(old, new, CONTENT)]


def _area(plain: Plain) -> Area:
    return Area.model_validate(plain, context={"compile": compile_condition})


def _plain(area: Area) -> Plain:
    """The area as it can be written again: conditions by their source."""
    return area.model_dump(mode="json", by_alias=True)


def _edited(area: Area, edit: Callable[[Plain], None]) -> Area:
    plain = _plain(area)
    edit(plain)
    return _area(plain)


@pytest.mark.parametrize("area", AREAS, ids=[one.area for one in AREAS])
def test_an_area_changes_nothing_in_itself_but_its_date(area: Area) -> None:
    assert changes_between(area, area.model_copy(update={"version": date(2030, 1, 1)}), CONTENT) == ()


def test_two_versions_are_told_question_by_question(tmp_path: Path) -> None:
    old, new = (read_area(publish(tmp_path, "marathon.yaml", one)) for one in (FIRST, SECOND))

    grouped = by_question(changes_between(old, new, CONTENT))

    assert [(ask.sv if ask else None, [one.sv for one in told]) for ask, told in grouped] == [
        (
            "Finns det vatten var femte kilometer?",
            [
                "Risken ”Löpare faller ihop av värme” föreslås nu som sannolikhet 4, konsekvens 3; "
                "förut som sannolikhet 3, konsekvens 3."
            ],
        ),
        ("Är banan skyltad?", ["Ny grundfråga. Den ska besvaras före ställningstagandet."]),
        ("Är banan upplyst?", ["Ställs inte längre. Svar som redan finns blir kvar."]),
    ]


def _set(*way: str | int, to: object) -> Callable[[Plain], None]:
    def edit(plain: Any) -> None:
        for step in way[:-1]:
            plain = plain[step]
        assert plain[way[-1]] != to, way
        plain[way[-1]] = to

    return edit


HEAD = [
    (_set("title", to=OTHER), "Området heter nu ”Något annat”; förut ”"),
    (_set("summary", to=OTHER), "Vad området skyddar är omskrivet: Något annat"),
    (_set("because", to=OTHER), "Skälet att föreslå området är nu ”Något annat”"),
    (_set("axis", to="threat"), "Området bedöms nu som hot; förut som olycka."),
    (_set("secrecy", to="secret"), "Områdets skydd är nu hemlig; förut öppen."),
    (_set("order", to=999), "Området står på en annan plats i listan."),
    (_set("proposed_when", to="event.food"), "Området föreslås nu när ”"),
    (_set("sections", 0, "title", to=OTHER), "heter nu ”Något annat”."),
    (lambda plain: plain["sections"].reverse(), "Frågorna ställs i en annan ordning."),
    (_set("sources", 0, "title", to="Ny bok"), "Uppgifterna om källan Ny bok är ändrade."),
]


@pytest.mark.parametrize(("edit", "said"), HEAD, ids=[one[1][:30] for one in HEAD])
def test_what_changes_of_the_area_is_told(edit: Callable[[Plain], None], said: str) -> None:
    area = CONTENT.areas["crowds"]

    (told,) = _told(area, _edited(area, edit))

    assert said in told


def _question(name: str, to: object) -> Callable[[Plain], None]:
    return _set("sections", 0, "questions", 0, name, to=to)


def _raise(name: str, to: object) -> Callable[[Plain], None]:
    return _set("sections", 0, "questions", 0, "raises", 0, name, to=to)


ACTION = {"do": OTHER, "due": -9, "phase": None}
QUESTION = [
    (_question("ask", OTHER), "Omformulerad; förut ”Finns det vatten var femte kilometer?”."),
    (_question("why", OTHER), "Förklaringen är omskriven."),
    (_question("help", OTHER), "Förklaringen är omskriven."),
    (_question("shown_when", "event.bathing"), "Ställs nu när ”"),
    (_question("depth", 3), "Ställs nu från frågedjup 3; förut från frågedjup 1."),
    (_question("phase", "running"), "Hör nu till genomförande; förut till planering."),
    (_question("ask_of", "both"), "Ställs nu till både arrangören och gruppen; förut till arrangören."),
    (_question("secrecy", "internal"), "Skyddas nu som intern; förut som området i övrigt."),
    (_question("answer", "text"), "Besvaras nu med fri text; förut med ja, delvis eller nej."),
    (_question("unit", "km"), "Enheten är nu km; förut ingen."),
    (_question("min", 0.5), "Gränserna för svaret är nu minst 0,5; förut inga."),
    (_question("choices", [{"id": "tape", "text": OTHER}]), "Nytt svarsalternativ: ”Något annat”."),
    (_question("source", ["ours", "ours"]), "Källan är nu Egen bedömning, Egen bedömning"),
    (_question("calculator", {"use": "a.b"}), "En beräkning står nu bredvid frågan."),
    (_question("raises", []), "Föreslår inte längre risken ”Löpare faller ihop av värme”."),
    (_raise("hazard", OTHER), "Risken ”Löpare faller ihop av värme” heter nu ”Något annat”."),
    (
        _raise("likelihood", 5),
        "föreslås nu som sannolikhet 5, konsekvens 3; förut som sannolikhet 3, konsekvens 3.",
    ),
    (_raise("when", ["no"]), "föreslås nu när svaret är nej; förut när svaret är nej eller delvis."),
    (_raise("harm", "trust"), "gäller nu förtroende; förut människor."),
    (_raise("actions", [ACTION]), "Ny föreslagen åtgärd mot ”Löpare faller ihop av värme”: ”Något annat”."),
]


@pytest.mark.parametrize(("edit", "said"), QUESTION, ids=[one[1][:40] for one in QUESTION])
def test_what_changes_of_a_question_is_told_under_it(
    tmp_path: Path, edit: Callable[[Plain], None], said: str
) -> None:
    old = read_area(publish(tmp_path, "marathon.yaml", FIRST))

    (change,) = changes_between(old, _edited(old, edit), CONTENT)

    assert said in change.told.sv
    assert change.question == "marathon.water"


def test_a_question_that_is_asked_again_is_told(tmp_path: Path) -> None:
    old, new = (read_area(publish(tmp_path, "marathon.yaml", one)) for one in (FIRST, SECOND))

    assert "Ställs igen." in _told(new, old)


def test_a_risk_put_before_another_is_new_and_the_other_the_same(tmp_path: Path) -> None:
    old = read_area(publish(tmp_path, "marathon.yaml", FIRST))
    plain = _plain(old)
    first = plain["sections"][0]["questions"][0]["raises"]
    first.insert(0, {**first[0], "hazard": OTHER})

    assert _told(old, _area(plain)) == [
        "Föreslår nu risken ”Något annat” när svaret är nej eller delvis: sannolikhet 3, konsekvens 3."
    ]


def _places(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in an area where a text, a number or a list stands."""
    if isinstance(value, dict) and set(value) == {"sv", "en"}:
        return [way]
    if isinstance(value, dict):
        return [place for key, one in value.items() for place in _places(one, (*way, key))]
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        return [way, *(place for at, one in enumerate(value) for place in _places(one, (*way, at)))]
    return [way]


STEPS = ("likelihood", "consequence")
WORDS = {
    "axis": ("accident", "threat"),
    "secrecy": ("open", "internal", "secret"),
    "ask_of": ("organiser", "group", "both"),
    "phase": ("planning", "build-up", "running", "strike"),
    "harm": ("people", "property", "environment", "operations", "trust"),
    "proposed_when": ("event.food", "event.bathing"),
    "shown_when": ("event.food", "event.bathing"),
    "depth": (1, 2, 3),
}


def _another(name: str | int, value: Any) -> Any:
    """Another value for the same place; None where it cannot be edited alone."""
    if isinstance(value, dict):
        return OTHER
    if name in WORDS:
        return next(one for one in WORDS[str(name)] if one != value)
    if name in STEPS:
        return value % 5 + 1
    if name in ("due", "order"):
        return value - 1
    if isinstance(value, list | tuple) and len(value) > 1 and name != "sources":
        return value[:-1]
    return None


@given(st.data())
def test_no_single_edit_of_an_area_goes_untold(data: st.DataObject) -> None:
    area = data.draw(st.sampled_from(AREAS))
    plain = _plain(area)
    way = data.draw(st.sampled_from(_places(plain)))
    held: Any = plain
    for step in way[:-1]:
        held = held[step]
    other = _another(way[-1], held[way[-1]])
    if other is None:
        return
    held[way[-1]] = other

    found = changes_between(area, _area(plain), CONTENT)

    assert found, way
    assert all(one.told.sv != one.told.en for one in found)
