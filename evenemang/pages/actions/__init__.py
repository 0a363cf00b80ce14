"""Parts of the step Åtgärder."""
