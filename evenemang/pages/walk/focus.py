"""Leading a person to a question or a row: in sight, and with the keyboard in it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

import streamlit as st

AIM, LAST, TURN = "vandring-sikte", "vandring-senast", "vandring-varv"
TOP = "avsnittshuvud"
ANSWER = "[role=radio][aria-checked=true] | [role=radio], input, textarea"  # the first that is there
BUTTON = "button"
# Streamlit has no call that moves the focus. The script is one fixed text, so that the door lets it in by its
# digest and no other; where to lead stands beside it. It waits for the place and its field, which may come
# later, and brings the place in sight even where the field never comes.
SCRIPT = """
(() => {
  const aims = document.querySelectorAll("[data-aim]");
  const { aim, block, field } = aims[aims.length - 1].dataset;
  let tries = 0;
  const lead = () => {
    const place = document.querySelector(aim);
    const found = place && field
      ? field.split("|").map((one) => place.querySelector(one)).find(Boolean) : null;
    if ((!place || (field && !found)) && tries++ < 100) { setTimeout(lead, 50); return; }
    if (place) place.scrollIntoView({ block });
    if (found) found.focus({ preventScroll: true });
  };
  lead();
})();
"""
DIGEST = f"sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}"


def aim(question: str) -> None:
    """Lead to a question at the next run."""
    st.session_state[LAST] = question
    _aim(f"fraga-{question}", ANSWER)


def aim_at_row(key: str) -> None:
    """Lead to a row and its first button when the page is next drawn."""
    _aim(key, BUTTON)


def aim_at_top() -> None:
    """Lead to the heading of the stretch at the next run."""
    _aim(TOP, "")


def last() -> str | None:
    """Return the question somebody was led to last."""
    found: str | None = st.session_state.get(LAST)
    return found


def lead() -> None:
    """Lead there, once."""
    aimed: tuple[str, str] | None = st.session_state.pop(AIM, None)
    if aimed is None:
        return
    key, field = aimed
    name = "".join(one if one.isalnum() or one in "-_" else "-" for one in key)
    said = {
        "aim": f".st-key-{name}",
        "block": "start" if key == TOP else "center",
        "field": field,
        "turn": st.session_state[TURN],
    }
    place = " ".join(f'data-{one}="{escape(str(value))}"' for one, value in said.items())
    st.html(f"<span hidden {place}></span><script>{SCRIPT}</script>", unsafe_allow_javascript=True)


def _aim(key: str, field: str) -> None:
    st.session_state[AIM] = (key, field)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
