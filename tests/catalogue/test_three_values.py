"""Whatever a condition is made of, it follows the logic of three values (Kleene's strong logic)."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from evenemang.catalogue import compile_condition
from evenemang.domain.condition import Facts

Known = dict[str, bool]
NAMES = ("alcohol", "food", "stage", "tents")


@dataclass(frozen=True)
class Fact:
    name: str

    def source(self) -> str:
        return f"event.{self.name}"

    def held(self, known: Known) -> bool | None:
        return known.get(self.name)


@dataclass(frozen=True)
class Not:
    inner: "Expression"

    def source(self) -> str:
        return f"!({self.inner.source()})"

    def held(self, known: Known) -> bool | None:
        inner = self.inner.held(known)
        return None if inner is None else not inner


@dataclass(frozen=True)
class Both:
    sign: str
    left: "Expression"
    right: "Expression"

    def source(self) -> str:
        return f"({self.left.source()} {self.sign} {self.right.source()})"

    def held(self, known: Known) -> bool | None:
        sides = (self.left.held(known), self.right.held(known))
        settles = self.sign == "||"
        if settles in sides:
            return settles
        return None if None in sides else not settles


Expression = Fact | Not | Both

facts = st.builds(Fact, st.sampled_from(NAMES))
expressions = st.recursive(
    facts,
    lambda inner: st.builds(Not, inner) | st.builds(Both, st.sampled_from(("&&", "||")), inner, inner),
    max_leaves=12,
)
knowledge = st.dictionaries(st.sampled_from(NAMES), st.booleans())


@given(expressions, knowledge)
def test_a_condition_holds_as_three_valued_logic_says(expression: Expression, known: Known) -> None:
    evaluate, _ = compile_condition(expression.source())

    assert evaluate(Facts(event=known)) is expression.held(known)


@given(expressions, knowledge, knowledge)
def test_learning_more_never_changes_a_settled_condition(
    expression: Expression, known: Known, learned: Known
) -> None:
    evaluate, _ = compile_condition(expression.source())
    before = evaluate(Facts(event=known))

    after = evaluate(Facts(event=learned | known))

    assert before is None or after is before
