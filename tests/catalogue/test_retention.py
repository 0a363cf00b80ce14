"""The rules of retention: ours set no time, a municipality's own do, and every fault is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evenemang.catalogue import read_retention
from evenemang.domain.errors import ContentFaulty
from evenemang.domain.retention import Period
from tests.retention_rules import RULE, RULES

DOCS = Path(__file__).parents[2] / "docs" / "personuppgifter.md"
TIMES = RULES.replace("rules:", "times:")
TIME = """
  - rule: {rule}
    after:
      {period}
    decided: KS 2026-12-01 § 14
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "rules.yaml"
    file.write_text(text, "utf-8")
    return file


def test_none_of_our_rules_has_a_time_and_each_is_in_the_documents(tmp_path: Path) -> None:
    ours = read_retention(tmp_path / "none.yaml")

    assert ours.in_force == ()
    assert all(one.decided is None for one in ours.rules)
    told = re.findall(r"^\| `([a-z-]+)` \|", DOCS.read_text("utf-8"), re.MULTILINE)
    assert told == [one.id for one in ours.rules]


def test_the_example_of_the_documents_sets_a_time(tmp_path: Path) -> None:
    [example] = re.findall(r"^```yaml\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)

    [rule] = read_retention(written(tmp_path, example)).in_force

    assert (rule.id, rule.after, rule.since) == ("incident-texts", Period(years=2), "closed")
    assert rule.decided is not None
    assert "§ 14" in rule.decided


def test_a_rule_of_the_same_name_stands_for_ours(tmp_path: Path) -> None:
    own = RULES + RULE.format(rule="contacts", removes="Contact.what")

    found = read_retention(written(tmp_path, own))

    assert [one.removes for one in found.in_force] == [("Contact.what",)]
    assert len([one for one in found.rules if one.id == "contacts"]) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            TIMES + TIME.format(rule="contact", period="years: 2"),
            "times[0].rule: Regeln ”contact” finns inte.",
        ),
        (TIMES + TIME.format(rule="contacts", period="years: 0"), "Tiden är noll."),
        (TIMES + 2 * TIME.format(rule="contacts", period="years: 2"), "finns redan"),
        (RULES + RULE.format(rule="x", removes="Contact.wat"), "Menas Contact.what?"),
        (RULES + RULE.format(rule="x", removes="Stamp.at"), "”Stamp.at” är inget som kan tas bort."),
        (RULES + RULE.format(rule="x", removes="Named.name"), "kan inte tas bort för sig"),
        (RULES + RULE.format(rule="x", removes="whole\n      - health"), "Ange bara whole."),
        (
            (RULES + RULE.format(rule="x", removes="health")).replace("event-end", "last-event"),
            "Tiden kan inte räknas från last-event här.",
        ),
        (
            (RULES + RULE.format(rule="x", removes="health")).replace("own-plan", "own-plans"),
            "Menas own-plan?",
        ),
        (
            (RULES + RULE.format(rule="x", removes="health")).replace(
                "    decided: KS 2026-12-01 § 14\n", ""
            ),
            "Tiden saknar beslut.",
        ),
    ],
)
def test_a_fault_is_told_where_it_is_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ContentFaulty) as refused:
        read_retention(written(tmp_path, text))

    assert told in refused.value.say("sv")
    assert "rules.yaml:" in refused.value.say("sv")
