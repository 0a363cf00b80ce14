"""Parts of the step Risker."""
