"""Pages: the only home of Streamlit."""
