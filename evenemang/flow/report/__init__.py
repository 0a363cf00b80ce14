"""The yearly report: what the group did and what happened, in words, with the records behind each number."""
