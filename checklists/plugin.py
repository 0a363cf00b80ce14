"""What every event needs, whatever its areas: the profile and the risk matrix."""

from __future__ import annotations

from pathlib import Path

from evenemang.hooks import MatrixFile, ProfileFile, hookimpl

HERE = Path(__file__).parent


@hookimpl
def register_matrices() -> list[MatrixFile]:
    """Return the five by five matrix."""
    return [MatrixFile(HERE / "matrices" / "standard.yaml")]


@hookimpl
def register_profiles() -> list[ProfileFile]:
    """Return the facts asked about an event."""
    return [ProfileFile(HERE / "profile.yaml")]
