"""What a forked command need not do again: import every verb with what it uses, and read the content."""

import importlib
import pkgutil

import evenemang
from evenemang import bootstrap

for room in ("bootstrap", "commands", "catalogue", "flow", "outreach", "store", "workbook"):
    for module in pkgutil.walk_packages([f"{evenemang.__path__[0]}/{room}"], f"evenemang.{room}."):
        if ".alembic" not in module.name:  # scripts of Alembic's, run by it
            importlib.import_module(module.name)
bootstrap.content()
