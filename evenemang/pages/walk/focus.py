"""Leading a person to a question: in sight, and with the keyboard in its answer."""

from __future__ import annotations

import json

import streamlit as st

AIM, LAST, TURN = "vandring-sikte", "vandring-senast", "vandring-varv"
# Streamlit has no call that moves the focus. The script waits for the question, since it may come later.
SCRIPT = """<span hidden data-turn="{turn}"></span><script>
(() => {{
  const wanted = {selector};
  let tries = 0;
  const lead = () => {{
    const question = document.querySelector(wanted);
    if (!question) {{ if (tries++ < 40) setTimeout(lead, 50); return; }}
    question.scrollIntoView({{block: "center"}});
    const field = question.querySelector(
      '[role=radio][aria-checked=true], [role=radio], input[type=radio], input, textarea');
    if (field) field.focus({{preventScroll: true}});
  }};
  lead();
}})();
</script>"""


def aim(question: str) -> None:
    """Lead to a question at the next run."""
    st.session_state[AIM] = st.session_state[LAST] = question
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def last() -> str | None:
    """Return the question somebody was led to last."""
    found: str | None = st.session_state.get(LAST)
    return found


def lead() -> None:
    """Lead there, once."""
    question = st.session_state.pop(AIM, None)
    if question is None:
        return
    name = "".join(one if one.isalnum() or one in "-_" else "-" for one in question)
    selector = json.dumps(f".st-key-fraga-{name}")
    st.html(SCRIPT.format(selector=selector, turn=st.session_state[TURN]), unsafe_allow_javascript=True)
