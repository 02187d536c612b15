"""Terms go out to programs that know only the elder TBX, or a table; what comes in is proposed and changes nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from translate.storage.tbx import tbxfile

from builders.cli.menu import main
from tests.conftest import Project

DEFINITIONS = """\
term_id,domain,tier,editions,child_edition,definition_en,child_definition_en
child,people,core,cubs,allow,"A person under eighteen, whoever they are.",
help,people,core,cubs,allow,What somebody asks for.,
"""
TERMS = """\
term_id,lang,term,pos,status,note
child,en,child,n,preferred,
child,en,kid,n,forbidden,
child,fr,gosse,n,forbidden,
child,fr,enfant,n,preferred,
child,fr,mineur,n,admitted,
help,en,help,n,preferred,
"""
MARTIF = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="t1"><langSet xml:lang="en"><tig><term>Child</term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>enfant</term></tig><tig><term>jeune</term>
  <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig></langSet></termEntry>
<termEntry id="t2"><langSet xml:lang="en"><tig><term>help</term></tig></langSet>
  <langSet xml:lang="fr-FR"><ntig><termGrp><term>aide</term></termGrp></ntig></langSet>
  <langSet xml:lang="de"><tig><term>Hilfe</term></tig></langSet></termEntry>
<termEntry id="t3"><langSet xml:lang="en"><tig><term>screen</term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>écran</term></tig><tig><term>=1+1</term></tig></langSet></termEntry>
</body></text></martif>
"""


@pytest.fixture
def made(project, monkeypatch: pytest.MonkeyPatch) -> Project:
    done = project("Text.")
    done.write("locale/definitions.csv", DEFINITIONS)
    done.write("locale/termbase.csv", TERMS)
    done.write("out/terms.tbx", MARTIF)
    monkeypatch.chdir(done.folder)
    return done


def cop(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def proposals(made: Project) -> list[list[str]]:
    with (made.folder / "build/term-proposals.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_translate_toolkit_reads_the_elder_form_with_the_preferred_word_first(made: Project) -> None:
    cop("export", "-l", "fr", "-f", "tbx2", "-o", "out/fr.tbx")

    file = tbxfile(sourcelanguage="en", targetlanguage="fr")
    file.parse(Path("out/fr.tbx").read_bytes())
    first = file.units[0]
    assert (first.source, first.target) == ("child", "enfant")
    assert [(each.text, each.deprecated) for each in first.get_target_terms()] == [
        ("enfant", False),
        ("mineur", False),
        ("gosse", True),
    ]


def test_a_table_has_a_row_for_every_english_word_that_may_be_used(made: Project) -> None:
    cop("export", "-l", "fr", "-f", "csv", "-o", "out/fr.csv")

    assert Path("out/fr.csv").read_text(encoding="utf-8") == (
        "source,target,context,translator_comments,developer_comments\n"
        'child,enfant,child,Also: mineur. Never: gosse.,"A person under eighteen, whoever they are."\n'
    )


def test_a_table_may_take_the_place_of_an_earlier_one_only(made: Project) -> None:
    made.write("out/other.csv", "a,b\n")

    done = cop("export", "-l", "fr", "-f", "csv", "-o", "out/other.csv")

    assert (done.exit_code, "export-place" in done.output) == (2, True)


def test_what_comes_in_is_proposed_and_the_termbase_stays_as_it_is(made: Project) -> None:
    before = (made.folder / "locale/termbase.csv").read_bytes()

    done = cop("import", "out/terms.tbx")

    assert done.exit_code == 0
    assert "terms: 4 words proposed, 3 known; they stand in build/term-proposals.csv" in done.output
    assert proposals(made) == [
        ["child", "fr", "jeune", "", "admitted", "from out/terms.tbx:4"],
        ["help", "fr", "aide", "", "preferred", "from out/terms.tbx:7"],
        ["", "en", "screen", "", "preferred", "from out/terms.tbx:9"],
        ["", "fr", "écran", "", "preferred", "for “screen”; from out/terms.tbx:10"],
    ]
    assert (made.folder / "locale/termbase.csv").read_bytes() == before


def test_our_own_file_proposes_nothing(made: Project) -> None:
    for form in ("tbx", "tbx2"):
        cop("export", "-f", form, "-o", f"out/all-{form}.tbx")

        assert "terms: 0 words proposed, 6 known\n" in cop("import", f"out/all-{form}.tbx").output


def test_a_word_with_another_status_is_proposed_with_what_the_termbase_says(made: Project) -> None:
    text = MARTIF.replace("<term>enfant</term>", "<term>mineur</term>")
    made.write("out/terms.tbx", text)

    cop("import", "out/terms.tbx", "-l", "fr")

    assert proposals(made)[0][5].startswith("the termbase says admitted; the termbase prefers “enfant”; from")


def test_on_a_dry_run_nothing_is_written(made: Project) -> None:
    assert "they would stand in" in cop("import", "--dry-run", "out/terms.tbx").output
    assert not (made.folder / "build").exists()
