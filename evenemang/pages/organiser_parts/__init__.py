"""The parts of an organiser's page."""
