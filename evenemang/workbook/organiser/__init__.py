"""The organiser's copy: what they are asked, what they are to do, and how they send it back."""
