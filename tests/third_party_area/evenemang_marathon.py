"""A stranger's area: all that a plugin needs."""

from pathlib import Path

from evenemang.hooks import AreaFile, hookimpl


@hookimpl
def register_areas() -> list[AreaFile]:
    return [AreaFile(Path(__file__).with_name("marathon.yaml"))]
