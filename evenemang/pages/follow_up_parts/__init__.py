"""The parts of the follow-up page: one card a file."""
