"""PDF: looked through for what would act when somebody opens it, object by object."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import is_zipfile

from pypdf import PasswordType, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from evenemang.attachments.refusals import Unfit

KEYS = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"})
ACTS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/RichMedia", "/EmbeddedFile"}
)
NAMED_BY = ("/S", "/Type", "/Subtype")  # where an object says what it is
BYTES = (b"/JavaScript", b"/EmbeddedFile")  # in earlier versions of the file, too
TAIL = 1_024  # bytes at the end, in which the file must say that it ends
MOST_DEEP = 50


def look_through(content: bytes) -> None:
    """Look through a PDF, and take it as it is.

    Raises:
        Unfit: If it is not whole, has a password, acts, holds files, or is another kind of file as well.
    """
    if b"%%EOF" not in content[-TAIL:]:
        raise Unfit("torn")
    if is_zipfile(BytesIO(content)):
        raise Unfit("two-kinds")
    if any(one in content for one in BYTES):
        raise Unfit("pdf-acts")
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise Unfit("password")
        if not reader.pages:
            raise Unfit("torn")
        acts = any(_acts(one) for one in _objects(reader))
    except (Unfit, MemoryError):
        raise
    except Exception as broken:  # a parser of hostile bytes: whatever it says, the file is not taken
        raise Unfit("torn") from broken
    if acts:
        raise Unfit("pdf-acts")


def _objects(reader: PdfReader) -> Iterator[object]:
    """Yield every object of the file once, as its list has it, and what the list itself says."""
    yield reader.trailer
    listed = {(number, of) for of, numbers in reader.xref.items() for number in numbers}
    packed = {(number, 0) for number in reader.xref_objStm}
    for number, of in sorted(listed | packed):
        found = reader.get_object(IndirectObject(number, of, reader))
        if found is not None:
            yield found


def _acts(found: object, deep: int = 0) -> bool:
    """Whether an object, or what stands in it, is or begins a program or a file."""
    if deep > MOST_DEEP:
        return True
    if isinstance(found, DictionaryObject):
        said = [found.raw_get(one) for one in NAMED_BY if one in found]
        acts = any(isinstance(one, NameObject) and one in ACTS for one in said)
        return bool(acts or KEYS & found.keys()) or any(_acts(found.raw_get(key), deep + 1) for key in found)
    if isinstance(found, ArrayObject):
        return any(_acts(one, deep + 1) for one in list.__iter__(found))
    return False
