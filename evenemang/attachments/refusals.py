"""Why a file is not kept as an attachment: each with what to do about it."""

from __future__ import annotations

from evenemang.domain.errors import AttachmentUnfit
from evenemang.domain.text import Text

WHYS = {
    "empty": Text(sv="den är tom. Välj filen på nytt.", en="it is empty. Choose the file anew."),
    "large": Text(
        sv="den är större än 10 MB. Gör den mindre, eller dela upp den.",
        en="it is larger than 10 MB. Make it smaller, or part it.",
    ),
    "unpacks": Text(
        sv="det som är packat i den är för stort. Spara den som PDF och välj den.",
        en="what is packed in it is too large. Save it as a PDF and choose that.",
    ),
    "pixels": Text(
        sv="bilden har fler än 50 miljoner bildpunkter. Gör den mindre och försök igen.",
        en="the picture has more than 50 million pixels. Make it smaller and try again.",
    ),
    "heavy": Text(
        sv="den tar för lång tid eller för mycket minne att läsa. Spara den på nytt i ett annat program, "
        "helst som PDF eller JPEG.",
        en="it takes too long or too much memory to read. Save it in another program, best as PDF or JPEG.",
    ),
    "not-started": Text(
        sv="granskningen gick inte att starta på den här datorn. Stäng andra program och försök igen.",
        en="the look through could not be started on this computer. Close other programs and try again.",
    ),
    "torn": Text(
        sv="den är inte hel. Hämta den på nytt där den kommer ifrån och försök igen.",
        en="it is not whole. Fetch it anew where it comes from and try again.",
    ),
    "odd": Text(
        sv="den är packad så att program kan läsa den olika. Öppna den, spara den på nytt och försök igen.",
        en="it is packed so that two programs may read it differently. Open it, save it anew and try again.",
    ),
    "programs": Text(
        sv="den innehåller makron eller inbäddade filer. Spara den som PDF och välj den.",
        en="it holds macros or embedded files. Save it as a PDF and choose that.",
    ),
    "fetches": Text(
        sv="den hämtar något utifrån när den öppnas (en mall eller en länkad bild). Spara den som PDF.",
        en="it fetches something from elsewhere when it is opened (a template, a linked picture). Save it as "
        "a PDF.",
    ),
    "pdf-acts": Text(
        sv="PDF-filen innehåller program, formulär som skickas, eller filer i sig. Skriv ut den till en ny "
        "PDF och välj den.",
        en="the PDF holds programs, forms that are sent, or files of its own. Print it to a new PDF, and "
        "choose that.",
    ),
    "password": Text(
        sv="den har lösenord. Ta bort lösenordet, spara den och försök igen.",
        en="it has a password. Remove the password, save it and try again.",
    ),
    "two-kinds": Text(
        sv="den är två sorters fil på en gång. Öppna den, spara den på nytt och försök igen.",
        en="it is two kinds of file at once. Open it, save it anew and try again.",
    ),
    "heic": Text(
        sv="den är en bild i formatet HEIC, som bara vissa program kan läsa. På iPhone: ta bilden direkt "
        "här med Ta bild, eller välj den ur bildbiblioteket, tryck på Alternativ och välj Mest "
        "kompatibelt. På dator: öppna bilden, spara eller exportera den som JPEG och välj den. För "
        "kommande bilder: Inställningar, Kamera, Format, Mest kompatibelt.",
        en="it is a picture in the format HEIC, which only some programs read. On an iPhone: take the "
        "picture right here with Take Photo, or choose it in the photo library, tap Options and choose "
        "Most Compatible. On a computer: open the picture, save or export it as JPEG and choose that. For "
        "coming pictures: Settings, Camera, Formats, Most Compatible.",
    ),
    "old-office": Text(
        sv="den är sparad i Offices gamla format (.doc eller .xls), eller har lösenord. Spara den som .docx, "
        ".xlsx eller PDF.",
        en="it is saved in the old format of Office (.doc or .xls), or has a password. Save it as .docx, "
        ".xlsx or PDF.",
    ),
    "web": Text(
        sv="den är en webbsida eller en SVG-bild, och sådana kan innehålla program. Spara den som PDF, PNG "
        "eller JPEG.",
        en="it is a web page or an SVG picture, and such may hold programs. Save it as PDF, PNG or JPEG.",
    ),
    "package": Text(
        sv="den är ett paket med filer. Packa upp det och välj en fil i det.",
        en="it is a package of files. Unpack it and choose a file in it.",
    ),
    "unknown": Text(
        sv="den är varken JPEG, PNG, WebP, PDF, Word (docx), Excel (xlsx) eller OpenDocument (odt). Spara om "
        "den som en av dem.",
        en="it is neither JPEG, PNG, WebP, PDF, Word (docx), Excel (xlsx) nor OpenDocument (odt). Save it "
        "again as one of them.",
    ),
}
"""The words that the process apart may say of a file, for its sentences are not trusted."""


class Unfit(Exception):
    """A file that is not kept; the word says why."""

    def __init__(self, word: str) -> None:
        """Keep the word."""
        super().__init__(word)
        self.word = word


def refusal(word: str, name: str) -> AttachmentUnfit:
    """Return a refusal by its word."""
    return AttachmentUnfit(word, file=name, why=WHYS[word])
