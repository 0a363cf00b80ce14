"""What every event needs, whatever its areas: the profile, the risk matrix, and permits."""

from __future__ import annotations

from pathlib import Path

from evenemang.hooks import MatrixFile, PermitsFile, ProfileFile, hookimpl

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
