"""What `doctor` says of the folders in a data folder, and of the nightly backup."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from evenemang.bootstrap import FOLDERS
from evenemang.bootstrap.backups import nightly as nights
from evenemang.commands.examining import Found
from evenemang.commands.speaking import language
from evenemang.domain.errors import BackupFailed
from evenemang.domain.text import Text

NIGHTLY = Text(sv="Nattlig säkerhetskopia", en="Nightly backup")
OFF = Text(sv="av; EVENEMANG_BACKUP=02:30 slår på den", en="off; EVENEMANG_BACKUP=02:30 turns it on")
ON = Text(
    sv="{at}, {kept} av {keep} i {folder}, senast {last}",
    en="{at}, {kept} of {keep} in {folder}, last {last}",
)


def folders(data: Path) -> Iterator[Found]:
    """Return the folders in a data folder that the program may not write in."""
    for name in FOLDERS:
        folder = data / name
        if folder.exists() and not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            yield Found(
                what=Text(sv="Mapp", en="Folder"),
                found=str(folder),
                fine=False,
                do=Text(
                    sv=f"Mappen {folder} går inte att skriva i. Ge programmet rätt att skriva där.",
                    en=f"The folder {folder} cannot be written. Let the program write there.",
                ),
            )


def nightly(data: Path) -> Found:
    """Return when a backup is made, and how old the newest is."""
    trouble = nights.trouble(data)
    try:
        plan = nights.planned(data)
    except BackupFailed:
        return Found(what=NIGHTLY, found="?", fine=False, do=trouble or NIGHTLY)
    if plan is None:
        return Found(what=NIGHTLY, found=OFF.say(language()))
    made = plan.made()
    facts = {
        "at": f"{plan.at:%H:%M}",
        "kept": len(made),
        "keep": plan.keep,
        "folder": plan.folder,
        "last": made[-1].name if made else "–",
    }
    said = ON.say(language()).format(**facts)
    return Found(what=NIGHTLY, found=said, fine=trouble is None, do=trouble or NIGHTLY)
