"""The words and rules of the work: pure, without any surroundings."""
