"""The parts of Inställningar."""
