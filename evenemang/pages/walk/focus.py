"""Leading a person to a question: in sight, and with the keyboard in its answer."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

import streamlit as st

AIM, LAST, TURN = "vandring-sikte", "vandring-senast", "vandring-varv"
TOP = "avsnittshuvud"
# Streamlit has no call that moves the focus. The script is one fixed text, so that the door lets it in by its
# digest and no other; where to lead stands beside it. It waits for the question, which may come later.
SCRIPT = """
(() => {
  const aims = document.querySelectorAll("[data-aim]");
  const { aim, block } = aims[aims.length - 1].dataset;
  let tries = 0;
  const lead = () => {
    const place = document.querySelector(aim);
    if (!place) { if (tries++ < 100) setTimeout(lead, 50); return; }
    place.scrollIntoView({ block });
    const field = place.querySelector(
      "[role=radio][aria-checked=true], [role=radio], input[type=radio], input, textarea");
    if (field) field.focus({ preventScroll: true });
  };
  lead();
})();
"""
DIGEST = f"sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}"


def aim(question: str) -> None:
    """Lead to a question at the next run."""
    st.session_state[LAST] = question
    _aim(f"fraga-{question}")


def aim_at_top() -> None:
    """Lead to the heading of the stretch at the next run."""
    _aim(TOP)


def last() -> str | None:
    """Return the question somebody was led to last."""
    found: str | None = st.session_state.get(LAST)
    return found


def lead() -> None:
    """Lead there, once."""
    key = st.session_state.pop(AIM, None)
    if key is None:
        return
    name = "".join(one if one.isalnum() or one in "-_" else "-" for one in key)
    block = "start" if key == TOP else "center"
    place = (
        f'data-aim="{escape(f".st-key-{name}")}" data-block="{block}" data-turn="{st.session_state[TURN]}"'
    )
    st.html(f"<span hidden {place}></span><script>{SCRIPT}</script>", unsafe_allow_javascript=True)


def _aim(key: str) -> None:
    st.session_state[AIM] = key
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
