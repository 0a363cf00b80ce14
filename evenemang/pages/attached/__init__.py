"""Attachments on the pages: the list, the form that brings one, and the rows beside what they are about."""
