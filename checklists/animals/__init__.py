"""Animals: protects audience and animals when animals take part or are shown."""
