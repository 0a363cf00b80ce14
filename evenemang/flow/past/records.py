"""Places, organisers and kinds that a list names: which they are here, which are new, and what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from evenemang.domain.errors import Refused
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.profile import Profile
from evenemang.domain.text import Text
from evenemang.flow.past.mapping import AS_TEXT, NEW, ListMapping
from evenemang.flow.past.matching import each_once, found, near, same
from evenemang.flow.past.telling import Told
from evenemang.flow.storing import Store

Register = Literal["places", "organisers"]
REGISTERS: tuple[Register, ...] = ("places", "organisers")


@dataclass(frozen=True)
class Question:
    """A name so near one in a register that a person must say whether they are one."""

    register: Register
    name: str
    candidates: Mapping[str, str]  # id → name
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Alike:
    """Two names of the list that may be one; both become records unless the list is mended."""

    register: Register
    name: str
    other: str


def name_in(told: Told, register: Register) -> str:
    """Return the name that a row has for a register; nothing where it has none."""
    return told.place if register == "places" else told.organiser


class Records:
    """The registers of places and organisers, with what a person has answered about names in the list."""

    def __init__(self, store: Store, mapping: ListMapping) -> None:
        """Read the registers.

        Raises:
            Refused: If an answer names a record that is not here.
        """
        self.known: Mapping[Register, Mapping[str, str]] = {
            "places": {one.record.id: cast(Place, one.record).name for one in store.all("place")},
            "organisers": {one.record.id: cast(Organiser, one.record).name for one in store.all("organiser")},
        }
        self._answers = {
            "places": {same(name): one for name, one in mapping.places.items()},
            "organisers": {same(name): one for name, one in mapping.organisers.items()},
        }
        self._asked: dict[tuple[Register, str], bool] = {}
        for register, answers in self._answers.items():
            for name, one in answers.items():
                if one not in (NEW, AS_TEXT) and one not in self.known[cast(Register, register)]:
                    raise Refused("no such record", why=_no_record(name, one))

    def record(self, told: Told, register: Register) -> str | None:
        """Return the id that a row's name means, `new`, or None: none, kept as text, or still asked."""
        name = name_in(told, register)
        if not name or self.is_asked(name, register):
            return None
        answer = self._answers[register].get(same(name))
        if answer == NEW or answer is None:
            return found(name, self.known[register]) or NEW
        return None if answer == AS_TEXT else answer

    def is_asked(self, name: str, register: Register) -> bool:
        """Whether a person must still say which a name is."""
        key = (register, same(name))
        if key not in self._asked:
            answered = same(name) in self._answers[register] or found(name, self.known[register])
            self._asked[key] = not answered and bool(near(name, self.known[register]))
        return self._asked[key]

    def questions(self, rows: Iterable[Told]) -> tuple[Question, ...]:
        """Return the names that a person must settle."""
        every = tuple(rows)
        return tuple(one for register in REGISTERS for one in self._questions(every, register))

    def _questions(self, rows: tuple[Told, ...], register: Register) -> Iterator[Question]:
        known = self.known[register]
        for name in each_once(name for one in rows if (name := name_in(one, register))):
            if self.is_asked(name, register):
                named = {one: known[one] for one in near(name, known)}
                at = tuple(one.row for one in rows if same(name_in(one, register)) == same(name))
                yield Question(register, name, named, at)

    @staticmethod
    def alike(register: Register, names: tuple[str, ...]) -> Iterator[Alike]:
        """Return new names of the list that are near one another."""
        for number, name in enumerate(names):
            others = {one: one for one in names[number + 1 :]}
            yield from (Alike(register, name, one) for one in near(name, others))


class Kinds:
    """The kinds of event, by the words that a list has for them."""

    def __init__(self, profile: Profile, mapping: ListMapping) -> None:
        """Read the kinds.

        Raises:
            Refused: If an answer names a kind that is not here.
        """
        choices = profile.fact("kind").choices
        self._words = {same(word): one.id for one in choices for word in (one.id, *_words_of(one.text))}
        self._answers = {same(word): one for word, one in mapping.kinds.items()}
        for word, one in self._answers.items():
            if one != AS_TEXT and one not in {choice.id for choice in choices}:
                raise Refused("no such kind", why=_no_record(word, one))

    def of(self, said: str) -> str | None:
        """Return the kind that a word means; None where it means none, or is kept as text."""
        answer = self._answers.get(same(said))
        if answer:
            return None if answer == AS_TEXT else answer
        return self._words.get(same(said)) if said else None


def _words_of(text: Text) -> Iterator[str]:
    """Return a choice's words: “Festival eller stadsfest” is a festival, and a stadsfest."""
    for said, joint in ((text.sv, " eller "), (text.en, " or ")):
        yield said
        yield from said.split(joint)


def _no_record(name: str, record: str) -> Text:
    return Text(
        sv=f"”{name}” är enligt svaret ”{record}”, som inte finns här. Välj ett som finns, new eller text.",
        en=f"“{name}” is answered with “{record}”, which is not here. Choose one that is, new or text.",
    )
