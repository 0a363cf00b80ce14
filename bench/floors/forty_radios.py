"""Forty questions with a radio and a comment, a fragment each: what a crowd clicks on, with no work in it."""

import streamlit as st

CHOICES = ("Ja", "Delvis", "Nej", "Ej aktuellt")
QUESTIONS = 40


@st.fragment
def _question(number: int) -> None:
    st.markdown(f"**{number}. Är utrymningsväg {number} fri, belyst och skyltad för så många?**")
    chosen = st.radio("Svar", CHOICES, index=None, key=f"svar{number}", horizontal=True)
    st.text_area("Kommentar", key=f"kommentar{number}", height=68)
    st.caption(f"Sparat: {chosen}" if chosen else "Ej besvarad")


st.title("Frågor")
for one in range(QUESTIONS):
    _question(one)
