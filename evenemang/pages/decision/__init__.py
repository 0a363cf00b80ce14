"""Parts of the step Ställningstagande."""
