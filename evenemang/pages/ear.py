"""What a page has heard of the others, and whether there is more to hear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from evenemang.flow.presence import GONE_AFTER, SAID_AGAIN, Presence, elsewhere
from evenemang.flow.storing import Store

Others = Mapping[str, Sequence[str]]  # names by place


@dataclass
class Ear:
    """One page's ear: where its reader is, through whose eyes they look, and what they have been shown."""

    store: Store  # as its reader sees it
    now: Callable[[], datetime]
    still_in: Callable[[], object]  # raises where its reader is no longer let in
    key: str  # of the page in the table of presences
    dossier: str
    who: str | None  # None until they have said who they are
    step: str
    place: str
    version: int = 0  # that has been told of
    others: Others = field(default_factory=dict)
    fades: datetime | None = None  # when what the page says of others is to go away
    said: datetime | None = None  # when it was last said that they are here

    def where(self) -> Others:
        """Say where one is, where it is time to, and return where the others are."""
        now = self.now()
        if self.who and (self.said is None or abs(now - self.said) >= SAID_AGAIN):
            self.still_in()
            self.store.be_present(Presence(self.key, self.dossier, self.who, self.step, self.place, now))
            self.said = now
        present = self.store.present(self.dossier, now - GONE_AFTER)
        return elsewhere((one for one in present if one.step == self.step), self.who)

    def has_news(self) -> bool:
        """Return whether there is anything to show that has not been, or to take away.

        Raises:
            NotAdmitted: If the reader is no longer let in.
            StoreUnfit: If the database is out of reach.
        """
        self.still_in()
        if self.fades and self.now() > self.fades:
            return True
        return self.where() != self.others or self.store.version("dossier", self.dossier) != self.version
