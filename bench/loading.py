"""Loading all that is installed from YAML, checked and compiled, against reading the files alone."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

from bench.measuring import Ratio, compare, timed
from evenemang.catalogue import compile_condition, load_content
from evenemang.hooks import Registrations, collect

TARGET = 2.0


def measure(times: int) -> Ratio:
    """Return the ratio of content loaded anew: nothing kept from before, in a file or in memory."""
    registrations = collect()
    files = files_of(registrations)
    return compare(
        f"{len(registrations.areas)} areas loaded from {len(files)} YAML files",
        timed(lambda: _ours(registrations)),
        timed(lambda: _floor(files)),
        times=times,
        target=TARGET,
    )


def files_of(registrations: Registrations) -> tuple[Path, ...]:
    """Return the files that loading reads."""
    brought = (registrations.profiles, registrations.matrices, registrations.norms, registrations.areas)
    return tuple(one.path for each in brought for one in each)


def _ours(registrations: Registrations) -> None:
    compile_condition.cache_clear()
    load_content(registrations)


def _floor(files: tuple[Path, ...]) -> None:
    for file in files:
        YAML(typ="safe", pure=False).load(file.read_bytes())
