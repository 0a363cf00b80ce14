"""Charts: the only home of plotly."""

from evenemang.charts.marks import MatrixMark
from evenemang.charts.matrix import matrix_figure
from evenemang.charts.template import ink, template

__all__ = ["MatrixMark", "ink", "matrix_figure", "template"]
