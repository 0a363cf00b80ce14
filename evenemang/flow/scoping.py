"""What an assessment covers: areas taken, left out and handed over, and how deep it goes."""

from __future__ import annotations

from datetime import date
from typing import Literal

from evenemang.domain.actor import Name
from evenemang.domain.assessment import AreaLeftOut, AreaTaken, DepthOverride
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, ReasonMissing
from evenemang.domain.text import Id, PersonText, Text
from evenemang.flow.assessing import with_assessment
from evenemang.flow.operation import Operation, Scene


class TakeArea(Operation):
    """Take an area into the assessment, pinned to the version that is installed."""

    area: Id

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the area; one that was left out is no longer so."""
        assessment = dossier.assessment
        if assessment.takes(self.area):
            return dossier
        installed = scene.content.areas.get(self.area)
        taken = AreaTaken(area=self.area, version=installed.version if installed else None)
        return with_assessment(
            dossier,
            assessment.model_copy(
                update={
                    "areas": (*assessment.areas, taken),
                    "left_out": tuple(one for one in assessment.left_out if one.area != self.area),
                }
            ),
        )


class LeaveOutArea(Operation):
    """Leave a proposed area out, with a reason; answers given in it stay."""

    area: Id
    because: PersonText

    @property
    def subject(self) -> str:
        """Where the area stands."""
        return f"assessment/areas/{self.area}"

    def stands_at(self, dossier: Dossier) -> str:
        """Return where the area stands; where somebody has left it out already, where they say why."""
        return self.subject if dossier.assessment.takes(self.area) else f"assessment/left_out/{self.area}"

    @property
    def wanted(self) -> str:
        """The reason."""
        return self.because

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without the area.

        Raises:
            ReasonMissing: If no reason is given.
        """
        if not self.because.strip():
            raise ReasonMissing(
                "leave out",
                deed=Text(sv="att utelämna ett område", en="leaving an area out"),
            )
        assessment = dossier.assessment
        left = AreaLeftOut(area=self.area, because=self.because, left=scene.stamp)
        others = tuple(one for one in assessment.left_out if one.area != self.area)
        return with_assessment(
            dossier,
            assessment.model_copy(
                update={
                    "areas": tuple(one for one in assessment.areas if one.area != self.area),
                    "left_out": (*others, left),
                }
            ),
        )


class HandArea(Operation):
    """Hand an area to somebody, with a date."""

    area: Id
    owner: Name | None
    due: date | None = None

    @property
    def subject(self) -> str:
        """Where the area stands."""
        return f"assessment/areas/{self.area}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the area's owner and date.

        Raises:
            NotFound: If the assessment does not take the area.
        """
        assessment = dossier.assessment
        if not assessment.takes(self.area):
            raise NotFound("area not taken", what=self.area)
        areas = tuple(
            one.model_copy(update={"owner": self.owner, "due": self.due}) if one.area == self.area else one
            for one in assessment.areas
        )
        return with_assessment(dossier, assessment.model_copy(update={"areas": areas}))


class ChooseDepth(Operation):
    """Go deeper or shallower than the class says, with a reason."""

    depth: Literal[1, 2, 3]
    because: PersonText

    @property
    def subject(self) -> str:
        """Where the depth stands."""
        return "assessment/depth"

    @property
    def wanted(self) -> str:
        """The depth."""
        return str(self.depth)

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier at that depth.

        Raises:
            ReasonMissing: If no reason is given.
        """
        if not self.because.strip():
            raise ReasonMissing("depth", deed=Text(sv="att ändra frågedjupet", en="changing the depth"))
        override = DepthOverride(depth=self.depth, because=self.because, chosen=scene.stamp)
        return with_assessment(dossier, dossier.assessment.model_copy(update={"depth": override}))
