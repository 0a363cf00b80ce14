"""Weather: wind, lightning, rain, heat and cold, and who decides when to stop."""
