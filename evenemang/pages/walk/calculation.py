"""A sum at its question: the form its model describes, the result as one types, and the one that was kept."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.calculation import Calculation, run
from evenemang.domain.calculator import Calculator, CalculatorOutput
from evenemang.domain.checklist import Question
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text
from evenemang.flow import starting
from evenemang.flow.assessing import KeepCalculation
from evenemang.pages.allowed import takes
from evenemang.pages.showing import escaped
from evenemang.pages.walk import calculation_form, calculation_result, calculation_source, saving
from evenemang.pages.walk.visit import Visit

WORK_OUT = Text(sv="Räkna ut: {title}", en="Work out: {title}")
USE = Text(sv="Använd som svar", en="Use as the answer")
KEEP = Text(sv="Spara beräkningen", en="Keep the sum")


def slot(question: str) -> str:
    """Return the name of a sum's own part of the page."""
    return f"raknadel-{question}"


def show(visit: Visit, question: Question) -> None:
    """Show the sum of a question, folded; its form is made only when it is opened."""
    visit = visit.now()
    uses = question.calculator
    if uses is None:
        return
    calculator = visit.desk.content.calculators[uses.use]
    kept = _kept(visit, question)
    title = calculator.title.say(visit.desk.language)
    label = escaped(visit.desk.say(WORK_OUT).format(title=title[:1].lower() + title[1:]))
    with st.expander(
        label, icon=":material/calculate:", key=f"rakna-{question.id}", on_change="rerun"
    ) as opened:
        saving.refused_at(slot(question.id))
        if opened.open:
            _work(visit, question, calculator, kept)
    if kept:
        calculation_result.kept(visit, calculator, kept, uses.answer)
        calculation_source.changed(visit, calculator, kept)


def _kept(visit: Visit, question: Question) -> Calculation | None:
    return next((one for one in visit.desk.dossier.calculations if one.question == question.id), None)


def _work(visit: Visit, question: Question, calculator: Calculator, kept: Calculation | None) -> None:
    say, uses = visit.desk.say, question.calculator
    st.caption(escaped(say(calculator.purpose)))
    there = starting.known(visit.desk.dossier.event, visit.desk.reading.facts, visit.places)
    start = kept.inputs if kept else starting.beginning(calculator, there)
    inputs = calculation_form.show(visit, question.id, calculator, start)
    drawn = starting.drawn(calculator, inputs, there)
    calculation_source.show(visit, calculator, drawn, there)
    answer = uses.answer if uses else None
    output = _computed(visit, calculator, inputs)
    answers = output is not None and answer is not None and getattr(output, answer) is not None
    result, keep = st.columns([3, 1], vertical_alignment="center")
    if output is not None:
        with result:
            calculation_result.show(visit, calculator, output, answer)
    deed = KeepCalculation(question=question.id, calculator=calculator.id, inputs=inputs, drawn=drawn)
    with keep:
        _way_to_keep(visit, deed, USE if answers else KEEP)
    calculation_result.ground(visit, calculator)


@takes("keep-calculation")
def _way_to_keep(visit: Visit, deed: KeepCalculation, label: Text) -> None:
    key = f"spararakning-{deed.question}"
    st.button(visit.desk.say(label), key=key, on_click=_keep, args=(visit, deed))


def _computed(visit: Visit, calculator: Calculator, inputs: dict[str, Any]) -> CalculatorOutput | None:
    """Return what it comes to as it stands; what is still missing is said quietly, in place."""
    try:
        return run(calculator, inputs, visit.desk.content.norms)[1]
    except CalculationRefused as missing:
        st.caption(f":material/info: {escaped(missing.say(visit.desk.language))}")
        return None


def _keep(visit: Visit, deed: KeepCalculation) -> None:
    question = deed.question
    if not visit.desk.do(deed):
        st.session_state[saving.REFUSED] = slot(question)
    st.rerun([slot(question), saving.slot(question), *saving.totals(visit)])
