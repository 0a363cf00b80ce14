"""What every event needs, whatever its areas: the profile, the matrix, permits, and rules for the whole."""

from __future__ import annotations

from pathlib import Path

from checklists.rules import RULES
from evenemang.domain.review import Rule
from evenemang.hooks import MatrixFile, NormsFile, PermitsFile, ProfileFile, hookimpl

HERE = Path(__file__).parent


@hookimpl
def register_matrices() -> list[MatrixFile]:
    """Return the five by five matrix."""
    return [MatrixFile(HERE / "matrices" / "standard.yaml")]


@hookimpl
def register_profiles() -> list[ProfileFile]:
    """Return the facts asked about an event."""
    return [ProfileFile(HERE / "profile.yaml")]


@hookimpl
def register_permits() -> list[PermitsFile]:
    """Return the permits, notices and duties of any event."""
    return [PermitsFile(HERE / "permits.yaml")]


@hookimpl
def register_rules() -> list[Rule]:
    """Return what is looked over in every assessment."""
    return list(RULES)


@hookimpl
def register_norms() -> list[NormsFile]:
    """Return the figures those rules rest on."""
    return [NormsFile(HERE / "norms.yaml")]
