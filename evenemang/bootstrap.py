"""Bootstrap: the only module that knows all parts."""
