"""The bare page by itself, for AppTest."""

from bench.floors.bare_year import show

show()
