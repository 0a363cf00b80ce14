"""Charts: the only home of plotly."""

from evenemang.charts.actions import open_actions_figure
from evenemang.charts.control import control_figure
from evenemang.charts.heat import places_figure
from evenemang.charts.incidents import incident_kinds_figure, incident_months_figure
from evenemang.charts.marks import MatrixMark
from evenemang.charts.matrix import matrix_figure
from evenemang.charts.moves import moves_figure
from evenemang.charts.punctual import evaluations_figure, promises_figure
from evenemang.charts.rates import care_figure, event_rates_figure
from evenemang.charts.risks import risk_levels_figure
from evenemang.charts.shares import quarter_shares_figure
from evenemang.charts.template import ink, template
from evenemang.charts.timeline import timeline_figure
from evenemang.charts.times import action_months_figure, time_to_close_figure
from evenemang.charts.year import calendar_figure

__all__ = [
    "MatrixMark",
    "action_months_figure",
    "calendar_figure",
    "care_figure",
    "control_figure",
    "evaluations_figure",
    "event_rates_figure",
    "incident_kinds_figure",
    "incident_months_figure",
    "ink",
    "matrix_figure",
    "moves_figure",
    "open_actions_figure",
    "places_figure",
    "promises_figure",
    "quarter_shares_figure",
    "risk_levels_figure",
    "template",
    "time_to_close_figure",
    "timeline_figure",
]
