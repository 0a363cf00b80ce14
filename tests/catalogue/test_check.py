"""`check`: every fault of a file at once, each with file, line, path and what to do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evenemang.catalogue import Fault, check
from evenemang.hooks import Registrations, collect
from tests.installing import THIRD_PARTY

SUITE = Path(__file__).parents[2] / "checklists"
MARATHON = (THIRD_PARTY / "marathon.yaml").read_text(encoding="utf-8")


Checked = Callable[[str], tuple[Fault, ...]]


@pytest.fixture(scope="module")
def installed() -> Registrations:
    return collect()


@pytest.fixture
def checked(tmp_path: Path, installed: Registrations) -> Checked:
    """Return a check of one text beside the installed profile and sums, which is all that most need."""
    around = Registrations(profiles=installed.profiles, calculators=installed.calculators)

    def check_text(text: str) -> tuple[Fault, ...]:
        (tmp_path / "area.yaml").write_text(text, encoding="utf-8")
        return check([tmp_path / "area.yaml"], around)

    return check_text


def test_all_that_is_installed_is_fine(installed: Registrations) -> None:
    assert check([], installed) == ()


def test_the_suite_is_fine_as_a_folder(installed: Registrations) -> None:
    assert check([SUITE], installed) == ()


def test_a_new_version_of_an_installed_area_is_checked_in_its_place(
    tmp_path: Path, installed: Registrations
) -> None:
    shutil.copytree(SUITE / "crowds", tmp_path / "crowds")

    assert check([tmp_path], installed) == ()


def test_a_strangers_area_may_build_on_the_installed_profile(installed: Registrations) -> None:
    assert check([THIRD_PARTY], installed) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "path", "said"),
    [
        ("axis: accident", "axis: acident", "axis", "Menas accident?"),
        ("harm: people", "harm: peple", "sections[0].questions[0].raises[0].harm", "Menas people?"),
        ("likelihood: 3", "likelihood: 6", "sections[0].questions[0].raises[0].likelihood", "Högst 5."),
        ("likelihood: 3", "likelihood: true", "sections[0].questions[0].raises[0].likelihood", "talet"),
        ("likelihood: 3", 'likelihood: "3"', "sections[0].questions[0].raises[0].likelihood", "talet"),
        ("  en: Races", "", "title.en", "Lägg till en."),
        ("sv: Lopp", "sv: 5", "title.sv", 'Skriv "5".'),
        ("summary:", "sumary:", "summary", "Lägg till summary."),
        ("  - id: ours\n", "  - id: our own\n", "sources[0].id", "bindestreck"),
        ("version: 2026-11-22", "version: 2026-13-22", "version", "2026-11-22"),
        ("event.outdoors", "event.outdors", "proposed_when", "Menas event.outdoors?"),
        ("event.outdoors", "anser", "proposed_when", "Menas answer?"),
        ('"sport"', '"sports"', "proposed_when", "Menas sport?"),
        ('event.kind == "sport"', "event.kind > 3", "proposed_when", "Jämför tal med tal"),
        ("event.outdoors", "answer", "proposed_when", "answers["),
        ('== "summer"', '== "sommar"', "sections[0].questions[0].shown_when", "Menas summer?"),
        ("          - ours", "          - hours", "sections[0].questions[0].source[0]", "Menas ours?"),
        ("id: marathon.water", "id: water", "sections[0].questions[0].id", "Skriv marathon.water."),
        ("answer: yes-no", "answer: number", "sections[0].questions[0]", "unit"),
        ("answer: yes-no", "answer: number\n        unit: ' '", "sections[0].questions[0]", "unit"),
        ("answer: yes-no", "answer: choice", "sections[0].questions[0]", "choices"),
        ("answer: yes-no", "answer: text", "sections[0].questions[0].raises", "raises"),
        ("depth: 1", "depth: 1\n        unit: km", "sections[0].questions[0].unit", "answer"),
        (
            '- when:\n              - "no"\n              - partly',
            "- when: event.outdoors",
            "sections[0].questions[0].raises[0].when",
            "partly",
        ),
        (
            "depth: 1",
            "depth: 1\n        calculator:\n          use: crowds.exit-capasity",
            "sections[0].questions[0].calculator.use",
            "crowds.exit-capacity",
        ),
        (
            "depth: 1",
            "depth: 1\n        calculator:\n          use: crowds.exit-capacity\n          answer: nothing",
            "sections[0].questions[0].calculator.answer",
            "",
        ),
        (
            'event.season == "summer"',
            'answers["marathon.water"] == "no"',
            "sections[0].questions[0].shown_when",
            "annat",
        ),
    ],
)
def test_a_slip_is_told_where_it_stands_with_what_to_do(
    checked: Checked, right: str, wrong: str, path: str, said: str
) -> None:
    assert right in MARATHON

    found = checked(MARATHON.replace(right, wrong, 1))

    here = [fault for fault in found if fault.path == path]
    assert here, found
    assert said in here[0].do.sv
    assert here[0].file.endswith("area.yaml")
    assert here[0].line > 0


def test_all_faults_of_all_kinds_come_at_once(checked: Checked) -> None:
    text = (
        MARATHON.replace("axis: accident", "axis: acident")
        .replace("due: -1", "due: no")
        .replace("event.outdoors", "event.outdors")
        .replace("          - ours", "          - hours")
    )

    found = checked(text)

    assert [fault.path.rpartition(".")[2] for fault in found] == ["axis", "proposed_when", "due", "source[0]"]
    assert [fault.line for fault in found] == sorted(fault.line for fault in found)


def test_a_fault_reads_as_editors_read_it_in_both_languages(checked: Checked, tmp_path: Path) -> None:
    (fault,) = checked(MARATHON.replace("axis: accident", "axis: acident"))

    assert fault.say("en") == (
        f"{tmp_path / 'area.yaml'}:9: axis: “acident” is not one of accident, threat. Is accident meant?"
    )
    assert fault.say("sv") == (
        f"{tmp_path / 'area.yaml'}:9: axis: ”acident” finns inte bland accident, threat. Menas accident?"
    )


def test_an_id_that_another_area_has_is_refused(tmp_path: Path, installed: Registrations) -> None:
    (tmp_path / "one.yaml").write_text(MARATHON, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(MARATHON, encoding="utf-8")

    found = check([tmp_path], installed)

    assert {fault.path for fault in found} == {"area", "sections[0].questions[0].id"}


def test_a_file_of_no_known_kind_is_refused(checked: Checked) -> None:
    (fault,) = checked("question: 1\n")

    assert "area:" in fault.do.sv


def test_a_path_that_is_not_there_or_an_empty_folder_is_not_fine(
    tmp_path: Path, installed: Registrations
) -> None:
    (tmp_path / "empty").mkdir()

    found = check([tmp_path / "empty", tmp_path / "gone.yaml"], installed)

    assert [Path(fault.file).name for fault in found] == ["empty", "gone.yaml"]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("matrices/standard.yaml", "  - view: no-objection", "  - view: rejected", "no-objection"),
        ("matrices/standard.yaml", "grid:\n  - - low", "grid:\n  - - very-high", "sjunker"),
        ("profile.yaml", "order: 20\n", "order: 10\n", "finns redan"),
        ("profile.yaml", "step: what", "step: whit", "whit"),
        ("profile.yaml", "event.outdoors", "event.outdors", "event.outdors"),
        ("profile.yaml", "from: 10", "from: 0", "stiger"),
        ("crowds/norms.yaml", "source: arts-density", "source: art-density", "art-density"),
        ("permits.yaml", "event.rides", "event.ridse", "event.ridse"),
        ("permits.yaml", "  en: Permits and duties\n", "", "”en” saknas"),
        ("permits.yaml", "form: permit", "form: permitt", "permitt"),
        ("permits.yaml", "source: visit-stockholm", "source: visit-stokholm", "visit-stokholm"),
        ("permits.yaml", "      - police-gathering\n", "      - polis-gathering\n", "polis-gathering"),
        ("permits.yaml", "  - id: gathering-notice", "  - id: gathering-permit", "finns redan"),
        ("permits.yaml", "        days: 60\n", "        days: 6\n", "kortare än lagens, 7 dagar"),
        ("permits.yaml", "        days: 60\n", "", "”days” saknas"),
        ("permits.yaml", "        place: Stockholm\n", "", "anger sin ort"),
        ("permits.yaml", 'kind in ["market", "fair"]', 'kind in ["market", "fairs"]', "fairs"),
    ],
)
def test_the_other_kinds_of_files_are_checked_too(
    checked: Checked, file: str, right: str, wrong: str, said: str
) -> None:
    text = (SUITE / file).read_text(encoding="utf-8")
    assert right in text

    found = checked(text.replace(right, wrong, 1))

    assert any(said in fault.what.sv for fault in found), found
