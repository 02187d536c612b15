"""The status: the same numbers on the terminal, as JSON, in the manifest, and on a page that needs no script."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from builders.catalogs.translations import open_translations
from builders.cli.menu import main
from builders.editions.carrying import count_units
from builders.editions.sizes import measure_edition
from builders.editions.source_reading import parse_source
from builders.model.messages import Standing
from builders.model.progress import CountedMessage, Coverage, LanguageProgress, Progress
from builders.problems import Problem
from builders.publishing.planning import plan
from builders.publishing.publish import publish
from builders.publishing.status_page import progress_by_language, status_files
from builders.translating.status_report import MARKS, as_json, bar, print_language, print_overview, print_sizes
from tests.conftest import ROOT, Project

TAGS = ("en", "fr")
PAGE = """
    One.

    One.

    .. audience:: inventors

       Two words.

    .. recommendation:: rec-gen-001
       :strength: must
       :who: company
       :risks: all
       :instruments: crc.34
       :ages: all
       :disability: rel
       :adaptation: fixed

       Three small words.
    """
FRENCH = """
    msgid "One."
    msgstr "Un."

    #, fuzzy
    msgid "Two words."
    msgstr "Deux."

    #~ msgid "Gone."
    #~ msgstr "Parti."
    """


def made(project) -> Project:
    done = project(PAGE, rec_gen_001="recommendation")
    done.catalog("fr", "shared", FRENCH)
    return done


def measured(done: Project) -> list[LanguageProgress]:
    settings = done.settings
    opened = [open_translations(settings, settings.language(tag)) for tag in TAGS]
    return progress_by_language(count_units(settings, parse_source(settings), opened), settings)


def french(done: Project) -> LanguageProgress:
    return next(each for each in measured(done) if each.language.tag == "fr")


def published(done: Project, *, languages: Sequence[str] = TAGS, editions: Sequence[str] = ()) -> Path:
    chosen = plan(done.settings, languages=languages, editions=editions, formats=["html"])
    return publish(done.settings, chosen=chosen, processes=2).folder


def page(folder: Path) -> html.HtmlElement:
    return html.fromstring((folder / "status.html").read_bytes())


def amounts(progress: Progress) -> dict[str, tuple[int, int]]:
    found = ((standing, progress.at(standing)) for standing in Standing)
    return {standing.value: (amount.messages, amount.words) for standing, amount in found if amount.messages}


def test_an_edition_counts_what_its_readers_meet(project) -> None:
    progress = french(made(project))

    # Its opening page and the title of the page are untranslated too.
    assert amounts(progress.editions["inventors"].everything) == {
        "untranslated": (3, 5),
        "fuzzy": (1, 2),
        "translated": (1, 1),
    }
    assert "fuzzy" not in amounts(progress.editions["cubs"].everything)


def test_the_first_tier_of_an_edition_is_counted_apart(project) -> None:
    done = made(project)
    done.give_tier("cubs", blocks=["rec"])

    progress = french(done)

    assert amounts(progress.editions["inventors"].first) == {"untranslated": (1, 3)}
    assert amounts(progress.editions["cubs"].first) == {"untranslated": (2, 4)}


def test_all_editions_together_count_a_shared_message_once(project) -> None:
    progress = french(made(project))

    assert progress.together.everything.at(Standing.TRANSLATED).messages == 1
    assert progress.together.everything.total.messages == 4 + 4


@pytest.mark.slow
def test_the_status_and_the_manifest_say_the_same(project) -> None:
    done = made(project)
    expected = {
        (each.language.tag, name): tiered.everything.coverage
        for each in measured(done)
        for name, tiered in each.editions.items()
    }

    manifest = json.loads((published(done) / "manifest.json").read_text(encoding="utf-8"))

    covered = {(each["language"], each["edition"]): each["coverage"] for each in manifest["artifacts"]}
    assert {place: Coverage(translated=c["translated"], total=c["total"]) for place, c in covered.items()} == expected


@pytest.mark.slow
def test_the_page_of_a_version_shows_what_the_command_counts(project) -> None:
    done = made(project)

    folder = published(done)

    assert (folder / "status.html").read_bytes() == status_files(measured(done), done.settings)["status.html"]


@pytest.mark.slow
def test_the_page_shows_only_what_the_version_holds(project) -> None:
    done = made(project)

    found = page(published(done, languages=["en", "fr"], editions=["inventors"]))

    assert found.xpath("//section/h2/@id") == ["glance", "fr"]
    assert found.xpath("//section[2]/table[1]/tbody/tr/th/text()") == ["Inventors"]


@pytest.mark.slow
def test_a_version_without_translations_says_so(project) -> None:
    found = page(published(made(project), languages=["en"], editions=["inventors"]))

    assert "This version holds only the English text." in found.text_content()
    assert found.xpath("//table") == []


@pytest.mark.slow
def test_the_portal_leads_to_the_page_and_back(project) -> None:
    folder = published(made(project), languages=["fr"], editions=["inventors"])

    assert html.fromstring((folder / "index.html").read_bytes()).xpath("//footer//a[@href='status.html']")
    assert page(folder).xpath("//header//a[@href='index.html']")


@pytest.mark.slow
def test_the_page_can_be_read_without_its_colours_and_without_a_script(project) -> None:
    found = page(published(made(project), languages=["fr", "ar"]))

    assert found.xpath("//script") == []
    assert found.xpath("//table[not(caption)] | //th[not(@scope)]") == []
    for cell in found.xpath("//table[@class='status']/tbody/tr/td"):
        assert re.search(r"\d+ % [\d,]+ words? left", " ".join(cell.text_content().split())) or cell.text == "–"
    assert set(found.xpath("//*[contains(@class, 'bar')]/@aria-hidden")) == {"true"}


@pytest.mark.slow
def test_nothing_of_sphinx_is_loaded_when_nothing_has_changed(project) -> None:
    done = made(project)
    published(done, languages=["fr"], editions=["inventors"])
    code = (
        "import sys; from pathlib import Path; from builders.settings import read_settings\n"
        "from builders.publishing.publish import publish; from builders.publishing.planning import plan\n"
        "settings = read_settings(Path(sys.argv[1]))\n"
        "chosen = plan(settings, languages=['fr'], editions=['inventors'], formats=['html'])\n"
        "print(publish(settings, chosen=chosen).built, 'sphinx' in sys.modules, 'docutils' in sys.modules)"
    )

    ran = subprocess.run([sys.executable, "-c", code, done.folder], capture_output=True, text=True, cwd=ROOT)

    assert ran.stdout.split() == ["0", "False", "False"], ran.stderr


def test_the_overview_has_one_line_a_language_within_eighty_characters(project, capsys) -> None:
    done = made(project)
    done.give_tier("cubs", blocks=["rec"])

    print_overview(measured(done), done.settings)

    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    (line,) = (line for line in lines if line.startswith("French"))
    assert re.fullmatch(r"French +[█▓▒░·]{12} \d+ % +\d+ +\d+ % +\d+ % +\d+ % +\d+ % +\d+ %", line)


def test_a_language_has_all_numbers_within_eighty_characters(project, capsys) -> None:
    done = made(project)

    print_language(french(done), done.settings)

    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert re.search(r"^Inventors +5 +– +– +1 +1 +3$", out, re.MULTILINE)
    assert re.search(r"^Inventors +8 +– +– +1 +2 +5$", out, re.MULTILINE)


def test_the_sizes_of_the_editions_can_be_asked_for(project, capsys) -> None:
    done = made(project)
    settings, doctrees = done.settings, parse_source(done.settings)

    print_sizes({each.id: measure_edition(doctrees, each, settings) for each in settings.editions}, settings)

    assert re.search(r"^ +recommendation +1 +1 +1 +1$", capsys.readouterr().out, re.MULTILINE)


def test_the_keys_of_the_json_stay_as_they_are(project) -> None:
    done = made(project)
    settings, doctrees = done.settings, parse_source(done.settings)
    sizes = {each.id: measure_edition(doctrees, each, settings) for each in settings.editions}

    said = json.loads(as_json(sizes, measured(done), settings))

    assert list(said) == ["version", "editions", "coverage", "tier_1", "languages"]
    assert list(said["editions"][0]) == [
        *("edition", "words", "own_words", "annex_words", "blocks", "by_type", "unused_terms"),
    ]
    assert said["coverage"][0] == {"language": "en", "edition": "plan-makers", "translated": 4, "total": 4}
    language = said["languages"][0]
    assert list(language) == ["language", "state", "editions", "together", "labels", "refused"]
    assert list(language["editions"][0]) == ["edition", "everything", "tier_1"]
    assert language["editions"][1]["everything"]["words"] == {
        "untranslated": 5,
        "fuzzy": 2,
        "translated": 1,
        "reviewed": 0,
        "approved": 0,
        "total": 8,
    }


@given(st.lists(st.sampled_from(list(Standing)), min_size=1, max_size=400), st.integers(len(Standing), 60))
def test_a_bar_has_its_width_and_hides_nothing(standings: list[Standing], width: int) -> None:
    progress = Progress.of(
        CountedMessage(id=str(number), words=1, is_first=False, standing=standing)
        for number, standing in enumerate(standings)
    )

    shown = bar(progress, width)

    assert len(shown) == width
    assert set(shown) == {MARKS[standing] for standing in standings}


@pytest.mark.parametrize(
    ("line", "words"),
    [('folders = ["kids"]', "“kids”, which is no folder"), ('blocks = ["recommendation"]', "no identifier begins")],
)
def test_a_first_tier_of_nothing_is_a_fault_of_the_settings(project, line: str, words: str) -> None:
    done = project("Text.")
    path = done.folder / "source" / "editions.toml"
    name = line.partition(" ")[0]
    path.write_text(re.sub(rf"^{name} = .*", line, path.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")

    with pytest.raises(Problem, match=words):
        done.settings  # noqa: B018 - reading them is the point


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Messages that are translated"),
        (("--language", "fr"), "fr French"),
        (("--sizes",), "English text"),
        (("--json",), '"tier_1"'),
    ],
)
def test_the_command_says_what_it_is_asked_for(project, monkeypatch, arguments: tuple[str, ...], words: str) -> None:
    monkeypatch.chdir(made(project).folder)

    done = CliRunner().invoke(main, ["status", *arguments])

    assert (done.exit_code, words in done.output) == (0, True)
