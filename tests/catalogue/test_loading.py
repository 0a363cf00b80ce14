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
