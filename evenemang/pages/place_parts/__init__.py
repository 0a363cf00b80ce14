"""The parts of a place's page."""
