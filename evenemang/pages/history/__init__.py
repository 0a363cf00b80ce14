"""The parts of Historik."""
