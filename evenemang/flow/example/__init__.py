"""The example year: a year of work as data, and the verbs that play it."""
