"""The addresses of the pages, known both to the frame that shows them and to the door that lets people in."""

PAGES = (
    "arende",
    "arenden",
    "nytt-arende",
    "ny-upplaga",
    "las-in-lista",
    "andrade-register",
    "platser",
    "arrangorer",
    "upplagor",
    "uppfoljning",
    "forutseende",
    "moten",
    "mote",
    "arets-rapport",
    "installningar",
    "behorigheter",
    "gallring",
)
"""The `url_path` of every page but the first, which stands at `/`."""

NAME_COOKIE = "namn"
LANGUAGE_COOKIE = "lang"
FAILED = "inloggning"  # in the address after a sign-in that failed
