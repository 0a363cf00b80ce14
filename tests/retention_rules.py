"""Rules of retention in a data folder, as a municipality would write them: two years after the event."""

from pathlib import Path

from evenemang.bootstrap.retaining import OWN

RULES = """
retention: own
version: 2026-11-28
title:
  sv: Kommunens regler
  en: The municipality's rules
summary:
  sv: Ur dokumenthanteringsplanen
  en: From the plan of records
rules:
"""
RULE = """
  - id: {rule}
    title:
      sv: Regel
      en: Rule
    removes:
      - {removes}
    since: event-end
    after:
      years: 2
    decided: KS 2026-12-01 § 14
    basis:
      sv: Planen
      en: The plan
    source:
      - own-plan
    sure: high
"""


def _rule(name: str, removes: str) -> str:
    rule = RULE.format(rule=name, removes=removes)
    for sign, of in (("Organiser", "organiser"), ("Standing", "place")):
        if sign in removes:
            return rule.replace("event-end", f"last-event\n    of: {of}")
    return rule


def setting(data: Path, *removes: str) -> None:
    (data / OWN).parent.mkdir(parents=True, exist_ok=True)
    rules = (_rule(f"rule-{number}", one) for number, one in enumerate(removes))
    (data / OWN).write_text(RULES + "".join(rules), "utf-8")
