"""Plugins come in by entry point, ours and anyone's; what is wrong with one is told as that one's fault."""

import pytest

from evenemang import hooks
from evenemang.catalogue import load_content
from evenemang.domain.errors import ContentFaulty
from evenemang.hooks import collect
from tests.installing import Installer
from tests.reviewed import Matter

HEAD = "from evenemang.hooks import hookimpl\n"


def refusal() -> str:
    with pytest.raises(ContentFaulty) as refused:
        collect()
    assert refused.value.say("en") != refused.value.say("sv")
    return refused.value.say("sv")


def test_our_own_areas_come_in_as_plugins_by_name() -> None:
    areas = [one.path.parent.name for one in collect().areas]

    assert areas == sorted(areas)
    assert {"crowds", "traffic", "weather"} <= set(areas)


def test_one_profile_and_one_matrix_are_installed() -> None:
    found = collect()

    assert len(found.profiles) == 1
    assert len(found.matrices) == 1


def test_the_sums_of_an_area_come_with_it() -> None:
    ids = [one.id for one in collect().calculators]

    assert {"crowds.holding-capacity", "crowds.exit-capacity"} <= set(ids)


def test_a_strangers_area_is_found_by_its_entry_point(installer: Installer) -> None:
    installer.install_marathon()

    assert "marathon.yaml" in [one.path.name for one in collect().areas]


def test_a_plugin_that_does_not_import_is_named(installer: Installer) -> None:
    installer.install("broken-area", "import nowhere_to_be_found\n")

    told = refusal()

    assert "broken-area" in told
    assert "nowhere_to_be_found" in told


def test_a_plugin_that_fails_when_asked_is_named(installer: Installer) -> None:
    installer.install("sulky-area", f"{HEAD}@hookimpl\ndef register_areas():\n    raise OSError('no')\n")

    assert "sulky-area" in refusal()


def test_a_misspelt_hook_is_met_with_the_right_one(installer: Installer) -> None:
    installer.install("typo-area", f"{HEAD}@hookimpl\ndef register_area():\n    return []\n")

    told = refusal()

    assert "typo-area" in told
    assert "Menas register_areas?" in told


def test_a_plugin_that_forgot_its_marks_is_refused(installer: Installer) -> None:
    installer.install("silent-area", "def register_areas():\n    return []\n")

    assert "silent-area" in refusal()


@pytest.mark.parametrize("answer", ["'checklist.yaml'", "['checklist.yaml']", "({},)"])
def test_a_hook_that_answers_something_else_is_refused(installer: Installer, answer: str) -> None:
    installer.install("odd-area", f"{HEAD}@hookimpl\ndef register_areas():\n    return {answer}\n")

    told = refusal()

    assert "odd-area" in told
    assert "AreaFile" in told


def test_two_plugins_of_one_name_are_refused(installer: Installer) -> None:
    installer.install(
        "own-crowds", f"{HEAD}@hookimpl\ndef register_areas():\n    return []\n", entry="crowds"
    )

    assert "crowds" in refusal()


def test_a_sum_of_an_id_that_is_taken_is_refused(installer: Installer) -> None:
    source = (
        f"{HEAD}from checklists.crowds.calculators import CALCULATORS\n"
        "@hookimpl\ndef register_calculators():\n    return list(CALCULATORS)\n"
    )
    installer.install("copied-sums", source)

    assert "crowds." in refusal()


RULE = (
    "from evenemang.domain.review import At, Found, Rule\nfrom evenemang.domain.text import Text\n"
    "def look(under):\n"
    "    yield Found(says=Text(sv='Ring banvakten.', en='Ring the marshal.'), at=(At(kind='event'),))\n"
    "@hookimpl\ndef register_rules():\n"
    "    title = Text(sv='Banvakt', en='Marshal')\n"
    "    return [Rule(id='{id}', severity='{severity}', title=title, look=look, norms={norms})]\n"
)


def rule(rule_id: str = "marathon.marshal", severity: str = "hint", norms: str = "()") -> str:
    return HEAD + RULE.format(id=rule_id, severity=severity, norms=norms)


def test_our_own_rules_come_in_as_plugins_and_each_says_whose_it_is() -> None:
    brought = {one.id: one.brought_by for one in collect().rules}

    assert brought["crowds.capacity-below-peak"] == "crowds"
    assert brought["action-without-owner"] == "core"


def test_a_strangers_rule_is_found_by_its_entry_point(installer: Installer) -> None:
    installer.install("marathon", rule())

    content = load_content(collect())

    (found,) = [one for one in content.rules if one.id == "marathon.marshal"]
    assert found.brought_by == "marathon"
    seen = Matter(content=content).found("marathon.marshal")
    assert [one.says.sv for one in seen] == ["Ring banvakten."]


@pytest.mark.parametrize("taken", ["action-without-owner", "risk-too-high", "decision-undermined"])
def test_a_rule_of_an_id_that_is_taken_is_refused(installer: Installer, taken: str) -> None:
    installer.install("copied-rule", rule(taken))

    assert taken in refusal()


def test_no_plugins_rule_may_stop_a_decision(installer: Installer) -> None:
    installer.install("strict-rule", rule(severity="error"))

    assert "strict-rule" in refusal()


def test_a_rule_whose_figure_is_not_installed_is_refused(installer: Installer) -> None:
    installer.install("figureless", rule(norms="('marshals-per-km',)"))

    with pytest.raises(ContentFaulty) as refused:
        load_content(collect())

    assert "marshals-per-km" in refused.value.say("sv")


def test_the_public_surface_is_as_documented() -> None:
    assert hooks.__all__ == [
        "AreaFile",
        "MatrixFile",
        "NormsFile",
        "PermitsFile",
        "ProfileFile",
        "Registrations",
        "collect",
        "hookimpl",
    ]
