"""The parts of a meeting's page: plan it, hold it, read what was written."""
