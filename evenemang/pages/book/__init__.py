"""Parts of the step Arbetsbok."""
