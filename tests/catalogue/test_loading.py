"""What is installed becomes the content the app stands on, or is refused whole."""

from pathlib import Path

import pytest

from evenemang.catalogue import load_content
from evenemang.domain.condition import Facts
from evenemang.domain.errors import ContentFaulty
from evenemang.hooks import AreaFile, Registrations, collect
from tests.installing import THIRD_PARTY, Installer


def test_the_installed_suite_loads_whole() -> None:
    content = load_content(collect())

    assert {"crowds", "traffic", "weather"} <= set(content.areas)
    assert content.profile.fact("peak_visitors").type == "number"
    assert set(content.calculators) >= {"crowds.holding-capacity"}
    assert all(norm.source in content.norm_sources for norm in content.norms.values())


def test_a_strangers_installed_area_is_asked_like_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Installer(tmp_path, monkeypatch).install_marathon()

    content = load_content(collect())

    area = content.areas["marathon"]
    assert area.proposed_when.holds(Facts(event={"kind": "sport", "outdoors": True})) is True
    assert content.question("marathon.water") is not None


def test_an_area_whose_id_is_taken_is_refused_with_a_sentence() -> None:
    found = collect()
    twice = Registrations(
        areas=(*found.areas, found.areas[0]),
        matrices=found.matrices,
        norms=found.norms,
        profiles=found.profiles,
        calculators=found.calculators,
    )

    with pytest.raises(ContentFaulty) as refused:
        load_content(twice)

    assert "finns redan" in refused.value.say("sv")


def test_without_a_profile_or_a_matrix_nothing_starts() -> None:
    with pytest.raises(ContentFaulty) as refused:
        load_content(Registrations(areas=(AreaFile(THIRD_PARTY / "marathon.yaml"),)))

    assert "profile" in refused.value.say("sv")
    assert "matrix" in refused.value.say("sv")


def test_two_matrices_are_refused() -> None:
    found = collect()
    two = Registrations(
        matrices=found.matrices * 2, profiles=found.profiles, norms=found.norms, areas=found.areas
    )

    with pytest.raises(ContentFaulty) as refused:
        load_content(two)

    assert "redan en installerad" in refused.value.say("sv")


def test_a_file_that_a_plugin_promised_but_did_not_bring_is_named(tmp_path: Path) -> None:
    found = collect()
    missing = Registrations(areas=(AreaFile(tmp_path / "gone.yaml"),), profiles=found.profiles)

    with pytest.raises(ContentFaulty) as refused:
        load_content(missing)

    assert "gone.yaml" in refused.value.say("sv")


PERMITS = """permits: marathon
version: 2027-01-01
title:
  sv: Lopp
  en: Races
summary:
  sv: Vad ett lopp söker.
  en: What a race applies for.
lead_time_rule:
  sv: Dagar före första dagen.
  en: Days before the first day.
sources:
  - id: own
    title: Egen bedömning
    at: här
    sure: low
items:
  - id: PERMIT
    form: notification
    title:
      sv: Banans mätning
      en: Measuring of the course
    rule: Tävlingsreglerna
    decided_by:
      sv: Förbundet
      en: The federation
    needed_when: event.kind == "sport"
    lead_time: []
    apply_to:
      sv: Förbundet
      en: The federation's office
    note:
      sv: Görs en gång per bana.
      en: Done once a course.
    source:
      - own
"""
PLUGIN = """from pathlib import Path
from evenemang.hooks import PermitsFile, hookimpl
@hookimpl
def register_permits():
    return [PermitsFile(Path(__file__).with_name("races.yaml"))]
"""


def test_an_area_may_bring_permits_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    races = PERMITS.replace("PERMIT", "course-measured")
    Installer(tmp_path, monkeypatch).install("race-permits", PLUGIN, races=races)

    content = load_content(collect())

    ids = [rule.id for file in content.permits for rule in file.items]
    assert {"gathering-permit", "course-measured"} <= set(ids)


def test_a_permit_whose_id_is_taken_is_refused_with_both_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Installer(tmp_path, monkeypatch).install(
        "race-permits", PLUGIN, races=PERMITS.replace("PERMIT", "road-race")
    )

    with pytest.raises(ContentFaulty) as refused:
        load_content(collect())

    told = refused.value.say("sv")
    assert "races.yaml" in told
    assert "permits.yaml" in told
    assert "”road-race” finns redan" in told
