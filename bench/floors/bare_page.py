"""A bare page: a heading and a sentence."""

import streamlit as st

st.title("Evenemang")
st.write("Gruppens minne för säkra evenemang.")
