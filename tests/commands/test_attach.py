"""`evenemang attach`: files brought from the command line, by the same rules as on the pages."""

import json
from pathlib import Path

from tests.attachments.making import pdf, photograph
from tests.commands.conftest import Run

SAID = ("--kind", "picture", "--secrecy", "internal", "--by", "Sara Lind")


def test_files_are_attached_listed_and_refused_by_what_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nytt.json").write_text('{"name": "Höstfesten"}')
    dossier = run("new", "nytt.json", "--by", "Sara Lind", "--json").json["id"]
    (tmp_path / "entrén.jpg").write_bytes(photograph())
    (tmp_path / "intyg.png").write_bytes(pdf())
    (tmp_path / "karta.pdf").write_bytes(b"<html><script>")

    done = run("attach", dossier, "entrén.jpg", "intyg.png", *SAID, "--describe", "Grinden", "--json")
    refused = run("attach", dossier, "karta.pdf", *SAID)

    assert done.code == 0, done.err
    assert [(one["name"], one["file"][-4:], one["description"]) for one in done.json] == [
        ("entrén.jpg", ".jpg", "Grinden"),
        ("intyg.png", ".pdf", "Grinden"),
    ]
    assert refused.code == 1
    assert "karta.pdf går inte att bifoga: den är en webbsida" in refused.err
    shown = run("show", dossier)
    assert "Bilaga: entrén.jpg (bild, " in shown.err
    assert len(json.loads(shown.out.partition("\n")[2])["attachments"]) == 2


def test_what_it_is_who_may_see_it_and_who_attaches_must_be_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())

    for words in ((*SAID[:2], *SAID[4:]), SAID[:4], ("--kind", "karta", *SAID[2:])):
        assert run("attach", "x", "a.pdf", *words).code == 2
