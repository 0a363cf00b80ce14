"""The parts of the page that holds an event's editions against each other."""
