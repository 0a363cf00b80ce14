"""Network shares: SQLite's write-ahead log needs shared memory, which they do not give."""

from __future__ import annotations

from pathlib import Path

MOUNTS = Path("/proc/mounts")
SHARES = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
)


def network_share(path: Path, mounts: Path = MOUNTS) -> str | None:
    """Return the kind of network share a path lies on, or None.

    Mapped drives of Windows are not seen through, only paths that begin with two backslashes.
    """
    if str(path).startswith("\\\\"):
        return "smb"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None  # not Linux: nothing to ask
    kind = _kind_at(path.resolve(), lines)
    return kind if kind in SHARES else None


def _kind_at(path: Path, lines: list[str]) -> str:
    """The longest mount point above the path counts; of equals the last, which lies on top."""
    best, kind = -1, ""
    for line in lines:
        _, point, found, *_ = [*line.split(), "", "", ""]
        folder = Path(point.replace("\\040", " "))
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, kind = len(folder.parts), found
    return kind
