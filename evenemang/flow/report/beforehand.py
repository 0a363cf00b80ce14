"""What was done before the events: contacts, the risks before and after, and the actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Paragraph
from evenemang.flow.report.telling import begun, count, enumerated, joined, of_them, part_of, told
from evenemang.flow.year import SEVERE

CONTACTS = Text(
    sv="Inför evenemangen har gruppen haft {count} {noun}{on_site} för att i god tid hitta riskerna.",
    en="Before the events the group had {count} {noun}{on_site} to find the risks in good time.",
)
CONTACT = Text(sv="antecknad kontakt med arrangörer och andra", en="noted contact with organisers and others")
MANY_CONTACTS = Text(
    sv="antecknade kontakter med arrangörer och andra", en="noted contacts with organisers and others"
)
ON_SITE = Text(sv=", {count} av dem på plats,", en=", {count} of them on site,")
NO_CONTACTS = Text(
    sv="Inga kontakter med arrangörer är antecknade inför evenemangen.",
    en="No contacts with organisers are noted before the events.",
)
RISKS = Text(
    sv="Av {count} bedömda risker var {high} höga eller mycket höga innan något gjordes.",
    en="Of {count} judged risks {high} were high or very high before anything was done.",
)
ONE_HIGH = Text(
    sv="Av {count} bedömda risker var {high} hög eller mycket hög innan något gjordes.",
    en="Of {count} judged risks {high} was high or very high before anything was done.",
)
ONE_RISK = Text(sv="{count} risk är bedömd.", en="{count} risk is judged.")
NO_RISKS = Text(sv="Inga risker är bedömda.", en="No risks are judged.")
AFTER = Text(sv="Efter åtgärder återstod {left}.", en="After the actions {left} remained.")
NONE_HIGH = Text(
    sv="Efter åtgärder återstod ingen hög eller mycket hög risk.",
    en="After the actions no high or very high risk remained.",
)
LEFT: tuple[tuple[Text, Text], ...] = (  # of each severe level, as one and as many
    (Text(sv="{count} hög", en="{count} high"), Text(sv="{count} höga", en="{count} high")),
    (
        Text(sv="{count} mycket hög", en="{count} very high"),
        Text(sv="{count} mycket höga", en="{count} very high"),
    ),
)
ACCEPTED = Text(sv="{they} godtogs.", en="{they} accepted.")
ACCEPTED_WITH = Text(sv="{they} godtogs med villkor.", en="{they} accepted with conditions.")
THEY: Mapping[bool, Text] = {
    True: Text(sv="Den", en="It was"),
    False: Text(sv="De", en="They were"),
}
ACTIONS = Text(
    sv="Av årets {count} åtgärder är {done} genomförda, och {verified} är också kontrollerade i efterhand.",
    en="Of the year’s {count} actions {done} are done, and {verified} were also checked afterwards.",
)
NOTHING_DONE = Text(
    sv="Av årets {count} åtgärder är {done} genomförda.", en="Of the year’s {count} actions {done} are done."
)
ONE_ACTION = Text(
    sv="{count} åtgärd hör till årets evenemang.", en="{count} action belongs to the year’s events."
)
NO_ACTIONS = Text(sv="Inga åtgärder hör till årets evenemang.", en="No actions belong to the year’s events.")


def beforehand(it: Told) -> Paragraph:
    """Return what was done before; nothing where there was no event."""
    if not it.figures.events.events:
        return ()
    return joined((_contacts(it), *_risks(it), _actions(it)))


def _contacts(it: Told) -> Paragraph:
    many, language = it.figures.events.contacts_before, it.language
    if not many:
        return told(NO_CONTACTS, language)
    on_site = sum(one.how == "site-visit" for _, one in it.contacts)
    return told(
        CONTACTS,
        language,
        count=count(many, "contacts", language),
        noun=(CONTACT if many == 1 else MANY_CONTACTS).say(language),
        on_site=told(ON_SITE, language, count=count(on_site, "contacts", language))
        if on_site and many > 1
        else (),
    )


def _risks(it: Told) -> Iterator[Paragraph]:
    risks, language = it.figures.risks, it.language
    if not risks.risks:
        yield told(NO_RISKS, language)
        return
    if risks.risks == 1:
        yield begun(told(ONE_RISK, language, count=count(1, "risks", language)))
    else:
        high = part_of(risks.high_before, risks.risks, "risks", language)
        text = ONE_HIGH if risks.high_before <= 1 else RISKS
        yield told(text, language, count=count(risks.risks, "risks", language), high=high)
    left = (risks.high_after, risks.very_high_after)
    if any(left):
        yield told(AFTER, language, left=enumerated([_left(it, at) for at in (0, 1)], language))
        yield _accepted(it)
    elif risks.high_before:
        yield told(NONE_HIGH, language)


def _left(it: Told, at: int) -> Paragraph:
    many = (it.figures.risks.high_after, it.figures.risks.very_high_after)[at]
    text = LEFT[at][many > 1]
    return told(text, it.language, count=part_of(many, 0, "risks", it.language))


def _accepted(it: Told) -> Paragraph:
    """Return that what remained high was accepted, where all of it was."""
    high = [(one.dossier, one.id) for one in it.rows.risks if one.level_after in SEVERE]
    risks = [one for of, key in high for one in it.dossiers[of].risks if one.id == key]
    if any(one.acceptance is None for one in risks):
        return ()
    decisions = [it.dossiers[of].decision for of, _ in high]
    views = {one.group_view for one in decisions if one}
    text = ACCEPTED_WITH if views == {"approved-with-conditions"} else ACCEPTED
    return told(text, it.language, they=THEY[len(risks) == 1].say(it.language))


def _actions(it: Told) -> Paragraph:
    actions, language = it.figures.actions, it.language
    if not actions.actions:
        return told(NO_ACTIONS, language)
    whole = count(actions.actions, "actions", language)
    if actions.actions == 1:
        return begun(told(ONE_ACTION, language, count=whole))
    done = part_of(actions.done, actions.actions, "actions", language)
    if not actions.done:
        return told(NOTHING_DONE, language, count=whole, done=done)
    verified = of_them(actions.verified, actions.done, "actions", language)
    return told(ACTIONS, language, count=whole, done=done, verified=verified)
