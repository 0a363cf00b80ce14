"""What a plugin may bring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evenemang.domain.calculator import Calculator
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop


@dataclass(frozen=True)
class AreaFile:
    """An area of risk: the path of its checklist.yaml."""

    path: Path


@dataclass(frozen=True)
class NormsFile:
    """The figures that an area rests on: the path of its norms.yaml."""

    path: Path


@dataclass(frozen=True)
class MatrixFile:
    """A risk matrix, and when one may decide what."""

    path: Path


@dataclass(frozen=True)
class PermitsFile:
    """Permits, notices and duties: the path of a permits.yaml."""

    path: Path


@dataclass(frozen=True)
class ProfileFile:
    """The facts asked about an event, and its classification."""

    path: Path


@dataclass(frozen=True)
class Registrations:
    """All that the installed plugins bring, in the order of the plugins' names."""

    areas: tuple[AreaFile, ...] = ()
    matrices: tuple[MatrixFile, ...] = ()
    norms: tuple[NormsFile, ...] = ()
    profiles: tuple[ProfileFile, ...] = ()
    permits: tuple[PermitsFile, ...] = ()
    calculators: tuple[Calculator, ...] = ()
    rules: tuple[Rule, ...] = ()
    stops: tuple[Stop, ...] = ()
