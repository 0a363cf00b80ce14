"""The server's log: a line of JSON for each event, with facts as values and nothing that a person wrote."""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime
from traceback import walk_tb
from types import TracebackType

import streamlit.logger

LEVEL = "EVENEMANG_LOG_LEVEL"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SERVERS = ("streamlit", "uvicorn", "websockets", "asyncio", "starlette")  # who log beside us
QUIETLY = logging.WARNING  # what is asked of them: their INFO tells of paths and visits
WAY = 12  # steps of the way to a fault, the nearest ones


class Lines(logging.Formatter):
    """One JSON object a line: at, level, from, event, and the facts given as `extra={"facts": {…}}`.

    Of a fault its kind and the way to it, never its words: they may quote what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            # What others fill in may be an address with a search in it; their own words are enough.
            "event": record.getMessage() if _is_ours(record) else str(record.msg)[:200],
        }
        facts = getattr(record, "facts", None)
        if isinstance(facts, dict):
            told |= {name: value for name, value in facts.items() if name not in told}
        if record.exc_info and record.exc_info[1]:
            told |= _fault(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False, default=str)


def keep_log() -> None:
    """Let everything that is logged come on stderr, as lines; whoever runs the server keeps them."""
    wanted = os.environ.get(LEVEL, "INFO").upper()
    ours = logging.StreamHandler(sys.stderr)
    ours.setFormatter(Lines())
    ours.addFilter(lambda record: _is_ours(record) or record.levelno >= QUIETLY)
    logging.getLogger().handlers = [ours]
    logging.getLogger("evenemang").setLevel(wanted if wanted in LEVELS else "INFO")
    streamlit.logger.setup_formatter = _hear  # it gives each of its loggers a voice of its own
    adopt()


def adopt() -> None:
    """Take the loggers over that have a voice of their own; again when the server has given itself one."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in SERVERS:
            _hear(logging.getLogger(name))


def _hear(logger: logging.Logger) -> None:
    logger.handlers, logger.propagate = [], True


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == "evenemang"


def _fault(fault: BaseException) -> dict[str, object]:
    kinds: list[str] = []
    one: BaseException | None = fault
    while one is not None and len(kinds) < WAY:
        kinds.append(type(one).__name__)
        one = one.__cause__ or one.__context__
    return {"fault": kinds, "trace": _way(fault.__traceback__)}


def _way(trace: TracebackType | None) -> list[str]:
    steps = [
        f"{frame.f_code.co_filename.rpartition('site-packages/')[2]}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(trace)
    ]
    return steps[-WAY:]
