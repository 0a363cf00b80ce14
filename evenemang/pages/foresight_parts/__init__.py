"""The parts of the page of foresight, one file each."""
