"""What the municipality sets: read, changed with both sides of a clash shown, put back, and made to count."""
