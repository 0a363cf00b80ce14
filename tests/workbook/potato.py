"""A dossier as the group would have it on a good day: Potatisfestivalen 2023, three weeks before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice

from evenemang.domain.action import Action, StatusChange
from evenemang.domain.actor import Stamp
from evenemang.domain.assessment import Answer, AreaTaken, Assessment, OwnQuestion
from evenemang.domain.calculation import Calculation
from evenemang.domain.checklist import Phase
from evenemang.domain.condition import Value
from evenemang.domain.decision import Decision
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event, Occasion
from evenemang.domain.incident import Incident
from evenemang.domain.norm import NormUsed
from evenemang.domain.organiser import Contact
from evenemang.domain.permit import Permit
from evenemang.domain.risk import Acceptance, Judgement, Origin, Risk
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.journal import FIRST, Deed, JournalEntry, chain_hash, digest

LEAD = Stamp(by="project-lead", at=datetime(2023, 6, 12, 8, 15, 4, 250, UTC))
SECRET_WORDS = ("Betongsuggor vid Nolhagabron", "Vakten byter av klockan 21")


def potato(content: Content) -> Dossier:
    """Return the dossier; its threats are secret."""
    return Dossier(
        id="3f9k",
        alias="potatisfestivalen-2023",
        diary_number="2023-0417",
        event=event(),
        officer="project-lead",
        opened=LEAD,
        contacts=(Contact(on=date(2023, 5, 3), by="project-lead", how="meeting", what="Första samtalet."),),
        assessment=assessment(content),
        calculations=(holding(),),
        risks=risks(),
        actions=actions(),
        permits=(
            Permit(
                permit="public-gathering",
                what="Tillstånd till offentlig tillställning",
                filed=date(2023, 6, 20),
            ),
        ),
        decisions=(decision(),),
        incidents=(incident(),),
        last_number={"R": 9, "A": 7, "I": 1},
    )


def event() -> Event:
    days = [date(2023, 8, 25) + timedelta(days=one) for one in range(3)]
    return Event(
        name="Potatisfestivalen 2023",
        organiser="municipality",
        place="centrum",
        zones=("centrum/stora-torget", "centrum/jarntorget"),
        occasions=tuple(Occasion(date=one, starts="11:00", ends="01:00", visitors=20_000) for one in days),
        facts={"kind": "festival", "total_visitors": 60_000, "alcohol": True, "peak_visitors": 9_000},
    )


def assessment(content: Content) -> Assessment:
    questions = [one for area in ("crowds", "traffic") for one in islice(content.areas[area].questions(), 17)]
    cycle: tuple[Value, ...] = ("yes", "yes", "partly", "yes", "no")
    answers = {
        one.id: Answer(
            question=one.id,
            value=cycle[number % 5]
            if one.answer == "yes-no"
            else 4.5
            if one.answer == "number"
            else "enligt ritning",
            comment="Genomgånget med arrangören på plats." if number % 3 == 0 else "",
            given=LEAD,
        )
        for number, one in enumerate(questions)
        if one.answer != "choice"
    }
    for key, value in {"fire.access": "yes", "threats.vehicle": SECRET_WORDS[0]}.items():
        answers[key] = Answer(question=key, value=value, given=LEAD)
    own = OwnQuestion(id="crowds.own-1", area="crowds", ask="Är barnvagnsparkeringen skyltad?", asked=LEAD)
    areas = ("crowds", "traffic", "weather", "fire", "threats")
    return Assessment(
        areas=tuple(
            AreaTaken(area=one, version=date(2026, 11, 22) if one in content.areas else None) for one in areas
        ),
        answers=answers,
        own_questions=(own,),
    )


def judgement(likelihood: int, consequence: int) -> Judgement:
    return Judgement(likelihood=likelihood, consequence=consequence)


RISKS = (
    ("Trängsel framför stora scenen när huvudakten börjar", "crowds", (4, 4), (2, 4)),
    ("Fordon i publiken under uppbyggnaden", "traffic", (3, 5), (1, 5)),
    ("Besökare kliver ut i trafiken vid Järntorget", "traffic", (4, 3), (2, 3)),
    ("Scentaket klarar inte kvällens byar", "weather", (3, 4), (2, 4)),
    ("Kön till ölserveringen stänger utrymningsvägen", "crowds", (3, 3), (2, 3)),
    ("Räddningstjänsten kommer inte fram på Kungsgatan", "traffic", (2, 4), (1, 4)),
    ("Värmeslag i eftermiddagssolen", "weather", (3, 2), None),
    ("Barn kommer bort i folkmassan", "crowds", (4, 2), (3, 2)),
)


def risks() -> tuple[Risk, ...]:
    listed = tuple(
        Risk(
            id=f"R{number}",
            title=title,
            area=area,
            harm="people",
            origin=Origin(question="crowds.peak-in-zone", index=0) if number == 1 else None,
            before=judgement(*before),
            after=judgement(*after) if after else None,
            state="accepted" if after else "proposed",
            existing_controls=("Ordningsvakter", "Kravallstaket\nframför scenen") if number == 1 else (),
            motive="Fler utgångar och en inspärrad säkerhetszon framför scenen." if number == 1 else "",
            sure="medium" if after else None,
            judged=LEAD if after else None,
            acceptance=Acceptance(because="Bemannat och mätt hela kvällen.", given=LEAD)
            if number == 1
            else None,
        )
        for number, (title, area, before, after) in enumerate(RISKS, 1)
    )
    threat = Risk(
        id="R9",
        title=Text(sv=SECRET_WORDS[0], en="Concrete blocks by the bridge"),
        area="threats",
        axis="threat",
        harm="people",
        before=judgement(3, 5),
        secrecy="secret",
    )
    return (*listed, threat)


ACTIONS: tuple[tuple[str, str, str, int, Phase], ...] = (
    ("Öppna en tredje utgång mot Kyrkogatan", "R1", "project-lead", -21, "planning"),
    ("Stäng Kungsgatan för fordon under uppbyggnaden", "R2", "Trafikkontoret", -2, "build-up"),
    ("Flytta ölkön till norra sidan av torget", "R5", "Arrangören", -7, "planning"),
    ("Vindmätare på scentaket, gräns 11 m/s stänger", "R4", "Scenansvarig", -1, "build-up"),
    ("Mötesplats för borttappade barn vid informationen", "R8", "Arrangören", -5, "running"),
    ("Trafikvärdar vid Järntorget fredag och lördag", "R3", "Trafikkontoret", 0, "running"),
)


def actions() -> tuple[Action, ...]:
    def step(status: str) -> StatusChange:
        return StatusChange.model_validate({"status": status, "given": LEAD})

    listed = tuple(
        Action(
            id=f"A{number}",
            risk=risk,
            do=do,
            owner=owner,
            due_days=days,
            phase=phase,
            history=(step("proposed"), step("decided")) if number % 3 else (step("decided"), step("done")),
        )
        for number, (do, risk, owner, days, phase) in enumerate(ACTIONS, 1)
    )
    guard = Action(id="A7", risk="R9", do=SECRET_WORDS[1], phase="running", history=(step("decided"),))
    return (*listed, guard)


def decision() -> Decision:
    return Decision(
        given=Stamp(by="project-lead", at=datetime(2023, 7, 10, 12, 0, tzinfo=UTC)),
        officer="project-lead",
        officer_view="approved-with-conditions",
        group_view="approved-with-conditions",
        conditions=(
            "Den tredje utgången mot Kyrkogatan är öppen och bemannad från klockan 17.",
            "Scenen stängs när byarna når 11 m/s.",
            "Kungsgatan är avstängd för fordon när publik finns på torget.",
        ),
        motive="Riskerna är hanterade om villkoren följs.",
        levels={"R1": "medium", "R9": "very-high"},
    )


def incident() -> Incident:
    return Incident(
        id="I1",
        at=datetime(2023, 8, 24, 15, 20, tzinfo=UTC),
        zone="centrum/stora-torget",
        type="traffic",
        severity=0,
        what="En lastbil backade in på avspärrat område.",
        foreseen="R2",
        noted=LEAD,
    )


def holding() -> Calculation:
    norm = NormUsed(
        id="density",
        title=Text(sv="Personer per kvadratmeter", en="Persons per square metre"),
        value="2",
        unit="p/m²",
        source="Green Guide",
        checked=date(2026, 11, 22),
        sure="medium",
    )
    return Calculation(
        question="crowds.peak-in-zone",
        calculator="holding-capacity",
        kept=LEAD,
        inputs={"zones": [{"area_m2": 1200.5, "fenced": True}], "extra": {}, "note": None},
        outputs={"holds": 2401, "share": 1 / 3},
        norms=(norm,),
    )


TOUCHED = (
    ("assessment/answers/crowds.peak-in-zone", {"value": "yes"}),
    ("assessment/answers/threats.vehicle", {"value": SECRET_WORDS[0]}),
    ("risks/R9", {"title": SECRET_WORDS[0], "secrecy": "secret"}),
    ("actions/A7", {"do": SECRET_WORDS[1]}),
    ("actions/A99", {"do": SECRET_WORDS[1], "secrecy": "secret"}),
    ("decisions/0", {"levels": {"R1": "medium", "R9": "very-high"}}),
)


def journal(record: str) -> tuple[JournalEntry, ...]:
    entries: list[JournalEntry] = []
    for version, (path, after) in enumerate(TOUCHED, 1):
        deed = Deed(operation="change", touched=path, after=after, by=LEAD.by, at=LEAD.at)
        digested = digest(deed, "salt")
        previous = entries[-1].hash if entries else FIRST
        hashed = chain_hash(previous, "dossier", record, version, 0, deed, digested)
        entries.append(
            JournalEntry(
                kind="dossier",
                record=record,
                version=version,
                number=0,
                deed=deed,
                salt="salt",
                digest=digested,
                hash=hashed,
            )
        )
    return tuple(entries)
