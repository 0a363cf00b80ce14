"""Rules that hold for every event, whatever its areas."""

from checklists.rules.answering import ANSWERING
from checklists.rules.covering import COVERING
from checklists.rules.treating import TREATING

RULES = (*COVERING, *TREATING, *ANSWERING)
