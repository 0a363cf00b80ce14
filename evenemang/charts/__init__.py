"""Charts: the only home of plotly."""

from evenemang.charts.actions import open_actions_figure
from evenemang.charts.incidents import incident_kinds_figure, incident_months_figure
from evenemang.charts.marks import MatrixMark
from evenemang.charts.matrix import matrix_figure
from evenemang.charts.rates import event_rates_figure
from evenemang.charts.risks import risk_levels_figure
from evenemang.charts.template import ink, template
from evenemang.charts.timeline import timeline_figure

__all__ = [
    "MatrixMark",
    "event_rates_figure",
    "incident_kinds_figure",
    "incident_months_figure",
    "ink",
    "matrix_figure",
    "open_actions_figure",
    "risk_levels_figure",
    "template",
    "timeline_figure",
]
