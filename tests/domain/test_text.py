import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from evenemang.domain import errors
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import LONGEST_TEXT, PersonText, Text

PERSON: TypeAdapter[str] = TypeAdapter(PersonText)


def every_error(base: type[EvenemangError]) -> list[type[EvenemangError]]:
    return [base, *(deeper for one in base.__subclasses__() for deeper in every_error(one))]


def test_a_text_without_one_of_its_languages_cannot_be_loaded() -> None:
    with pytest.raises(ValidationError):
        Text.model_validate({"sv": "Hej"})


def test_line_breaks_become_one_kind_and_other_control_characters_become_spaces() -> None:
    assert PERSON.validate_python("rad 1\r\nrad 2\rrad\t3\x0bslut\x07") == "rad 1\nrad 2\nrad\t3 slut "


def test_text_that_is_too_long_is_refused_rather_than_cut() -> None:
    with pytest.raises(ValidationError):
        PERSON.validate_python("x" * (LONGEST_TEXT + 1))


@given(st.text(max_size=200))
def test_what_has_been_cleaned_once_stays_as_it_is(typed: str) -> None:
    once = PERSON.validate_python(typed)

    assert PERSON.validate_python(once) == once
    once.encode("utf-8")  # no half characters are left


@pytest.mark.parametrize("error", every_error(EvenemangError), ids=lambda one: one.__name__)
def test_both_languages_of_an_error_tell_the_same_facts(error: type[EvenemangError]) -> None:
    def facts(sentence: str) -> set[str]:
        return {part.split("}")[0] for part in sentence.split("{")[1:]}

    assert facts(error.user_text.sv) == facts(error.user_text.en)


def test_every_error_stands_in_the_tree_at_the_top_of_its_file() -> None:
    assert errors.__doc__
    for error in every_error(EvenemangError):
        assert error.__name__ in errors.__doc__


def test_a_fact_that_is_a_text_is_told_in_the_readers_language() -> None:
    refused = errors.ReasonMissing("x", deed=Text(sv="att avfärda", en="dismissing"))

    assert refused.say("sv") == "Skriv varför: att avfärda behöver ett skäl."
    assert refused.say("en") == "Say why: dismissing needs a reason."
