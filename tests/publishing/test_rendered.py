"""The words of an edition are those of its pages, as a reader would count them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from builders.authoring.check_command import run_checks
from builders.catalogs.counting import count_words
from builders.cli.menu import main
from builders.editions.extraction import extract
from builders.editions.source_reading import parse_source
from builders.model.editions import Format
from builders.model.messages import SourceMessage
from builders.publishing import rendered, scheduling
from builders.publishing.rendered import RenderedWords, rendered_words
from tests.conftest import Project

pytestmark = pytest.mark.slow

PAGE = """
    Five plain words stand here. [#note]_ It’s one; age-old too.

    .. recommendation:: rec-gen-001
       :strength: must
       :who: company, regulator
       :risks: met.flattery
       :instruments: crc.34
       :ages: all
       :disability: core
       :adaptation: localise
       :variables: law.csam

       Take care of :instrument:`crc`, and see :see:`rec-gen-001`.

    .. overview:: by-stakeholder

    .. overview:: facts

    .. list-table:: Caption
       :header-rows: 1

       * - Head
         - Other
       * - Cell
         - Last

    .. audience:: inventors

       Only a company reads this.

    .. figure:: lamp.svg
       :alt: Words that nobody sees.

       Below the lamp.

    .. [#note] A footnote with six more words.
    """


@pytest.fixture
def made(project) -> Project:
    done: Project = project(PAGE, rec_gen_001="recommendation")
    done.write("source/shared/lamp.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    done.write("source/shared/tables.rst", "Tables\n======\n\nThree more words.\n")
    for edition in done.settings.editions:
        text = "Opening\n=======\n\n.. toctree::\n\n   /shared/page\n   /shared/tables\n"
        done.write(f"source/{edition.root}.rst", text)
    return done


def annex(made: Project, pattern: str) -> None:
    """Let the pages that fit *pattern* be annexes of every edition."""
    text = (made.folder / "source/editions.toml").read_text(encoding="utf-8")
    lines = re.sub(r"^(documents = .*)$", rf'\1\nannexes = ["{pattern}"]', text, flags=re.MULTILINE)
    made.write("source/editions.toml", lines)


def counted(made: Project, name: str = "inventors") -> RenderedWords:
    settings = made.settings
    return rendered_words(settings, [settings.edition(name)])[name]


def seen(folder: Path, name: str) -> int:
    """Count the words in the main text of a built page, without the program that is tested."""
    (main_text,) = html.parse(str(folder / f"{name}.html")).getroot().cssselect("main")
    for unseen in main_text.cssselect(".headerlink, .unseen, svg, script"):
        unseen.drop_tree()
    text = " ".join(main_text.itertext())
    return len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text))


@pytest.mark.parametrize("edition", ["inventors", "plan-makers", "cubs"])
def test_the_number_is_that_of_the_pages_that_are_published(made: Project, edition: str) -> None:
    annex(made, "shared/tables")

    found = counted(made, edition)

    pages = made.build("en", edition).paths[Format.HTML]
    own = seen(pages, "index") + seen(pages, "shared/page")
    assert own > 90
    assert found.own == pytest.approx(own, rel=0.02)
    assert found.annexes == seen(pages, "shared/tables") == 4


def test_text_of_another_audience_does_not_count(made: Project) -> None:
    before = {name: counted(made, name).own for name in ("inventors", "people-and-neighbours")}

    text = (made.folder / "source/shared/page.rst").read_text(encoding="utf-8")
    made.write("source/shared/page.rst", text.replace("Only a company reads this.", "Nothing."))

    after = {name: counted(made, name).own for name in before}
    assert {name: after[name] - before[name] for name in before} == {"inventors": -4, "people-and-neighbours": 0}


def test_without_annexes_everything_is_text_of_its_own(made: Project) -> None:
    everything = counted(made)
    assert everything.annexes == 0

    annex(made, "shared/*")

    apart = counted(made)
    assert apart.own + apart.annexes == everything.own
    assert apart.own == len(["Opening", "Page", "Tables"])


def test_an_edition_is_built_again_only_when_it_has_changed(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counted(made)
    built: list[str] = []
    real = scheduling.build_units
    monkeypatch.setattr(
        scheduling,
        "build_units",
        lambda units, *args, **more: built.extend(map(str, units)) or real(units, *args, **more),
    )

    assert counted(made) == before
    assert built == []

    made.write("source/shared/tables.rst", "Tables\n======\n\nFour more words stand.\n")
    assert counted(made).own == before.own + 1
    assert len(built) == 1


@pytest.mark.parametrize("damage", ["", "no JSON", "[]", '{"key": 5}'])
def test_a_damaged_store_costs_time_and_nothing_else(made: Project, damage: str) -> None:
    before = counted(made)
    (made.folder / ".cache/words.json").write_text(damage, encoding="utf-8")

    assert counted(made) == before
    assert json.loads((made.folder / ".cache/words.json").read_text(encoding="utf-8"))


def test_no_more_countings_are_kept_than_are_of_use(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "_MOST", 1)
    counted(made, "inventors")
    counted(made, "cubs")

    assert len(json.loads((made.folder / ".cache/words.json").read_text(encoding="utf-8"))) == 1


def test_the_status_shows_them_beside_the_words_to_translate(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    annex(made, "shared/tables")
    monkeypatch.chdir(made.folder)

    table = CliRunner().invoke(main, ["status", "--sizes"]).stdout
    data = json.loads(CliRunner().invoke(main, ["status", "--sizes", "--json"]).stdout)

    number = counted(made, "plan-makers").own
    assert re.search(rf"^  rendered, own +{number:,} ", table, re.MULTILINE)
    assert re.search(r"^  rendered, annexes +4 +4 +4 +4$", table, re.MULTILINE)
    assert (data["editions"][0]["own_words"], data["editions"][0]["annex_words"]) == (number, 4)


def test_the_status_builds_nothing_that_it_was_not_asked_for(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.folder)
    monkeypatch.setattr(scheduling, "build_units", lambda *args, **more: pytest.fail("built"))

    data = json.loads(CliRunner().invoke(main, ["status", "--json"]).stdout)

    assert data["editions"][0]["own_words"] is None


def of_length(made: Project) -> dict[str, str]:
    """Return what the release profile says about lengths, by the check."""
    found = run_checks(made.settings, "release", today=date(2026, 11, 22))
    return {each.check: f"{each.message}; {each.hint}" for each in found if each.check.endswith("words-promised")}


def test_a_promise_of_length_is_held_to_the_word(made: Project) -> None:
    own = counted(made).own
    made.write("source/release.toml", "[text]\nwords = 0\n")
    number = re.search(r"there are ([\d,]+);", of_length(made)["words-promised"])
    assert number
    words = int(number[1].replace(",", ""))
    assert words == sum(count_words(each.text) for each in all_messages(made))

    for less, expected in ((0, set()), (1, {"words-promised", "own-words-promised"})):
        text = f'[text]\nwords = "at most {words - less}"\n\n[edition.inventors]\nown-words = "at most {own - less}"\n'
        made.write("source/release.toml", text)
        assert of_length(made).keys() == expected


def all_messages(made: Project) -> list[SourceMessage]:
    settings = made.settings
    return [message for found in extract(parse_source(settings), settings).values() for message in found]
