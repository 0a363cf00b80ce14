"""The first sheet of a twin: how to use it, in ten lines, in both languages side by side."""

from __future__ import annotations

from evenemang.domain.text import Text

LINES: tuple[Text, ...] = (
    Text(
        sv="Fyll i bladen från vänster till höger: Område, Källor, Avsnitt, Frågor, Svarsval, Risker och "
        "Åtgärder.",
        en="Fill in the sheets from left to right: Area, Sources, Sections, Questions, Choices, Risks and "
        "Actions.",
    ),
    Text(
        sv="En rad är en sak. Lägg till rader var du vill; tomma rader räknas inte. Ordningen på raderna är "
        "ordningen som visas.",
        en="One row is one thing. Add rows wherever you like; empty rows do not count. The order of the rows "
        "is the order shown.",
    ),
    Text(
        sv="Skriv varje text på både svenska och engelska.",
        en="Write every text in both Swedish and English.",
    ),
    Text(
        sv="Ställ dig i en cell, så ser du vad som ska stå där. Pilen till höger om cellen visar vad du kan "
        "välja.",
        en="Stand in a cell to see what belongs there. The arrow to its right shows what you can choose.",
    ),
    Text(
        sv="Fråga efter en sak i taget, så att ja är det trygga svaret.",
        en="Ask for one thing at a time, so that yes is the safe answer.",
    ),
    Text(
        sv="En risk väcks av dåliga svar: nej och delvis när frågan är ja eller nej, annars ett villkor som "
        "answer > 10.",
        en="A risk is raised by bad answers: no and partly when the question is yes or no, otherwise a "
        "condition such as answer > 10.",
    ),
    Text(
        sv="Villkor skrivs med orden på bladet Listor, till exempel event.peak_visitors >= 300 && "
        "event.stage.",
        en="Conditions use the words of the sheet Lists, such as event.peak_visitors >= 300 && event.stage.",
    ),
    Text(
        sv="Ett publicerat id byter aldrig betydelse. Ta inte bort frågan, utan skriv dagen under Ur bruk "
        "från.",
        en="A published id never changes meaning. Do not remove the question, but write the day under "
        "Retired on.",
    ),
    Text(
        sv="Kolumner och blad får flyttas, men ska heta som de heter. Egna anteckningar skriver du på ett "
        "eget blad.",
        en="Columns and sheets may be moved, but keep their names. Write notes of your own on a sheet of "
        "your own.",
    ),
    Text(
        sv="Spara som .xlsx och kör: evenemang checklist from-excel FIL.xlsx. Varje fel visas med blad, rad, "
        "kolumn och råd.",
        en="Save as .xlsx and run: evenemang checklist from-excel FILE.xlsx. Every fault is told with sheet, "
        "row, column and advice.",
    ),
)
