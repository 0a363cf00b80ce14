"""The sums of this area."""

from __future__ import annotations

from checklists.weather.gust_at_height import GUST_AT_HEIGHT
from checklists.weather.heat import HEAT
from checklists.weather.lightning import LIGHTNING
from checklists.weather.wind_actions import WIND_ACTIONS
from checklists.weather.wind_chill import WIND_CHILL
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (WIND_ACTIONS, GUST_AT_HEIGHT, WIND_CHILL, LIGHTNING, HEAT)
