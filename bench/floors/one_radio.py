"""A bare fragment: one radio, and a caption that says it was answered."""

import streamlit as st

CHOICES = ("Ja", "Delvis", "Nej", "Ej aktuellt")


@st.fragment
def _question() -> None:
    chosen = st.radio("Är utrymningsvägen fri?", CHOICES, index=None, key="svar")
    st.caption(f"Sparat: {chosen}" if chosen else "Ej besvarad")


st.title("En fråga")
_question()
