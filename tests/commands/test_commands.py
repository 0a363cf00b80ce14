import json
from pathlib import Path
from zipfile import ZipFile

from evenemang.bootstrap import open_data
from evenemang.domain.actor import Actor
from evenemang.domain.decision import Draft
from evenemang.domain.dossier import SCHEMA
from evenemang.flow.deciding import Decide
from tests.commands.conftest import Run


def test_a_dossier_is_opened_listed_and_shown_by_id_alias_and_prefix(run: Run, dossier: str) -> None:
    listed = run("list", "--json")

    assert [row["id"] for row in listed.json] == [dossier]
    for handle in (dossier, "potatis", dossier[:3]):
        shown = run("show", handle, "--json")
        assert shown.code == 0
        assert shown.json["schema"] == SCHEMA
        assert shown.json["body"]["event"]["name"] == "Potatisfestivalen"


def test_an_answer_is_kept_with_who_gave_it_and_raises_its_risk(run: Run, dossier: str) -> None:
    answered = run(
        "answer", dossier, "crowds.queue-space", "no", "--comment", "Kön står i gatan", "--by", "Jonas"
    )

    assert answered.code == 0, answered.err
    body = run("show", dossier, "--json").json["body"]
    answer = body["assessment"]["answers"]["crowds.queue-space"]
    assert (answer["value"], answer["comment"], answer["given"]["by"]) == ("no", "Kön står i gatan", "Jonas")
    (risk,) = body["risks"]
    assert (risk["state"], risk["origin"]["question"]) == ("proposed", "crowds.queue-space")


def test_a_review_tells_what_stops_a_decision_and_says_so_with_its_exit_code(run: Run, dossier: str) -> None:
    reviewed = run("review", dossier, "--json")

    assert reviewed.code == 1
    findings = reviewed.json["findings"]
    assert {"rule": "question-unanswered", "severity": "error"}.items() <= findings[0].items()
    assert {"kind": "question", "id": "crowds.peak-in-zone"} in findings[0]["at"]
    assert set(findings[0]["says"]) == {"sv", "en"}
    assert reviewed.json["faults"] == []


def test_a_review_reads_as_a_list(run: Run, dossier: str) -> None:
    assert run("review", dossier).out.startswith("Hinder: Grundfrågor utan svar (question-unanswered)")


def test_a_review_that_only_warns_is_fine(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.json").write_text(json.dumps({"name": "Högläsning", "areas": []}), "utf-8")
    bare = run("new", "bare.json", "--by", "Jonas", "--json").json["id"]

    reviewed = run("review", bare)

    assert reviewed.code == 0
    assert reviewed.out.startswith("Varning: Föreslaget område som varken är med eller utelämnat")


def test_a_number_is_kept_as_a_number(run: Run, dossier: str) -> None:
    assert run("answer", dossier, "crowds.peak-in-zone", "3 700", "--by", "Jonas").code == 0

    body = run("show", dossier, "--json").json["body"]
    assert body["assessment"]["answers"]["crowds.peak-in-zone"]["value"] == 3700


def test_not_relevant_without_a_reason_is_refused_with_a_sentence_and_nothing_is_kept(
    run: Run, dossier: str
) -> None:
    refused = run("answer", dossier, "crowds.queue-space", "not-relevant", "--by", "Jonas")

    assert refused.code == 1
    assert refused.out == ""
    assert "skäl" in refused.err
    assert run("show", dossier, "--json").json["body"]["assessment"]["answers"] == {}


def test_a_text_that_is_too_long_is_refused_rather_than_cut(run: Run, dossier: str) -> None:
    refused = run("answer", dossier, "crowds.queue-space", "no", "--comment", "x" * 20_001, "--by", "Jonas")

    assert refused.code == 1
    assert "Högst 20000 tecken" in refused.err


def test_the_exit_code_tells_refusal_from_wrong_use(shell: Run, dossier: str) -> None:
    assert shell("show", "finns-inte").code == 1
    assert shell("answer", dossier, "crowds.queue-space", "kanske", "--by", "Jonas").code == 1
    assert shell("answer", dossier, "crowds.queue-space", "yes").code == 2
    assert shell("show").code == 2
    assert shell("bogus").code == 2


def test_the_data_folder_may_be_said_before_the_verb(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text(json.dumps({"name": "Högläsning"}), "utf-8")
    assert run("--data", str(tmp_path / "annan"), "new", "new.json", "--by", "Jonas").code == 0

    assert (tmp_path / "annan" / "evenemang.db").is_file()
    assert not (tmp_path / "data" / "evenemang.db").exists()


def test_a_refusal_is_said_in_the_readers_language(shell: Run) -> None:
    assert "Det finns inget" in shell("show", "finns-inte").err
    assert "There is nothing" in shell("show", "finns-inte", language="en").err


def test_the_workbook_is_written_before_the_command_ends_and_exported_on_demand(
    shell: Run, dossier: str, tmp_path: Path
) -> None:
    files = list((tmp_path / "data" / "workbooks" / "2027").rglob("*.xlsx"))

    assert [one.name for one in files] == [f"2027-08-20 Potatisfestivalen ({dossier}).xlsx"]
    assert shell("export", dossier, "ut.xlsx").code == 0
    assert ZipFile(tmp_path / "ut.xlsx").testzip() is None
    assert shell("verify").code == 0


def test_the_organisers_copy_is_exported_in_the_language_asked_for(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    assert run("export", dossier, "copy.xlsx", "--for", "organiser", "--language", "en").code == 0
    assert "Questions" in ZipFile(tmp_path / "copy.xlsx").read("xl/workbook.xml").decode()

    refused = run("export", dossier, "other.xlsx", "--for", "everybody")
    assert refused.code == 2
    assert not (tmp_path / "other.xlsx").exists()


def test_the_ending_of_the_file_decides_and_what_cannot_be_written_is_refused(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    assert run("export", dossier, "open.PDF", "--for", "public").code == 0
    assert (tmp_path / "open.PDF").read_bytes().startswith(b"%PDF")

    for file, audience in (
        ("ut.odt", ()),
        ("ut.docx", ("--for", "organiser")),
        ("ut.xlsx", ("--for", "public")),
        ("ut.xlsx", ("--for", "police")),
        ("ut.pdf", ("--for", "organiser")),
        ("ut.pdf", ("--their-number", "A1")),
    ):
        assert run("export", dossier, file, *audience).code == 2
        assert not (tmp_path / file).exists()


def test_the_answer_to_the_police_is_exported_once_the_group_has_decided(
    run: Run, dossier: str, tmp_path: Path
) -> None:
    early = run("export", dossier, "early.docx")
    assert (early.code, "gruppen har inte tagit ställning" in early.err) == (1, True)
    assert not (tmp_path / "early.docx").exists()
    draft = Draft(officer="Sara Lind", group_view="to-complete", motive="Väderplanen saknas.")
    open_data(tmp_path / "data").workspace.do(dossier, Decide(draft=draft), Actor(name="Sara Lind"))

    word = run("export", dossier, "yttrande.docx", "--their-number", "A12.3/2027")
    paper = run("export", dossier, "opinion.pdf", "--for", "police", "--language", "en")

    assert (word.code, word.out, paper.code) == (0, "", 0), word.err + paper.err
    assert word.err.startswith("Yttrandet är skrivet: yttrande.docx.")
    said = ZipFile(tmp_path / "yttrande.docx").read("word/document.xml").decode()
    assert "A12.3/2027" in said
    assert "Väderplanen saknas." in said
    assert (tmp_path / "opinion.pdf").read_bytes().startswith(b"%PDF")


def test_a_workbook_that_is_gone_is_found_by_verify(run: Run, dossier: str, tmp_path: Path) -> None:
    next((tmp_path / "data" / "workbooks" / "2027").rglob("*.xlsx")).unlink()

    verified = run("verify", "--json")

    assert verified.code == 1
    assert len(verified.json["faults"]) == 1


def test_a_file_that_describes_no_dossier_is_told_field_by_field(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text(json.dumps({"nmae": "X", "occasions": [{"date": "i går"}]}), "utf-8")

    refused = run("new", "odd.json", "--by", "Sara")

    assert refused.code == 1
    assert "nmae" in refused.err
    assert "occasions" in refused.err


def test_the_demo_refuses_a_folder_that_is_not_empty(run: Run, dossier: str) -> None:
    refused = run("demo")

    assert refused.code == 1
    assert "inte tom" in refused.err


def test_what_is_installed_checks_without_a_fault_and_a_bad_file_tells_all_of_its(
    run: Run, tmp_path: Path
) -> None:
    assert run("check").code == 0
    (tmp_path / "bad.yaml").write_text("area: bad\nversion: no\ntitle: Bara svenska\n", "utf-8")

    faulty = run("check", "bad.yaml", "--json")

    assert faulty.code == 1
    assert len(faulty.json) >= 2
    assert all(one["what"]["sv"] and one["do"]["sv"] for one in faulty.json)
    assert "bad.yaml:2" in faulty.err


def test_sums_are_listed_with_units_done_and_refused(run: Run) -> None:
    listed = run("calc", "--list", "--json").json
    zone = {"name": "Torget", "area_total_m2": 300}

    assert {"crowds.holding-capacity", "crowds.exit-capacity"} <= {one["id"] for one in listed}
    done = run("calc", "crowds.holding-capacity", json.dumps({"zones": [zone]}), "--json")
    assert done.json["outputs"]["capacity"] == 600
    told = run("calc", "crowds.density", '{"persons": 930, "area_m2": 300}').out.splitlines()
    assert told[0] == "Täthet: 3.1 personer/m²"
    assert "  Yta per person: 0.32 m²/person" in told
    refused = run("calc", "crowds.holding-capacity", json.dumps({"zones": [{**zone, "area_total_m2": -1}]}))
    assert (refused.code, refused.out) == (1, "")
    assert run("calc", "crowds.holding-capacity", "[1]").code == 2


def test_the_doctor_tells_versions_and_whether_the_folder_can_be_written(run: Run) -> None:
    examined = run("doctor", "--json")

    assert examined.code == 0
    assert {"Python", "streamlit", "Clock", "Fonts", "Sign-in"} <= {
        one["what"]["en"] for one in examined.json
    }


def test_the_doctor_tells_of_the_database_without_changing_it(run: Run, dossier: str, tmp_path: Path) -> None:
    assert dossier
    found = {one["what"]["en"]: one["found"] for one in run("doctor", "--json").json}
    (tmp_path / "data" / "evenemang.db").write_bytes(b"no database" * 1000)
    broken = run("doctor")

    assert found["Workbooks that wait"] == "0"
    assert found["Form of the database"]
    assert broken.code == 1
    assert "!!  Arbetsböcker som väntar" in broken.out
