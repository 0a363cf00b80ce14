"""A stranger's area as it was published twice: between the two, one of each thing has changed."""

from datetime import date
from pathlib import Path

OLD, NEW = date(2026, 11, 22), date(2027, 1, 10)

HEAD = """\
area: marathon
version: {version}
title:
  sv: Lopp
  en: Races
summary:
  sv: Att ingen far illa längs banan.
  en: That nobody comes to harm along the course.
axis: accident
secrecy: open
proposed_when: event.kind == "sport"
because:
  sv: Löpare som tar ut sig
  en: Runners who exert themselves
sources:
  - id: ours
    title: Egen bedömning
    at: Marathonklubben
    sure: low
sections:
  - id: course
    title:
      sv: Banan
      en: The course
    questions:
"""
QUESTION = """\
      - id: marathon.{id}
        ask:
          sv: {sv}
          en: {en}
        why:
          sv: Det är det som oftast fäller löpare.
          en: It is what most often brings runners down.
        answer: yes-no
        ask_of: organiser
        phase: planning
        depth: 1
        raises:
          - when:
              - "no"
              - partly
            hazard:
              sv: {hazard_sv}
              en: {hazard_en}
            harm: people
            likelihood: {likelihood}
            consequence: 3
        source:
          - ours
"""


def question(id: str, sv: str, en: str, hazard: tuple[str, str], likelihood: int = 3) -> str:
    return QUESTION.format(
        id=id, sv=sv, en=en, hazard_sv=hazard[0], hazard_en=hazard[1], likelihood=likelihood
    )


HEAT, FALL, LOST = (
    ("Löpare faller ihop av värme", "Runners collapse from heat"),
    ("Löpare snubblar i mörkret", "Runners stumble in the dark"),
    ("Löpare springer fel", "Runners run the wrong way"),
)
WATER = ("water", "Finns det vatten var femte kilometer?", "Is there water every five kilometres?", HEAT)
LIGHT = ("light", "Är banan upplyst?", "Is the course lit?", FALL)
SIGNS = ("signs", "Är banan skyltad?", "Is the course signed?", LOST)

FIRST = HEAD.format(version=OLD) + question(*WATER) + question(*LIGHT)
SECOND = (
    HEAD.format(version=NEW)
    + question(*WATER, likelihood=4)
    + question(*LIGHT).replace("source:", "retired: 2027-01-10\n        source:")
    + question(*SIGNS)
)


def publish(folder: Path, name: str, text: str) -> Path:
    """Write a version as a file, as its publisher would."""
    file = folder / name
    file.write_text(text, "utf-8")
    return file
