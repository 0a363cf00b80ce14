"""Leading a person to a question: in sight, and with the keyboard in its answer."""

from __future__ import annotations

import json

import streamlit as st

AIM, LAST, TURN = "vandring-sikte", "vandring-senast", "vandring-varv"
# Streamlit has no call that moves the focus. The script waits for the question, since it may come later.
SCRIPT = """<span hidden data-turn="{turn}"></span><script>
(() => {{
  let tries = 0;
  const lead = () => {{
    const place = document.querySelector({selector});
    if (!place) {{ if (tries++ < 40) setTimeout(lead, 50); return; }}
    place.scrollIntoView({{block: {block}}});
    const field = place.querySelector(
      '[role=radio][aria-checked=true], [role=radio], input[type=radio], input, textarea');
    if (field) field.focus({{preventScroll: true}});
  }};
  lead();
}})();
</script>"""
TOP = "avsnittshuvud"


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
    script = SCRIPT.format(
        selector=json.dumps(f".st-key-{name}"),
        block=json.dumps("start" if key == TOP else "center"),
        turn=st.session_state[TURN],
    )
    st.html(script, unsafe_allow_javascript=True)


def _aim(key: str) -> None:
    st.session_state[AIM] = key
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
