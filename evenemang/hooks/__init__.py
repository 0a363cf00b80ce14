"""The public way in for plugins; the only home of pluggy.

A plugin is a module named by an entry point in the group `evenemang`; see docs/hooks.md.
"""

from evenemang.hooks.contributions import (
    AreaFile,
    MatrixFile,
    NormsFile,
    PermitsFile,
    ProfileFile,
    Registrations,
)
from evenemang.hooks.host import collect
from evenemang.hooks.specs import hookimpl

__all__ = [
    "AreaFile",
    "MatrixFile",
    "NormsFile",
    "PermitsFile",
    "ProfileFile",
    "Registrations",
    "collect",
    "hookimpl",
]
