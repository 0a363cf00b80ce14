"""What is secret in a dossier: who is named to see it, and why a part is marked."""

from __future__ import annotations

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.text import Frozen, Id, Required


class Named(Frozen):
    """A post or a person who sees what is secret in a dossier, and who let them in."""

    name: Name
    let_in: Stamp


class Marking(Frozen):
    """A part marked secret (sekretessmarkering): the paragraph, the reason, who and when.

    It reminds. Whether a request is refused is tried anew each time, whatever is marked.
    """

    id: Id  # what is marked, as the journal names it: risks/R7, actions/A3, areas/threats
    paragraph: Id
    because: Required
    given: Stamp
