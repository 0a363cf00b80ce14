"""What a person sees when our own code fails: never a stack of lines, never silence."""

import logging
from uuid import uuid4

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text

LOG = logging.getLogger("evenemang")

SORRY = Text(
    sv="Något gick fel i programmet. Det du redan sparat finns kvar. Ladda om sidan; händer det igen, "
    "lämna felets nummer till den som sköter systemet: {number}",
    en="Something went wrong in the program. What you have saved is still there. Reload the page; if it "
    "happens again, give the number of the fault to whoever runs the system: {number}",
)


def apologise(fault: Exception) -> bool:
    """Log the fault with a number, show the person the number, and keep Streamlit's own words away.

    A refusal has its own sentence, as when the database cannot be reached just now.
    """
    number = uuid4().hex[:8]
    if isinstance(fault, EvenemangError):
        LOG.error("refused %s: %s", number, fault.say("en"))
        st.error(fault.say("en" if st.query_params.get("lang") == "en" else "sv"), icon=":material/error:")
        return True
    LOG.error("fault %s", number, exc_info=fault)
    words = SORRY.en if st.query_params.get("lang") == "en" else SORRY.sv
    st.error(words.format(number=number), icon=":material/error:")
    return True
