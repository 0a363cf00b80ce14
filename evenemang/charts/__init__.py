"""Charts: the only home of plotly."""
