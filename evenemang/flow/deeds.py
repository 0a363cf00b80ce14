"""What the journal's operations and places are called."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content

DEEDS: dict[str, Text] = {
    "open-dossier": Text(sv="Öppnade ärendet", en="Opened the dossier"),
    "import-from-list": Text(sv="Hämtade ur en lista", en="Took from a list"),
    "take-back-list": Text(sv="Tog tillbaka listan", en="Took the list back"),
    "update-from-list": Text(sv="Uppdaterade ur en lista", en="Updated from a list"),
    "take-back-update": Text(sv="Tog tillbaka en uppdatering", en="Took an update back"),
    "set-fact": Text(sv="Angav en uppgift", en="Set a fact"),
    "set-event": Text(sv="Ändrade evenemanget", en="Changed the event"),
    "set-officer": Text(sv="Bytte handläggare", en="Changed the officer"),
    "note-contact": Text(sv="Noterade en kontakt", en="Noted a contact"),
    "move-event": Text(sv="Flyttade evenemanget", en="Moved the event"),
    "cancel": Text(sv="Ställde in", en="Cancelled"),
    "uncancel": Text(sv="Återtog inställandet", en="Took back the cancellation"),
    "attach": Text(sv="Bifogade en fil", en="Attached a file"),
    "describe-attachment": Text(sv="Beskrev en bilaga", en="Described an attachment"),
    "take-back-attachment": Text(sv="Tog tillbaka en bilaga", en="Took back an attachment"),
    "remove-attachment": Text(sv="Tog bort en bilaga", en="Took away an attachment"),
    "give-answer": Text(sv="Svarade", en="Answered"),
    "confirm-answer": Text(sv="Bekräftade ett svar", en="Confirmed an answer"),
    "take-back-answer": Text(sv="Tog tillbaka ett svar", en="Took back an answer"),
    "keep-calculation": Text(sv="Sparade en beräkning", en="Kept a calculation"),
    "ask-own-question": Text(sv="Ställde en egen fråga", en="Asked a question of their own"),
    "take-area": Text(sv="Tog med ett riskområde", en="Took in an area"),
    "leave-out-area": Text(sv="Lämnade ett riskområde", en="Left out an area"),
    "hand-area": Text(sv="Fördelade ett riskområde", en="Handed over an area"),
    "choose-depth": Text(sv="Valde frågedjup", en="Chose the depth"),
    "do-without": Text(sv="Angav att ingen bedömning behövs", en="Said that no assessment is needed"),
    "assess-after-all": Text(sv="Tog upp bedömningen ändå", en="Took up the assessment after all"),
    "judge-risk": Text(sv="Bedömde en risk", en="Judged a risk"),
    "dismiss-risk": Text(sv="Avfärdade en risk", en="Dismissed a risk"),
    "accept-risk": Text(sv="Godtog en risk", en="Accepted a risk"),
    "add-risk": Text(sv="Lade till en risk", en="Added a risk"),
    "treat-risk": Text(sv="Bestämde åtgärd mot en risk", en="Treated a risk"),
    "add-action": Text(sv="Lade till en åtgärd", en="Added an action"),
    "change-action": Text(sv="Ändrade en åtgärd", en="Changed an action"),
    "advance-action": Text(sv="Förde en åtgärd vidare", en="Took an action further"),
    "keep-permit": Text(sv="Uppdaterade ett tillstånd", en="Updated a permit"),
    "permit-is-not-needed": Text(sv="Angav att tillstånd inte behövs", en="Said that a permit is not needed"),
    "decide": Text(sv="Tog ställning", en="Decided"),
    "log-incident": Text(sv="Loggade en händelse", en="Logged an incident"),
    "complete-incident": Text(sv="Fyllde i en händelse", en="Completed an incident"),
    "note-in-log": Text(sv="Skrev i dagboken", en="Wrote in the day log"),
    "walk-round": Text(sv="Gick en rond", en="Walked a round"),
    "begin-round": Text(sv="Påbörjade en rond", en="Began a round"),
    "answer-in-round": Text(sv="Svarade på ronden", en="Answered on the round"),
    "end-round": Text(sv="Avslutade en rond", en="Ended a round"),
    "settle-deviation": Text(sv="Bestämde om en avvikelse", en="Settled a deviation"),
    "set-counter": Text(sv="Ställde in en räknare", en="Set up a counter"),
    "drop-counter": Text(sv="Tog bort en räknare", en="Took away a counter"),
    "count-persons": Text(sv="Räknade besökare", en="Counted visitors"),
    "mend-count": Text(sv="Rättade ett räknat antal", en="Mended a count"),
    "agree-stop": Text(sv="Noterade ett stoppkriterium", en="Noted a stop criterion"),
    "drop-stop": Text(sv="Tog bort ett stoppkriterium", en="Took away a stop criterion"),
    "note-phone": Text(sv="Noterade ett telefonnummer", en="Noted a telephone number"),
    "drop-phone": Text(sv="Tog bort ett telefonnummer", en="Took away a telephone number"),
    "plan-day": Text(sv="Skrev om dagen", en="Wrote about the day"),
    "evaluate": Text(sv="Utvärderade", en="Evaluated"),
    "review-occasions": Text(sv="Utvärderade tillfällen", en="Evaluated occasions"),
    "note-organiser-evaluation": Text(
        sv="Noterade arrangörens utvärdering", en="Noted the organiser's evaluation"
    ),
    "reply-to-lesson": Text(sv="Besvarade en lärdom", en="Answered a lesson"),
    "take-return": Text(sv="Tog in en ändring ur en fil", en="Took in a change from a file"),
    "take-register-return": Text(
        sv="Tog in en ändring ur registrets arbetsbok", en="Took in a change from the register's workbook"
    ),
    "settle-return": Text(sv="Avslutade en undanlagd arbetsbok", en="Settled a workbook that was set aside"),
    "start-from-edition": Text(sv="Tog över från förra upplagan", en="Took over from the last edition"),
    "take-version": Text(sv="Gick över till en nyare checklista", en="Went over to a newer checklist"),
    "mark-secret": Text(sv="Märkte som hemligt", en="Marked as secret"),
    "begin-secret": Text(sv="Påbörjade den hemliga delen", en="Began the secret part"),
    "let-see": Text(sv="Utsåg någon att se det hemliga", en="Named somebody to see what is secret"),
    "stop-seeing": Text(sv="Tog bort någon ur de utsedda", en="Took somebody from those named"),
    "add": Text(sv="Lade till i registret", en="Added to the register"),
    "add-place": Text(sv="Lade till platsen", en="Added the place"),
    "add-zone": Text(sv="Lade till ett delområde", en="Added a zone"),
    "add-organiser": Text(sv="Lade till arrangören", en="Added the organiser"),
    "change-place": Text(sv="Ändrade platsen", en="Changed the place"),
    "set-zone": Text(sv="Ändrade ett delområde", en="Changed a zone"),
    "change-organiser": Text(sv="Ändrade arrangören", en="Changed the organiser"),
    "name-municipality": Text(sv="Angav kommunens namn", en="Named the municipality"),
    "set-arms": Text(sv="Valde vapen", en="Chose the arms"),
    "set-lead-time": Text(sv="Satte en lokal tid", en="Set a local time"),
    "drop-lead-time": Text(sv="Tog bort en lokal tid", en="Took away a local time"),
    "set-norm": Text(sv="Satte en egen norm", en="Set a norm of our own"),
    "drop-norm": Text(sv="Tog bort en egen norm", en="Took away a norm of our own"),
    "add-function": Text(sv="Lade till en funktion", en="Added a post"),
    "change-function": Text(sv="Ändrade en funktion", en="Changed a post"),
    "retire-function": Text(sv="Tog en funktion ur bruk eller åter", en="Took a post out of or into use"),
    "standing-picture": Text(sv="Ändrade platsens stående bild", en="Changed the standing picture"),
    "note-lesson": Text(sv="Skrev en lärdom", en="Noted a lesson"),
    "approve-lesson": Text(sv="Godkände en lärdom", en="Approved a lesson"),
    "decline-lesson": Text(sv="Avslog en lärdom", en="Declined a lesson"),
    "remove-by-rule": Text(sv="Gallrade enligt en regel", en="Removed by a rule of retention"),
    "remove-whole-by-rule": Text(sv="Gallrade hela posten", en="Removed the whole record by a rule"),
}

PLACES: dict[str, Text] = {
    "dossier": Text(sv="Ärendet", en="The dossier"),
    "diary_number": Text(sv="Diarienummer", en="Diary number"),
    "police_number": Text(sv="Polisens diarienummer", en="Diary number of the police"),
    "event/name": Text(sv="Namn", en="Name"),
    "event/organiser": Text(sv="Arrangör", en="Organiser"),
    "event/place": Text(sv="Plats", en="Place"),
    "event/zones": Text(sv="Delområden", en="Zones"),
    "event/application_received": Text(sv="Ansökan kom in", en="Application received"),
    "event/occasions": Text(sv="Tider", en="Times"),
    "event/facts": Text(sv="Uppgift", en="Fact"),
    "event/note": Text(sv="Anteckning", en="Note"),
    "event/series": Text(sv="Serie", en="Series"),
    "event/held": Text(sv="När det hölls", en="When it was held"),
    "from_list/visitors": Text(sv="Räknade besök enligt listan", en="Visits counted by the list"),
    "from_list/notes": Text(sv="Anteckning ur listan", en="Note from the list"),
    "officer": Text(sv="Handläggare", en="Officer"),
    "edition": Text(sv="Upplaga", en="Edition"),
    "contacts": Text(sv="Kontakt", en="Contact"),
    "assessment/answers": Text(sv="Fråga", en="Question"),
    "assessment/areas": Text(sv="Riskområde", en="Area"),
    "assessment/left_out": Text(sv="Lämnat riskområde", en="Area left out"),
    "assessment/depth": Text(sv="Frågedjup", en="Depth"),
    "assessment/not_needed": Text(sv="Ingen bedömning behövs", en="No assessment needed"),
    "assessment/own_questions": Text(sv="Egen fråga", en="Own question"),
    "calculations": Text(sv="Beräkning", en="Calculation"),
    "risks": Text(sv="Risk", en="Risk"),
    "actions": Text(sv="Åtgärd", en="Action"),
    "permits": Text(sv="Tillstånd", en="Permit"),
    "permits_not_needed": Text(sv="Tillstånd som inte behövs", en="Permit not needed"),
    "decisions": Text(sv="Ställningstagande", en="Decision"),
    "reconsider": Text(sv="Omprövning", en="Reconsideration"),
    "rounds": Text(sv="Rond", en="Round"),
    "day_log": Text(sv="Dagbok", en="Day log"),
    "incidents": Text(sv="Händelse", en="Incident"),
    "counters": Text(sv="Räknare", en="Counter"),
    "counts": Text(sv="Räknat antal", en="Count"),
    "stops": Text(sv="Stoppkriterium", en="Stop criterion"),
    "phones": Text(sv="Telefonnummer", en="Telephone number"),
    "day_plan": Text(sv="Dagen", en="The day"),
    "evaluation": Text(sv="Utvärdering", en="Evaluation"),
    "occasion_reviews": Text(sv="Utvärdering av tillfället", en="Evaluation of the occasion"),
    "organiser_evaluation": Text(sv="Arrangörens utvärdering", en="The organiser's evaluation"),
    "lesson_answers": Text(sv="Svar på lärdom", en="Answer to a lesson"),
    "attachments": Text(sv="Bilaga", en="Attachment"),
    "moves": Text(sv="Flytt", en="Move"),
    "named": Text(sv="Utsedd att se det hemliga", en="Named to see what is secret"),
    "markings": Text(sv="Sekretessmarkering", en="Secrecy mark"),
    "areas": Text(sv="Riskområde", en="Area"),  # as a mark names it
    "own_questions": Text(sv="Egen fråga", en="Own question"),
    "returns": Text(sv="Undanlagd arbetsbok", en="Workbook set aside"),
    "returns-secret": Text(sv="Undanlagd hemlig arbetsbok", en="Secret workbook set aside"),
    "cancelled": Text(sv="Inställt", en="Cancelled"),
    "retention": Text(sv="Gallringsregel", en="Rule of retention"),
}


def place(path: str, content: Content, language: Language, own: Mapping[str, str]) -> str:
    """Return what was touched, in words: Fråga: Räcker utgångarna?, Risk R7.

    `own` is how the dossier's own questions are put, and its permits and attachments called.
    """
    start = next((one for one in _starts(path) if one in PLACES), None)
    if start is None:
        return path
    rest = path.removeprefix(start).lstrip("/")
    word = PLACES[start].say(language)
    if not rest:
        return word
    if start == "markings":
        return f"{word}: {place(rest, content, language, own)}"
    if start in ("risks", "actions", "incidents", "rounds", "counters", "phones"):
        return f"{word} {rest}"
    if rest in own:
        return f"{word}: {own[rest]}"
    called = _called(start, rest, content)
    return f"{word}: {called.say(language) if called else _counted(rest)}"


def _starts(path: str) -> list[str]:
    steps = path.split("/")
    return ["/".join(steps[:count]) for count in (2, 1)]


def _called(start: str, rest: str, content: Content) -> Text | None:
    if start == "assessment/answers":
        question = content.question(rest)
        return question.ask if question else None
    if start == "event/facts":
        return next((one.ask for one in content.profile.facts if one.id == rest), None)
    if start in ("permits", "permits_not_needed"):
        return next((one.title for file in content.permits for one in file.items if one.id == rest), None)
    if start in ("assessment/areas", "assessment/left_out", "areas"):
        return content.areas[rest].title if rest in content.areas else None
    return None


def _counted(rest: str) -> str:
    """Return the place in a list as people count, from 1; anything else as it is."""
    return str(int(rest) + 1) if rest.isdigit() else rest
