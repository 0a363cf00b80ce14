"""The parts of the page with registers that were changed by hand."""
