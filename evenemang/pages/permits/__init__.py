"""Parts of the list of permits, and the time plan."""
