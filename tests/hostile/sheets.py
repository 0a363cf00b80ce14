"""Workbooks whose cells are too many, in the wrong place, or not what they say."""

from __future__ import annotations

import re

from tests.hostile.corpus import READ, hostile
from tests.hostile.packing import (
    RISKS,
    STRINGS,
    STYLES,
    after_cells,
    edited,
    in_sheet,
    packed,
    unpacked,
    value_of,
    with_parts,
)

NO_SENSE = "går inte att tolka"
LARGE = "större än en arbetsbok"
ROW = re.compile(rb'<row r="5".*?</row>', re.DOTALL)


def _row(book: bytes) -> bytes:
    found = ROW.search(unpacked(book)[RISKS])
    assert found
    return found[0]


@hostile(READ)
def stray_cell(book: bytes) -> bytes:
    """One cell in the last corner of a sheet, by a slip of the hand."""
    return in_sheet(book, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


@hostile(LARGE)
def empty_rows(book: bytes) -> bytes:
    """A million rows without cells."""
    return in_sheet(book, b"<row/>" * 1_000_000)


@hostile(LARGE)
def full_rows(book: bytes) -> bytes:
    """Three hundred thousand cells with something in them."""
    return in_sheet(book, (b"<row>" + b"<c><v>1</v></c>" * 10_000 + b"</row>") * 31)


@hostile(NO_SENSE)
def rows_without_a_table(book: bytes) -> bytes:
    """Rows in something else than a sheet's table of cells: one reader would find them, another none."""
    renamed = edited(book, RISKS, b"<sheetData>", b"<rowData>")
    return edited(renamed, RISKS, b"</sheetData>", b"</rowData>")


@hostile(LARGE)
def styled_cells(book: bytes) -> bytes:
    """A colour on every cell to the right, in 260 rows: cells, though nothing is in them."""
    return in_sheet(book, (b"<row>" + b"<c/>" * 2_000 + b"</row>") * 260)


@hostile(READ)
def coloured_rows(book: bytes) -> bytes:
    """A colour on five thousand rows: they are there, though nothing is in them."""
    return in_sheet(book, b'<row s="1" customFormat="1"/>' * 5_000)


@hostile(NO_SENSE)
def row_beyond(book: bytes) -> bytes:
    """A row far beyond the last one that a sheet can have: a reader that fills the gap never ends."""
    return in_sheet(book, b'<row r="1000000000000"><c><v>1</v></c></row>')


@hostile(NO_SENSE)
def row_nought(book: bytes) -> bytes:
    """A row with the number 0."""
    return in_sheet(book, b'<row r="0"><c><v>1</v></c></row>')


@hostile(NO_SENSE)
def row_below_nought(book: bytes) -> bytes:
    """A row with a number below 0, among the risks."""
    return edited(book, RISKS, b'<row r="5"', b'<row r="-5"')


@hostile(NO_SENSE)
def row_without_number(book: bytes) -> bytes:
    """A row whose number is a word."""
    return edited(book, RISKS, b'<row r="5"', b'<row r="fem"')


@hostile(NO_SENSE)
def rows_out_of_order(book: bytes) -> bytes:
    """A row that stands after a later one: some readers leave it out unseen."""
    row = _row(book)
    moved = edited(book, RISKS, row, b"")
    return edited(moved, RISKS, b"</sheetData>", row + b"</sheetData>")


@hostile(NO_SENSE)
def row_twice(book: bytes) -> bytes:
    """Two rows of the same number, with different content: which one counts?"""
    row = _row(book)
    return edited(book, RISKS, row, row + row.replace(b'<c r="F5" s="31"><v>', b'<c r="F5" s="31"><v>1'))


@hostile(NO_SENSE)
def cells_out_of_order(book: bytes) -> bytes:
    """A cell that stands after the last column of its row: some readers leave it out unseen."""
    cell = re.search(rb'<c r="F5".*?</c>', _row(book))
    assert cell
    return edited(
        book, RISKS, _row(book), _row(book).replace(cell[0], b"").replace(b"</row>", cell[0] + b"</row>")
    )


@hostile(NO_SENSE)
def cell_twice(book: bytes) -> bytes:
    """Two cells in the same place."""
    cell = re.search(rb'<c r="F5".*?</c>', _row(book))
    assert cell
    return edited(book, RISKS, cell[0], cell[0] + cell[0].replace(b"<v>", b"<v>1"))


@hostile(NO_SENSE)
def cell_of_another_row(book: bytes) -> bytes:
    """A cell that says it stands in another row."""
    return edited(book, RISKS, b'<c r="F5"', b'<c r="F9"')


@hostile(NO_SENSE)
def cell_beyond(book: bytes) -> bytes:
    """A cell to the right of the last column."""
    return in_sheet(book, b'<row r="900"><c r="ZZZ900"><v>1</v></c></row>')


@hostile(NO_SENSE)
def cell_nowhere(book: bytes) -> bytes:
    """A cell whose place is no place."""
    return edited(book, RISKS, b'<c r="F5"', b'<c r="5F"')


@hostile(READ)
def without_places(book: bytes) -> bytes:
    """A sheet whose rows do not say where they are: they follow each other, as the standard allows."""
    whole = unpacked(book)[RISKS]
    return with_parts(book, risks=re.sub(rb'<row r="\d+"', b"<row", whole))


@hostile(READ)
def size_too_small(book: bytes) -> bytes:
    """A sheet that says it has one cell: a reader that believes it loses the rest."""
    return with_parts(
        book, risks=re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', unpacked(book)[RISKS])
    )


@hostile(READ)
def size_too_large(book: bytes) -> bytes:
    """A sheet that says it is full: a reader that believes it takes all memory."""
    size = b'<dimension ref="A1:XFD1048576"'
    return with_parts(book, risks=re.sub(rb'<dimension ref="[^"]+"', size, unpacked(book)[RISKS]))


@hostile(READ)
def size_without_sense(book: bytes) -> bytes:
    """A sheet whose size is no place."""
    return with_parts(
        book, risks=re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="?:!"', unpacked(book)[RISKS])
    )


@hostile(READ)
def all_cells_as_one(book: bytes) -> bytes:
    """A whole sheet merged into one cell."""
    return after_cells(book, b'<mergeCells count="1"><mergeCell ref="A200:XFD1048576"/></mergeCells>')


@hostile(LARGE)
def many_merged(book: bytes) -> bytes:
    """A hundred thousand merged cells."""
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (one, one) for one in range(200, 100_300))
    return after_cells(book, b"<mergeCells>" + merged + b"</mergeCells>")


@hostile(LARGE)
def many_dropdowns(book: bytes) -> bytes:
    """A hundred thousand drop-downs."""
    return after_cells(
        book, b"<dataValidations>" + b'<dataValidation sqref="A1"/>' * 101_000 + b"</dataValidations>"
    )


@hostile(READ)
def strange_dropdown(book: bytes) -> bytes:
    """A drop-down of a kind that no reader knows."""
    return after_cells(
        book, b'<dataValidations><dataValidation type="x" new="1" sqref="?"/></dataValidations>'
    )


@hostile(READ)
def strange_drawing(book: bytes) -> bytes:
    """A sheet that points at a drawing and a table that are not there."""
    rel = b'<drawing r:id="rId9"/><tableParts count="1"><tablePart r:id="rId8"/></tableParts>'
    return after_cells(book, rel)


@hostile(LARGE)
def long_text(book: bytes) -> bytes:
    """A text of two million characters in a cell."""
    return edited(book, STRINGS, b"<t>", b"<t>" + b"ha" * 1_000_000)


@hostile(LARGE)
def many_texts(book: bytes) -> bytes:
    """Two hundred thousand texts."""
    return edited(book, STRINGS, b"</sst>", b"<si><t>a</t></si>" * 201_000 + b"</sst>")


@hostile(LARGE)
def one_text_everywhere(book: bytes) -> bytes:
    """A text of 30 000 characters that 100 000 cells point at: three thousand million characters."""
    made = edited(book, STRINGS, b"</sst>", b"<si><t>" + b"x" * 30_000 + b"</t></si></sst>")
    at = unpacked(book)[STRINGS].count(b"<si>")
    cells = b'<c t="s"><v>%d</v></c>' % at
    return in_sheet(made, (b"<row>" + cells * 1_000 + b"</row>") * 100)


@hostile(LARGE)
def many_runs(book: bytes) -> bytes:
    """A text in two hundred thousand pieces, each with a look of its own."""
    return edited(book, STRINGS, b"</sst>", b"<si>" + b"<r><t>a</t></r>" * 201_000 + b"</si></sst>")


@hostile(READ)
def shared_formulas(book: bytes) -> bytes:
    """Two thousand cells that share a long formula, each to be worked out from the first."""
    first = (
        b'<row><c r="A900"><f t="shared" ref="A900:A2900" si="0">'
        + b"A1+" * 2_000
        + b"1</f><v>1</v></c></row>"
    )
    rest = b"".join(
        b'<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>' % (one, one)
        for one in range(901, 2_900)
    )
    return in_sheet(book, first.replace(b"<row>", b'<row r="900">') + rest)


@hostile(READ)
def program_in_a_formula(book: bytes) -> bytes:
    """A formula that starts a program in old Excel: nothing here works out a formula."""
    return in_sheet(book, b"<row><c><f>cmd|'/c calc'!A0</f><v>0</v></c></row>")


@hostile(READ)
def beacon_in_a_formula(book: bytes) -> bytes:
    """A formula that fetches from a server: nothing here works out a formula."""
    return in_sheet(book, b'<row><c t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>x</v></c></row>')


@hostile(NO_SENSE)
def text_beyond(book: bytes) -> bytes:
    """A cell that points at a text that is not there."""
    return value_of(book, b' t="s"', b"999999")


@hostile(NO_SENSE)
def text_below_nought(book: bytes) -> bytes:
    """A cell that points at text −1: some readers then take the last one."""
    return value_of(book, b' t="s"', b"-1")


@hostile(NO_SENSE)
def no_number(book: bytes) -> bytes:
    """A number that is none."""
    return value_of(book, b"", b"NaN")


@hostile(NO_SENSE)
def infinite(book: bytes) -> bytes:
    """A number too large for any computer."""
    return value_of(book, b"", b"1e999")


@hostile(NO_SENSE)
def long_number(book: bytes) -> bytes:
    """A number of four thousand digits."""
    return value_of(book, b"", b"9" * 4_000)


@hostile(NO_SENSE)
def likelihood_beyond(book: bytes) -> bytes:
    """A likelihood of 7 000 000."""
    return value_of(book, b"", b"7000000")


@hostile(NO_SENSE)
def likelihood_in_words(book: bytes) -> bytes:
    """A likelihood that is an error."""
    return value_of(book, b' t="e"', b"#REF!")


@hostile(NO_SENSE)
def strange_type(book: bytes) -> bytes:
    """A cell of a type that is not."""
    return value_of(book, b' t="zzz"', b"3")


@hostile(NO_SENSE)
def truth_of_seven(book: bytes) -> bytes:
    """A truth value that is 7."""
    return value_of(book, b' t="b"', b"7")


@hostile(NO_SENSE)
def style_beyond(book: bytes) -> bytes:
    """A cell whose style is no number."""
    return edited(book, RISKS, b'<c r="F5" s="', b'<c r="F5" s="x')


@hostile(READ)
def styles_beyond(book: bytes) -> bytes:
    """Cells of a style that is not there, on a sheet that nobody reads."""
    return in_sheet(book, b'<row><c s="99999"><v>1</v></c></row>')


@hostile(NO_SENSE)
def day_beyond(book: bytes) -> bytes:
    """Days that are after the end of the calendar."""
    return _days(book, b"9999999999")


@hostile(NO_SENSE)
def day_below_nought(book: bytes) -> bytes:
    """Days that are before the beginning of the calendar."""
    return _days(book, b"-99999999")


@hostile(NO_SENSE)
def day_infinite(book: bytes) -> bytes:
    """Days without end."""
    return _days(book, b"1e400")


def _days(book: bytes, value: bytes) -> bytes:
    """Return the book with every number that may be a day put otherwise, on the sheet of facts."""
    facts = "xl/worksheets/sheet2.xml"
    changed, count = re.subn(rb"<v>45\d{3}(\.\d+)?</v>", b"<v>" + value + b"</v>", unpacked(book)[facts])
    assert count
    return packed(unpacked(book) | {facts: changed})


@hostile(NO_SENSE)
def half_a_character(book: bytes) -> bytes:
    """A text with half of an emoji: no text of Unicode."""
    return edited(book, STRINGS, b"<t>Potatisfestivalen", b"<t>_xD83E_Potatisfestivalen")


@hostile(NO_SENSE)
def deep_journal(book: bytes) -> bytes:
    """A history whose JSON is lists within lists, a few thousand deep."""
    deep = b"[" * 9_000 + b"]" * 9_000
    whole = unpacked(book)[STRINGS]
    found = re.search(rb"<t>\{&quot;|<t>\{\"", whole)
    assert found
    end = whole.index(b"</t>", found.end())
    return with_parts(book, strings=whole[: found.start()] + b"<t>" + deep + whole[end:])


@hostile(READ)
def unknown_style_kind(book: bytes) -> bytes:
    """A look that no reader knows, among the styles."""
    return edited(book, STYLES, b"<fonts ", b'<knownFonts new="1"/><fonts ')


@hostile(READ)
def texts_in_the_cells(book: bytes) -> bytes:
    """A workbook whose texts stand in the cells themselves, as other programs write."""
    texts = re.findall(rb"<si>(.*?)</si>", unpacked(book)[STRINGS], re.DOTALL)
    parts = unpacked(book)
    for name in [one for one in parts if one.startswith("xl/worksheets/sheet")]:
        parts[name] = re.sub(
            rb' t="s"><v>(\d+)</v>',
            lambda found: b' t="inlineStr"><is>' + texts[int(found[1])] + b"</is>",
            parts[name],
        )
    return packed(parts)
