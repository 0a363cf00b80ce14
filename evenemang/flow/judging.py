"""Looking at what the answers raised: place it, dismiss it, accept what remains, or add one's own."""

from __future__ import annotations

from evenemang.domain.checklist import Axis, Harm, Secrecy
from evenemang.domain.dossier import Dossier
from evenemang.domain.risk import Judged, Judgement, Origin, Risk, accept, dismiss, judge
from evenemang.domain.source import Sure
from evenemang.domain.text import Id, PersonText, Required
from evenemang.flow.operation import Operation, Scene


class OnRisk(Operation):
    """A deed on one risk."""

    risk: Id

    @property
    def subject(self) -> str:
        """Where the risk stands."""
        return f"risks/{self.risk}"

    def put(self, dossier: Dossier, changed: Risk) -> Dossier:
        """Return the dossier with the risk changed."""
        risks = tuple(changed if one.id == changed.id else one for one in dossier.risks)
        return dossier.model_copy(update={"risks": risks})


class JudgeRisk(OnRisk):
    """Place a risk on the matrix, before and after treatment; a proposal becomes a risk."""

    said: Judged
    alias: Id | None = None

    @property
    def wanted(self) -> str:
        """The judgement, in short."""
        return f"{self.said.before.likelihood} × {self.said.before.consequence}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the judgement.

        Raises:
            ReasonMissing: If a consequence is lowered without a motive.
        """
        judged = judge(dossier.risk(self.risk), self.said, scene.stamp)
        if self.alias:
            judged = judged.model_copy(update={"alias": self.alias})
        return self.put(dossier, judged)


class DismissRisk(OnRisk):
    """Set a proposal aside, with a reason."""

    because: PersonText

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the proposal dismissed.

        Raises:
            ReasonMissing: If no reason is given.
        """
        return self.put(dossier, dismiss(dossier.risk(self.risk), self.because, scene.stamp))


class AcceptRisk(OnRisk):
    """Accept what remains of a risk, with a reason."""

    because: PersonText

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the acceptance.

        Raises:
            ReasonMissing: If no reason is given.
        """
        return self.put(dossier, accept(dossier.risk(self.risk), self.because, scene.stamp))


class AddRisk(Operation):
    """Add a risk that no question raised."""

    title: Required
    area: Id
    axis: Axis = "accident"
    harm: Harm = "people"
    before: Judgement
    after: Judgement | None = None
    motive: PersonText = ""
    existing_controls: tuple[Required, ...] = ()
    sure: Sure | None = None
    origin: Origin | None = None  # of an area that is not installed here, and so cannot raise it itself
    default: Judgement | None = None
    secrecy: Secrecy = "open"
    alias: Id | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the risk, judged by the one who added it."""
        risk_id, numbered = dossier.numbered("R")
        own = Risk(
            id=risk_id,
            alias=self.alias,
            title=self.title,
            area=self.area,
            axis=self.axis,
            harm=self.harm,
            before=self.before,
            origin=self.origin,
            default=self.default,
            secrecy=self.secrecy,
        )
        said = Judged(
            before=self.before,
            after=self.after,
            motive=self.motive,
            sure=self.sure,
            existing_controls=self.existing_controls,
        )
        judged = judge(own, said, scene.stamp)
        return numbered.model_copy(update={"risks": (*numbered.risks, judged)})
