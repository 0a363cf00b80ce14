"""Workbooks: the only home of the Excel libraries."""
