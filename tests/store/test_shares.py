"""A database on a network share is refused before it is harmed."""

from pathlib import Path

import pytest

from evenemang.store.shares import network_share

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
//server/grupp /mnt/grupp\040disk cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
/dev/sdc1 /over ext4 rw 0 0
server:/x /over nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/data/evenemang.db", None),
        ("/mnt/grupp disk/data/evenemang.db", "cifs"),
        ("/home/sara/data/evenemang.db", "nfs4"),
        ("/home/local/data/evenemang.db", None),
        ("/homework/evenemang.db", None),
        ("/over/evenemang.db", "nfs"),
        (r"\\server\grupp\evenemang.db", "smb"),
    ],
)
def test_the_mount_nearest_above_tells_what_a_path_lies_on(
    path: str, kind: str | None, tmp_path: Path
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")

    assert network_share(Path(path), mounts) == kind


def test_where_there_are_no_mounts_to_read_nothing_is_refused(tmp_path: Path) -> None:
    assert network_share(tmp_path, tmp_path / "none") is None
