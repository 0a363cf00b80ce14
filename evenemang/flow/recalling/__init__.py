"""What is remembered: of a place, of an organiser, of an event's editions, and at a question."""
