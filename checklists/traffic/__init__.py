"""Traffic: getting there and away, vehicles among people, and the way in for rescue."""
