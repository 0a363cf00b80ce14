"""What stands behind a bar: a record in words that cannot be markup, and a secret one without any."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from evenemang.domain.text import Text
from evenemang.pages.follow_up_parts.behind import Record, label
from evenemang.pages.follow_up_parts.records import of_action, of_incident, of_risk
from evenemang.pages.follow_up_parts.scene import Scene
from tests.flow.year_rows_made import action, at, incident, risk


@dataclass(frozen=True)
class Named:
    """As much of a scene as a record asks for."""

    def say(self, text: Text) -> str:
        return text.sv

    def event_name(self, _dossier: str) -> str:
        return "Höstfesten"


SCENE = cast(Any, Named())


def said(one: Record) -> str:
    return label(one, "sv")


def test_an_incident_is_told_by_day_kind_and_severity_and_not_by_what_happened() -> None:
    found = of_incident(incident("a", at(8, 25), what="Barn 7 år ramlade", severity=1), cast(Scene, SCENE))

    assert said(found) == "25\u00a0augusti\u00a02027\\: Höstfesten\\. Trängsel eller kö \\(lindrig\\)"
    assert (found.dossier, found.step, found.is_secret) == ("a", "plats", False)


def test_what_is_secret_is_only_counted() -> None:
    assert of_incident(incident("a", what=""), cast(Scene, SCENE)).is_secret
    assert of_action(action(secrecy="secret", do=""), cast(Scene, SCENE)).is_secret
    assert of_risk(risk(1, (1, 1), (1, 1), secrecy="secret", title=""), cast(Scene, SCENE)).is_secret


def test_an_action_and_a_risk_lead_to_their_own_rows() -> None:
    assert of_action(action(7), cast(Scene, SCENE)).more == {"atgard": "A7"}
    assert of_risk(risk(3, (1, 1), (1, 1)), cast(Scene, SCENE)).more == {"risk": "R3"}


def test_text_from_people_stays_letters_in_the_link() -> None:
    hostile = Record("a", "[klicka](http://x)", date(2027, 5, 1), ":red[=1+1]", "plats")

    assert "[klicka](" not in said(hostile)
    assert ":red[" not in said(hostile)
