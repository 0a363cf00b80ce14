"""CEL's engine without its command line.

Importing `cel` also imports its interactive shell (prompt_toolkit, pygments: 0.4 s of a cold start). An empty
stand-in, taken away at once, keeps that out.
"""

from __future__ import annotations

import sys
from types import ModuleType

SHELL = "cel.cli"

_loaded = sys.modules.get(SHELL)
sys.modules[SHELL] = _loaded or ModuleType(SHELL)
from cel import compile as compile_cel  # noqa: E402  # the stand-in must be there first

if _loaded is None:
    del sys.modules[SHELL]

__all__ = ["compile_cel"]
