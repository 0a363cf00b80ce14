"""What codes are called on a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Text

Words = Mapping[str, Text]


def _words(**pairs: tuple[str, str]) -> Words:
    return {code.replace("_", "-"): Text(sv=sv, en=en) for code, (sv, en) in pairs.items()}


ANSWERS = _words(
    yes=("Ja", "Yes"),
    partly=("Delvis", "Partly"),
    no=("Nej", "No"),
    not_relevant=("Ej aktuellt", "Not relevant"),
)
TRUTH = _words(true=("Ja", "Yes"), false=("Nej", "No"))
STATES = _words(
    draft=("Utkast", "Draft"),
    assessing=("Granskas", "Being assessed"),
    awaiting_completion=("Kompletteras", "Awaiting completion"),
    decided=("Beslutat", "Decided"),
    running=("Pågår", "Running"),
    to_evaluate=("Utvärderas", "To be evaluated"),
    evaluated=("Utvärderat", "Evaluated"),
    cancelled=("Inställt", "Cancelled"),
)
STATUSES = _words(
    proposed=("Föreslagen", "Proposed"),
    decided=("Beslutad", "Decided"),
    started=("Påbörjad", "Started"),
    done=("Klar", "Done"),
    verified=("Verifierad", "Verified"),
    dropped=("Avskriven", "Dropped"),
)
RISK_STATES = _words(
    proposed=("Förslag, inte bedömd", "Proposed, not judged"),
    accepted=("Bedömd", "Judged"),
    dismissed=("Avfärdad", "Dismissed"),
)
ACTION_KINDS = _words(
    preventive=("Förebyggande", "Preventive"),
    mitigating=("Begränsar följden", "Mitigating"),
)
PHASES = _words(
    planning=("Planering", "Planning"),
    build_up=("Uppbyggnad", "Build-up"),
    running=("Genomförande", "Running"),
    strike=("Nedmontering", "Strike"),
)
HARMS = _words(
    people=("Människor", "People"),
    property=("Egendom", "Property"),
    environment=("Miljö", "Environment"),
    operations=("Verksamhet", "Operations"),
    trust=("Förtroende", "Trust"),
)
AXES = _words(accident=("Olycka", "Accident"), threat=("Hot", "Threat"))
SECRECIES = _words(open=("Öppen", "Open"), internal=("Intern", "Internal"), secret=("Hemlig", "Secret"))
SURE = _words(high=("Hög", "High"), medium=("Medel", "Medium"), low=("Låg", "Low"))
SEVERITIES = _words(
    **{
        "0": ("0 tillbud", "0 near miss"),
        "1": ("1 lindrig", "1 slight"),
        "2": ("2 måttlig", "2 moderate"),
        "3": ("3 allvarlig", "3 serious"),
        "4": ("4 mycket allvarlig", "4 very serious"),
    }
)
INCIDENTS = _words(
    injury=("Personskada", "Injury"),
    illness=("Sjukdom, värme eller kyla", "Illness, heat or cold"),
    alcohol_drugs=("Alkohol eller droger", "Alcohol or drugs"),
    crowding=("Trängsel eller kö", "Crowding or queue"),
    fire=("Brand, rök eller gasol", "Fire, smoke or gas"),
    power=("El eller bortfall", "Power or outage"),
    structure_weather=("Konstruktion eller väder", "Structure or weather"),
    traffic=("Trafik eller påkörning", "Traffic or collision"),
    water=("Vatten eller drunkning", "Water or drowning"),
    lost_person=("Bortsprunget barn eller vuxen", "Lost child or adult"),
    disorder=("Ordningsstörning, hot eller våld", "Disorder, threat or violence"),
    theft=("Stöld eller skadegörelse", "Theft or damage"),
    suspicious=(
        "Misstänkt föremål, fordon eller bombhot",
        "Suspicious object, vehicle or bomb threat",
    ),
    drone=("Drönare", "Drone"),
    food=("Livsmedel", "Food"),
    accessibility=("Tillgänglighet", "Accessibility"),
    environment=("Miljö eller ljudklagomål", "Environment or noise complaint"),
    animal=("Djur", "Animal"),
    privacy=("Dataskydd", "Data protection"),
    communication=("Kommunikationsbortfall", "Loss of communication"),
    other=("Övrigt", "Other"),
)
FORESEEN = _words(none=("Ingen hade förutsett det", "Nobody had foreseen it"))
HAPPENED = _words(
    yes=("Inträffade", "Came true"),
    near_miss=("Nära", "Near miss"),
    no=("Inträffade inte", "Did not"),
)
HELPED = _words(
    yes=("Hjälpte", "Helped"),
    partly=("Delvis", "Partly"),
    no=("Hjälpte inte", "Did not help"),
    unknown=("Vet inte", "Not known"),
)
COUNTS = _words(
    door_counter=("Räknare i dörren", "Door counter"),
    hand_counter=("Handräknare", "Hand counter"),
    entrance_counters=("Räknare vid ingångarna", "Counters at the entrances"),
    fixed_counter=("Fast räknare", "Fixed counter"),
    photo_count=("Räknat på bild", "Counted on a photo"),
    estimate=("Uppskattning", "Estimate"),
    not_counted=("Ingen räknade", "Nobody counted"),
)
CONTACTS = _words(
    phone=("Telefon", "Phone"),
    meeting=("Möte", "Meeting"),
    site_visit=("Platsbesök", "Site visit"),
    e_mail=("E-post", "E-mail"),
)
PERMITS = _words(
    not_applied=("Inte sökt", "Not applied for"),
    applied=("Sökt", "Applied for"),
    granted=("Beviljat", "Granted"),
    approved=("Godkänt", "Approved"),
    registered=("Registrerat", "Registered"),
    refused=("Avslaget", "Refused"),
)
REPLIES = _words(
    taken_in=("Tas om hand", "Taken in"),
    declined=("Följs inte", "Declined"),
    no_longer=("Gäller inte längre", "No longer so"),
)
EDITION = _words(
    profile=("Uppgifter om evenemanget", "Facts about the event"),
    zones=("Delområden", "Zones"),
    permits=("Tillstånd", "Permits"),
    standing_measures=("Stående åtgärder", "Standing measures"),
    answers=("Svar", "Answers"),
    risks=("Risker", "Risks"),
    decision=("Ställningstagande", "Decision"),
    day_log=("Dagbok", "Day log"),
    incidents=("Incidenter", "Incidents"),
)
EACH = _words(
    once=("En gång", "Once"),
    daily=("Varje dag, från och med till och med", "Every day, from and with to and with"),
)
SIDES = _words(inputs=("In", "In"), outputs=("Ut", "Out"))
