"""Personal data and cameras: questions for the group and the organiser, and what bad answers raise."""
