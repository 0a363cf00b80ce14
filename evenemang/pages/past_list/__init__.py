"""The parts of the page that reads a list of past events."""
