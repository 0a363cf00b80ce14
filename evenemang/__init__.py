"""The shared memory of a municipality's event-safety group."""
