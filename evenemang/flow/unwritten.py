"""Why a file or a folder could not be written, in words: never the system's own English."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Literal

from evenemang.domain.text import Text

Unwritten = Literal["denied", "full", "missing", "other"]

DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # the disk, a quota, or the largest file allowed
MISSING = (errno.ENOENT, errno.ENOTDIR)
WORDS: Mapping[Unwritten, Text] = {
    "denied": Text(
        sv="programmet får inte skriva där. Ge det rätt att skriva i mappen.",
        en="the program may not write there. Give it the right to write in the folder.",
    ),
    "full": Text(
        sv="disken är full. Inget har ändrats. Frigör utrymme och försök igen.",
        en="the disk is full. Nothing has changed. Make room and try again.",
    ),
    "missing": Text(
        sv="mappen finns inte. Kontrollera sökvägen.",
        en="the folder is not there. Check the path.",
    ),
    "other": Text(
        sv="disken tog inte emot det. Inget har ändrats. Kör evenemang doctor, och försök igen.",
        en="the disk did not take it. Nothing has changed. Run evenemang doctor, and try again.",
    ),
}


def kind_of(refused: OSError) -> Unwritten:
    """Return why something could not be written."""
    if refused.errno in DENIED:
        return "denied"
    if refused.errno in FULL:
        return "full"
    return "missing" if refused.errno in MISSING else "other"


def why(refused: OSError) -> Text:
    """Return why something could not be written, and what to do about it."""
    return WORDS[kind_of(refused)]
