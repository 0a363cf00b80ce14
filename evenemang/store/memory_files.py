"""Which dossiers name which files of attachments, in memory."""

from __future__ import annotations

from datetime import UTC, datetime

from evenemang.flow.listing import Projection


class MemoryFiles:
    """The part of the store in memory that knows the files of attachments by their names."""

    def __init__(self) -> None:
        self._projections: dict[str, Projection] = {}
        self._let_go: dict[str, datetime] = {}

    def attached(self) -> tuple[tuple[str, str], ...]:
        """Return each dossier with each file that it names, in order."""
        return tuple(
            sorted((one.row.id, file) for one in [*self._projections.values()] for file in one.attachments)
        )

    def let_go(self, file: str) -> None:
        """Say that a file was brought, and that no dossier came to name it."""
        self._let_go[file] = datetime.now(UTC)

    def unnamed(self, since: datetime) -> tuple[str, ...]:
        """Return the files that were let go of before a moment, and that no dossier names."""
        named = {file for _, file in self.attached()}
        return tuple(sorted(file for file, at in self._let_go.items() if at < since and file not in named))

    def thrown_away(self, file: str) -> None:
        """Say that a file is no more."""
        self._let_go.pop(file, None)

    def forget_files(self, before: Projection | None, after: Projection | None = None) -> None:
        """Note the files that a dossier named; what it names afterwards is named again."""
        if before is not None and (after is None or before.attachments != after.attachments):
            for file in before.attachments:
                self.let_go(file)
