"""What the reader says about the form of a file."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.text import Text


@dataclass(frozen=True)
class Refusal:
    """What is wrong, and what to do."""

    what: Text
    do: Text


def said(sv: str, en: str, do_sv: str, do_en: str) -> Refusal:
    """Return a refusal in both languages."""
    return Refusal(Text(sv=sv, en=en), Text(sv=do_sv, en=do_en))


def too_large(size: int, largest: int) -> Refusal:
    """Refuse a file no person wrote."""
    return said(
        f"Filen är {size // 1024} kB.",
        f"The file is {size // 1024} kB.",
        f"Dela den: högst {largest // 1024} kB får plats.",
        f"Split it: at most {largest // 1024} kB.",
    )


def unreadable(error: OSError) -> Refusal:
    """Refuse what the disk does not give."""
    if isinstance(error, FileNotFoundError):
        return said("Filen finns inte.", "There is no such file.", "Se över sökvägen.", "Check the path.")
    why = error.strerror or type(error).__name__
    return said(
        f"Filen går inte att läsa ({why}).",
        f"The file cannot be read ({why}).",
        "Se efter att den finns och får läsas.",
        "Check that it is there and may be read.",
    )


def not_utf8() -> Refusal:
    """Refuse an unknown encoding."""
    return said(
        "Filen är inte UTF-8.",
        "The file is not UTF-8.",
        "Spara den som UTF-8 i redigeraren.",
        "Save it as UTF-8 in the editor.",
    )


def odd_character() -> Refusal:
    """Refuse control characters."""
    return said(
        "Filen innehåller ett styrtecken.",
        "The file holds a control character.",
        "Ta bort det; skriv texten på nytt om det inte syns.",
        "Remove it; type the text anew if it does not show.",
    )


def not_yaml(problem: str) -> Refusal:
    """Refuse what the parser does not understand."""
    return said(
        f"Raden går inte att tolka ({problem}).",
        f"The line cannot be understood ({problem}).",
        "Se över indrag, kolon och citattecken. Text med kolon eller citattecken sätts inom ' '.",
        "Check indents, colons and quotes. Text with a colon or quotes goes within ' '.",
    )


def too_deep(deepest: int) -> Refusal:
    """Refuse brackets in brackets."""
    return said(
        f"Mer än {deepest} nivåer i varandra.",
        f"More than {deepest} levels in one another.",
        "Skriv som i docs/schema, en uppgift per rad.",
        "Write as docs/schema shows, one fact a line.",
    )


def empty_file() -> Refusal:
    """Refuse a file that says nothing."""
    return said("Filen är tom.", "The file is empty.", "Fyll den eller ta bort den.", "Fill or remove it.")


def several_documents() -> Refusal:
    """Refuse a second document."""
    return said(
        "Filen har flera dokument (---).",
        "The file has several documents (---).",
        "Lägg vart och ett i en egen fil.",
        "Put each in a file of its own.",
    )


def anchor() -> Refusal:
    """Refuse anchors and aliases."""
    return said(
        "Ankare (& och *) används inte.",
        "Anchors (& and *) are not used.",
        "Skriv ut värdet, eller sätt texten inom citattecken.",
        "Write the value out, or put the text in quotes.",
    )


def tag(name: str) -> Refusal:
    """Refuse tags."""
    return said(
        f"Taggen {name} används inte.",
        f"The tag {name} is not used.",
        "Ta bort den, eller sätt texten inom citattecken.",
        "Remove it, or put the text in quotes.",
    )


def odd_key() -> Refusal:
    """Refuse a key that is not a word."""
    return said(
        "Nyckeln är inte ett ord.",
        "The key is not a word.",
        "Skriv nyckel: värde i blockform, inte inom klamrar.",
        "Write key: value in block form, not in braces.",
    )


def repeated_key(key: str, first: int) -> Refusal:
    """Refuse the second of two equal keys."""
    return said(
        f"”{key}” står redan på rad {first}.",
        f"“{key}” already stands on line {first}.",
        "Ta bort den ena.",
        "Remove one of them.",
    )


def empty_value() -> Refusal:
    """Refuse a key without value."""
    return said(
        "Värdet saknas.",
        "The value is missing.",
        "Skriv ett värde, eller ta bort raden.",
        "Write a value, or remove the line.",
    )


def switch(word: str) -> Refusal:
    """Refuse the words that some readers take for true and false."""
    return said(
        f"{word} utan citattecken läses av somliga som sant eller falskt.",
        f"{word} without quotes is read by some as true or false.",
        f'Skriv "{word}" om det är ett ord, annars true eller false.',
        f'Write "{word}" if it is a word, else true or false.',
    )


def clock(word: str) -> Refusal:
    """Refuse a time of day that some readers take for a number in base sixty."""
    return said(
        f"{word} utan citattecken läses av somliga som ett tal.",
        f"{word} without quotes is read by some as a number.",
        f'Skriv "{word}".',
        f'Write "{word}".',
    )


def odd_number(word: str) -> Refusal:
    """Refuse the forms of numbers that readers disagree about."""
    return said(
        f"{word} kan läsas som olika tal.",
        f"{word} may be read as different numbers.",
        f'Skriv talet vanligt (12 eller 0.5), eller "{word}" om det är text.',
        f'Write the number plainly (12 or 0.5), or "{word}" if it is text.',
    )
