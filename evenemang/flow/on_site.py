"""On the day: incidents, the day log, rounds."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import AwareDatetime

from evenemang.domain.actor import Name
from evenemang.domain.checklist import Phase
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotLookedInto, Refused
from evenemang.domain.incident import FORESEEN_BY_NONE, Incident, IncidentType, Severity
from evenemang.domain.norm import Number
from evenemang.domain.round import LogEntry, LogKind, Round
from evenemang.domain.text import Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene

WHO_DECIDED = Text(sv="Säg vem som beslutade.", en="Say who decided.")
NOT_YET = Text(
    sv="Klockslaget har inte varit än. Rätta dag eller klockslag.",
    en="That time has not come yet. Correct the day or the time.",
)


class LogIncident(Operation):
    """Log a near miss or worse; type and severity are enough on the phone, the rest can come later."""

    type: IncidentType
    severity: Severity
    what: Required
    at: AwareDatetime | None = None  # None: now
    zone: Id | None = None
    immediate: PersonText = ""
    cause: PersonText = ""
    measure: PersonText = ""
    foreseen: Id | None = None  # a risk, "none", or nobody has judged yet
    alias: Id | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the incident.

        Raises:
            NotFound: If the risk that foresaw it is not there.
        """
        incident_id, numbered = dossier.numbered("I")
        incident = Incident(
            id=incident_id,
            alias=self.alias,
            at=self.at or scene.now,
            zone=self.zone,
            type=self.type,
            severity=self.severity,
            what=self.what,
            immediate=self.immediate,
            cause=self.cause,
            measure=self.measure,
            foreseen=foreseen(dossier, self.foreseen),
            noted=scene.stamp,
        )
        incidents = sorted((*numbered.incidents, incident), key=lambda one: one.at)
        return numbered.model_copy(update={"incidents": tuple(incidents)})


def foreseen(dossier: Dossier, said: str | None) -> str | None:
    """Return the id of the risk that foresaw something; "none" and None stay."""
    return said if said in (None, FORESEEN_BY_NONE) else dossier.risk(said or "").id


class CompleteIncident(Operation):
    """Fill in what came to light later about an incident; what is None stays."""

    incident: Id
    type: IncidentType | None = None
    severity: Severity | None = None
    what: Required | None = None
    at: datetime | None = None
    zone: Id | None = None
    immediate: PersonText | None = None
    cause: PersonText | None = None
    measure: PersonText | None = None
    action: Id | None = None
    owner: Name | None = None
    due: date | None = None
    closed: date | None = None
    foreseen: Id | None = None

    @property
    def subject(self) -> str:
        """Where the incident stands."""
        return f"incidents/{self.incident}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the incident completed.

        Raises:
            NotFound: If the incident, the action or the risk is not there.
            NotLookedInto: If it is closed while cause, measure, owner or what foresaw it is not told.
        """
        incident = dossier.incident(self.incident)
        said = {
            name: getattr(self, name)
            for name in type(self).model_fields
            if name not in ("seen", "incident", "action", "foreseen") and getattr(self, name) is not None
        }
        if self.action:
            said["action"] = dossier.action(self.action).id
        if self.foreseen:
            said["foreseen"] = foreseen(dossier, self.foreseen)
        changed = Incident.model_validate({**dict(incident), **said})
        _refuse_too_early(incident, changed)
        incidents = tuple(changed if one.id == changed.id else one for one in dossier.incidents)
        return dossier.model_copy(update={"incidents": incidents})


def _refuse_too_early(before: Incident, after: Incident) -> None:
    """Refuse to close what is not looked into; one that was closed before is not asked for more."""
    missing = [one for one in after.left_to_close if before.closed is None or one not in before.left_to_close]
    if after.closed and missing:
        sv, en = ", ".join(one.sv for one in missing), ", ".join(one.en for one in missing)
        raise NotLookedInto("close", left=Text(sv=sv, en=en))


class NoteInLog(Operation):
    """Write a line in the day log: what happens, a decision and who took it, or what was read off."""

    what: Required
    kind: LogKind = "note"
    at: AwareDatetime | None = None  # None: now
    decided_by: Name | None = None
    stop: Id | None = None
    value: Number | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the line.

        Raises:
            Refused: If it is a decision and nobody is said to have taken it, or if it is yet to happen.
        """
        if self.kind == "decision" and not self.decided_by:
            raise Refused("no decider", why=WHO_DECIDED)
        if self.at and self.at > scene.now:
            raise Refused("in the future", why=NOT_YET)
        entry_id, numbered = dossier.numbered("L")
        entry = LogEntry(
            id=entry_id,
            kind=self.kind,
            what=self.what,
            at=self.at,
            decided_by=self.decided_by,
            stop=self.stop,
            value=self.value,
            noted=scene.stamp,
        )
        return numbered.model_copy(update={"day_log": (*numbered.day_log, entry)})


class WalkRound(Operation):
    """Say that a round was walked."""

    phase: Phase
    zone: Id | None = None
    note: PersonText = ""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the round."""
        round_id, numbered = dossier.numbered("W")
        walked = Round(
            id=round_id,
            phase=self.phase,
            zone=self.zone,
            note=self.note,
            walked=scene.stamp,
        )
        return numbered.model_copy(update={"rounds": (*numbered.rounds, walked)})
