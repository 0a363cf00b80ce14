"""What the parts that count things say: one is shown anew only where it would say something else.

After an answer half a dozen parts are asked for, on the page of whoever gave it and of all who look on. Most
of them say what they said, and to draw them takes more than to find that out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

SAID = "delar-sagt"

Words = Callable[[], object]  # what a part would say now: compared, never shown


@contextmanager
def saying(part: str, words: object, would_say: Words) -> Iterator[None]:
    """Draw a part that says these words; one whose drawing was cut short is not reckoned as shown."""
    st.session_state.setdefault(SAID, {}).pop(part, None)
    yield
    st.session_state[SAID][part] = (words, would_say)


def forget() -> None:
    """Say that the whole page is drawn anew."""
    st.session_state[SAID] = {}


def otherwise(part: str) -> bool:
    """Whether a part would say something else than it does; also where that is not known."""
    known: tuple[object, Words] | None = st.session_state.get(SAID, {}).get(part)
    return known is None or known[0] != known[1]()
