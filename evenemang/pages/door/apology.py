"""What a person sees when our own code fails: never a stack of lines, never silence."""

import logging
from importlib import import_module
from uuid import uuid4

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.pages import visitor

LOG = logging.getLogger("evenemang")
SHOWING = "evenemang.pages.showing"  # by name, or it would be read before the server listens

SORRY = Text(
    sv="Något gick fel i programmet. Det du redan sparat finns kvar. Ladda om sidan; händer det igen, "
    "lämna felets nummer till den som sköter systemet: {number}",
    en="Something went wrong in the program. What you have saved is still there. Reload the page; if it "
    "happens again, give the number of the fault to whoever runs the system: {number}",
)


def apologise(fault: Exception) -> bool:
    """Log the fault with a number, show the person the number, and keep Streamlit's own words away.

    What was refused has its own sentence.
    """
    if isinstance(fault, EvenemangError):  # the disk is full, the database is locked: told as it is
        LOG.error("page refused", extra={"facts": fault.for_log})
        showing = import_module(SHOWING)
        st.error(showing.escaped(fault.say(visitor.language())), icon=":material/error:")
        return True
    number = uuid4().hex[:8]
    LOG.error("fault", exc_info=fault, extra={"facts": {"number": number}})
    words = SORRY.en if st.query_params.get("lang") == "en" else SORRY.sv
    st.error(words.format(number=number), icon=":material/error:")
    return True
