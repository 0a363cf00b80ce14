"""The parts of Underlag: what is known of the event, and what that asks for."""
