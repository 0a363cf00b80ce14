"""Parts of the step Utvärdering."""
