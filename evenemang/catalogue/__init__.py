"""The catalogue: the only home of YAML and CEL."""
