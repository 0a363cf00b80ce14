"""Everything that can be refused, drawn as a tree; each with a sentence for people in both languages.

EvenemangError
├── NotFound              nothing answers to that id, alias or prefix
├── Ambiguous             a prefix fits several
├── Refused               a rule of the work says no
│   ├── ReasonMissing     a person must say why
│   ├── ValueUnfit        an answer does not fit its question
│   ├── NotLookedInto     an incident is closed before its cause, measure and owner are told
│   ├── DecisionRefused   the table of decisions says not yet
│   ├── AssessmentNeeded  the event is not surely of the smallest kind
│   ├── ReturnRefused     something accepted from a returned workbook cannot be taken in
│   └── NotEmpty          a folder or register already holds something
├── NotAllowed            who acts has not the role it takes
├── NotAdmitted           who signed in has no role, or has been away for too long
├── ChangedMeanwhile      somebody else changed the same thing
├── ContentFaulty         a checklist, norm or matrix cannot be used
├── CalculationRefused    a sum makes no sense for these inputs
├── LostRace              the stored version moved on (retried inside, seldom seen)
├── StoreUnfit            the data folder or the database in it cannot be used
│   └── ServerUnfit       the database on a server cannot be used
├── BackupFailed          a backup could not be made
├── BackupUnfit           a backup cannot be used
├── SignInUnfit           what is said of signing in cannot be used
├── NotOnThisAddress      without sign-in nobody else may reach the server
└── FileUnfit             a file from outside cannot be read as what it should be
    └── AttachmentUnfit   it is not kept as an attachment
"""

from __future__ import annotations

from typing import ClassVar

from evenemang.domain.text import Language, Text

Fact = Text | str | int | float | None
LOGGED = frozenset({"dossier", "where", "address", "count", "minutes", "hours"})  # never what somebody typed


class Unfit(ValueError):
    """What a model refuses about itself, told to the person who wrote it: each `what`, and what to `do`."""

    def __init__(self, *whats: Text, do: Text) -> None:
        """Keep the sentences; pydantic carries them to whoever asked."""
        super().__init__("; ".join(what.en for what in whats))
        self.whats = whats
        self.do = do


class EvenemangError(Exception):
    """Base of all refusals: a short fact for developers, a sentence for people, the values as facts."""

    user_text: ClassVar[Text] = Text(
        sv="Det gick inte. Inget har ändrats.",
        en="It did not work. Nothing has changed.",
    )

    def __init__(self, fact: str = "", **facts: Fact) -> None:
        """Keep `fact` for the log and `facts` for the sentence."""
        super().__init__(fact or type(self).__name__)
        self.facts = facts

    @property
    def for_log(self) -> dict[str, object]:
        """What the log may hold: which refusal, and the facts that are codes or numbers."""
        kept = {name: fact for name, fact in self.facts.items() if name in LOGGED}
        return {"refused": type(self).__name__, **kept}

    def say(self, language: Language) -> str:
        """Return the sentence for people, filled with the facts in their language."""
        said = {
            name: value.say(language) if isinstance(value, Text) else value
            for name, value in self.facts.items()
        }
        return self.user_text.say(language).format(**said)

    @property
    def told(self) -> Text:
        """The sentence in both languages, to stand in another."""
        return Text(sv=self.say("sv"), en=self.say("en"))


class NotFound(EvenemangError):
    """Nothing answers to that id, alias or prefix."""

    user_text = Text(
        sv="Det finns inget som heter ”{what}” här. Se listan för det som finns.",
        en="There is nothing called “{what}” here. See the list for what there is.",
    )


class Ambiguous(EvenemangError):
    """A prefix fits several."""

    user_text = Text(
        sv="”{what}” kan betyda flera: {candidates}. Skriv fler tecken.",
        en="“{what}” may mean several: {candidates}. Write more characters.",
    )


class Refused(EvenemangError):
    """A rule of the work says no; `why` tells the rule and the way out."""

    user_text = Text(sv="{why}", en="{why}")


class ReasonMissing(Refused):
    """A person must say why."""

    user_text = Text(
        sv="Skriv varför: {deed} behöver ett skäl.",
        en="Say why: {deed} needs a reason.",
    )


class NotLookedInto(Refused):
    """An incident is closed while something about it is not told."""

    user_text = Text(
        sv="Händelsen kan inte stängas än. Kvar att fylla i: {left}.",
        en="The incident cannot be closed yet. Left to fill in: {left}.",
    )


class ValueUnfit(Refused):
    """An answer does not fit its question."""

    user_text = Text(
        sv="Svaret ”{value}” passar inte frågan {question}. {expected}",
        en="The answer “{value}” does not fit the question {question}. {expected}",
    )


class DecisionRefused(Refused):
    """The table of decisions says not yet; `obstacles` lists each thing in the way."""

    user_text = Text(
        sv="Det går inte att besluta ”{view}” ännu. {obstacles}",
        en="“{view}” cannot be decided yet. {obstacles}",
    )


class AssessmentNeeded(Refused):
    """The event is not surely of a kind that may do without an assessment; `why` says what makes it so."""

    user_text = Text(
        sv="Evenemanget behöver bedömas. {why}",
        en="The event needs an assessment. {why}",
    )


class ReturnRefused(Refused):
    """Something accepted from a returned workbook cannot be taken in, so nothing was; each by its cells."""

    user_text = Text(
        sv="Inget är ändrat, för det här går inte att ta in:\n{refusals}",
        en="Nothing has changed, since this cannot be taken in:\n{refusals}",
    )


class NotEmpty(Refused):
    """A folder or register already holds something."""

    user_text = Text(
        sv="{where} är inte tom. Välj en tom, så att inget skrivs över.",
        en="{where} is not empty. Choose an empty one, so that nothing is written over.",
    )


class NotAllowed(EvenemangError):
    """Who acts has not the role that it takes; `ask` says who can give it."""

    user_text = Text(
        sv="Du kan inte {what}: det kräver behörigheten {needed}. Inget har ändrats. Fråga {ask}.",
        en="You cannot {what}: it takes the role {needed}. Nothing has changed. Ask {ask}.",
    )


class NotAdmitted(EvenemangError):
    """Who signed in is not let in, or no longer; `why` says what to do."""

    user_text = Text(sv="{why}", en="{why}")

    @property
    def is_about_role(self) -> bool:
        """Whether signing in once more as the same person would not help."""
        return str(self) in {"no role", "no subject"}


class ChangedMeanwhile(EvenemangError):
    """Somebody else changed the same thing since it was shown."""

    user_text = Text(
        sv="{who} ändrade {what} {when}, från ”{seen}” till ”{now}”. "
        "Ditt värde ”{wanted}” är inte sparat. Välj vilket som ska gälla.",
        en="{who} changed {what} {when}, from “{seen}” to “{now}”. "
        "Your value “{wanted}” is not saved. Choose which one is to count.",
    )


class ContentFaulty(EvenemangError):
    """A checklist, norm or matrix cannot be used; `faults` lists all of them."""

    user_text = Text(
        sv="{count} fel i innehållet:\n{faults}",
        en="{count} faults in the content:\n{faults}",
    )


class CalculationRefused(EvenemangError):
    """A sum makes no sense for these inputs; `why` says which and what to do."""

    user_text = Text(sv="{why}", en="{why}")


class LostRace(EvenemangError):
    """The stored version moved on between load and save."""

    user_text = Text(
        sv="Någon annan sparade samtidigt. Försök igen.",
        en="Somebody else saved at the same time. Try again.",
    )


class StoreUnfit(EvenemangError):
    """The data folder or the database cannot be used."""

    user_text = Text(
        sv="Datamappen {where} går inte att använda: {why}",
        en="The data folder {where} cannot be used: {why}",
    )


class ServerUnfit(StoreUnfit):
    """The database on a server cannot be used, now or at all."""

    user_text = Text(
        sv="Databasen {where} går inte att använda: {why}",
        en="The database {where} cannot be used: {why}",
    )


class BackupFailed(EvenemangError):
    """A backup could not be made; what was there before stands."""

    user_text = Text(
        sv="Säkerhetskopian {file} blev inte gjord: {why}",
        en="The backup {file} was not made: {why}",
    )


class BackupUnfit(EvenemangError):
    """A backup cannot be used; nothing of it is unpacked."""

    user_text = Text(
        sv="Säkerhetskopian {file} går inte att använda: {why}",
        en="The backup {file} cannot be used: {why}",
    )


class SignInUnfit(EvenemangError):
    """What is said of signing in cannot be used; `faults` lists everything wrong with it."""

    user_text = Text(
        sv="Inloggningen är fel inställd, så servern startar inte. I {file}:\n{faults}",
        en="Sign-in is set up wrongly, so the server does not start. In {file}:\n{faults}",
    )


class NotOnThisAddress(EvenemangError):
    """Without sign-in nobody else may reach the server."""

    user_text = Text(
        sv="Utan inloggning svarar Evenemang bara på den egna maskinen, inte på {address}. Ställ först in "
        "inloggning (docs/signin.md), eller starta utan --address.",
        en="Without sign-in Evenemang answers on this machine only, not on {address}. Set up sign-in first "
        "(docs/signin.md), or start without --address.",
    )


class FileUnfit(EvenemangError):
    """A file from outside cannot be read as what it should be."""

    user_text = Text(
        sv="Filen {file} går inte att läsa: {why}",
        en="The file {file} cannot be read: {why}",
    )


class AttachmentUnfit(FileUnfit):
    """A file is not kept as an attachment; `why` says what to do about it."""

    user_text = Text(
        sv="Filen {file} går inte att bifoga: {why}",
        en="The file {file} cannot be attached: {why}",
    )
