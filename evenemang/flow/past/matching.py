"""Names of a list found in a register: the very name, or one so near that a person must say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

NEAR = 0.84  # of 1: how alike two names are before it is asked whether they are one
FEW = 3  # names to choose between
SHORTEST = 4  # letters: “Kyrkan” may be in a longer name, “Å” is in most


def same(name: str) -> str:
    """Return a name as it is compared: small letters, and spaces as one."""
    return " ".join(name.casefold().split())


def found(name: str, register: Mapping[str, str]) -> str | None:
    """Return the id of the very name in a register of id and name, or None; two of one name are none."""
    ids = [one for one, called in register.items() if same(called) == same(name)]
    return ids[0] if len(ids) == 1 else None


def near(name: str, register: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of names that may be the same, the likest first."""
    likest = sorted(((_alike(name, called), one) for one, called in register.items()), reverse=True)
    return tuple(one for alike, one in likest[:FEW] if alike >= NEAR)


def _alike(one: str, other: str) -> float:
    first, second = sorted((same(one), same(other)), key=len)
    if len(first) >= SHORTEST and f" {first} " in f" {second.replace(',', ' ')} ".replace("  ", " "):
        return 1.0  # Stora torget, and Stora torget, Alingsås
    matcher = SequenceMatcher(None, first, second)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)  # cheap, and never too low
    return 0.0 if any(bound() < NEAR for bound in bounds) else matcher.ratio()


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in the order of the alphabet; of those that are the same, the first."""
    once: dict[str, str] = {}
    for name in names:
        once.setdefault(same(name), name)
    return tuple(sorted(once.values(), key=str.casefold))
