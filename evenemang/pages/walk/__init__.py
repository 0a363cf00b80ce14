"""The parts of the walk through the checklists."""
