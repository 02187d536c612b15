"""``cop review`` marks exactly the messages that somebody has read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sphinx_intl.basic import stat

from builders.catalogs.po.reading import read_catalog
from builders.catalogs.reviews import review_of, standing
from builders.cli.menu import main
from builders.model.messages import Standing
from tests.conftest import make_project

ENTRIES = """\
#: source/shared/page.rst
msgctxt "rec-gen-001/title"
msgid "Listen."
msgstr "Écoutez."

#: source/shared/page.rst
msgctxt "rec-gen-001/text"
msgid ""
"Then "
"answer."
msgstr ""
"Puis "
"répondez."

#: source/shared/other.rst source/shared/page.rst
msgid "Write it down."
msgstr "Notez."

#: source/shared/other.rst
msgctxt "rec-gen-0012/title"
msgid "Rest."
msgstr "Reposez-vous."

#: source/shared/other.rst
#, fuzzy
msgctxt "key-gen-001/text"
msgid "Go."
msgstr "Allez."

#: source/shared/other.rst
msgctxt "key-gen-002/text"
msgid "Stop."
msgstr ""

#~ msgctxt "rec-gen-001/title"
#~ msgid "Hear."
#~ msgstr "Entendez."
"""


class Reviewer:
    """A reviewer of a small project, and the catalog that holds what was said."""

    def __init__(self, folder: Path) -> None:
        project = make_project(folder, "Page\n====\n\nText.\n", {})
        self.path = project.catalog("fr", "shared", ENTRIES)
        project.catalog("fr", "labels", '#~ msgid "Contents"\n#~ msgstr "Sommaire"\n')

    def says(self, *options: str, level: str = "approved", by: str = "Amina Example") -> Result:
        return CliRunner().invoke(main, ["review", "-l", "fr", "--by", by, "--as", level, *options])

    def standings(self) -> dict[str, Standing]:
        """Return what is reviewed or approved, by English text."""
        far = (Standing.REVIEWED, Standing.APPROVED)
        entries = read_catalog(self.path).entries
        return {entry.msgid: standing(entry) for entry in entries if standing(entry) in far}


@pytest.fixture
def reviewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reviewer:
    made = Reviewer(tmp_path)
    monkeypatch.chdir(tmp_path)
    return made


def test_a_block_is_approved_and_nothing_else(reviewer: Reviewer) -> None:
    before = reviewer.path.read_text(encoding="utf-8").split("\n\n")

    done = reviewer.says("--context", "rec-gen-001")

    after = reviewer.path.read_text(encoding="utf-8").split("\n\n")
    assert done.exit_code == 0
    assert reviewer.standings() == {"Listen.": Standing.APPROVED, "Then answer.": Standing.APPROVED}
    assert [index for index, text in enumerate(before) if text != after[index]] == [1, 2]


def test_what_was_approved_is_listed_with_its_place(reviewer: Reviewer) -> None:
    done = reviewer.says("--context", "rec-gen-001/title")

    assert done.output.splitlines() == [
        "locale/fr/LC_MESSAGES/shared.po:7: approved: rec-gen-001/title “Listen.”",
        "1 message approved by Amina Example",
    ]
    assert reviewer.path.read_text(encoding="utf-8").split("\n")[6] == 'msgid "Listen."'


def test_the_day_is_today(reviewer: Reviewer) -> None:
    reviewer.says("--context", "rec-gen-001/title")

    found = review_of(read_catalog(reviewer.path).entries[0])

    assert found is not None
    assert found.on == date.today()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--context", "rec-gen-001", "--context", "rec-gen-0012/title"], {"Listen.", "Then answer.", "Rest."}),
        (["--context", "rec-"], {"Listen.", "Then answer.", "Rest."}),
        (["--page", "source/shared/page.rst"], {"Listen.", "Then answer.", "Write it down."}),
        (["--page", "source/shared/other.rst", "--all-translated"], {"Write it down.", "Rest."}),
        (["--all-translated"], {"Listen.", "Then answer.", "Write it down.", "Rest."}),
        (["--all-translated", "--domain", "shared", "--context", "rec-gen-001/text"], {"Then answer."}),
    ],
)
def test_exactly_the_messages_that_are_meant_are_marked(
    reviewer: Reviewer, options: list[str], expected: set[str]
) -> None:
    reviewer.says(*options)

    assert set(reviewer.standings()) == expected


def test_what_is_passed_over_is_counted(reviewer: Reviewer) -> None:
    done = reviewer.says("--all-translated", level="reviewed")

    assert done.output.splitlines()[-1] == (
        "4 messages reviewed by Amina Example; 1 passed over (fuzzy); 1 passed over (untranslated)"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--context", "key-gen-001"], "shared.po:30: error: the message is fuzzy: key-gen-001/text “Go.”"),
        (["--context", "key-"], "the message is untranslated: key-gen-002/text “Stop.” [unfinished-translation]"),
        (["--page", "source/shared/other.rst"], "[review-refused]"),
        (["--context", "rec-gen-00"], "no message in fr is meant by that [nothing-to-review]"),
        (["--all-translated", "--domain", "cubs"], "[nothing-to-review]"),
        (["--domain", "shared"], "say what was read"),
        (["--context", "rec-gen-01"], "there is no context “rec-gen-01”, but rec-gen-001, rec-gen-0012"),
        (["--context", "rec-gen-001/titel"], "no context “rec-gen-001/titel”, but rec-gen-001/title"),
        (
            ["--context", "zzz", "--page", "source/shared/pages.rst"],
            "“zzz”; there is no page “source/shared/pages.rst”",
        ),
        (["--page", "shared/page.rst"], "but source/shared/page.rst"),
        (["--context", "rec-gen-001", "--domain", "labels"], "context “rec-gen-001” is in the domain shared"),
        (["--all-translated", "--domain", "cubs"], "no domain “cubs”, but labels, shared"),
    ],
)
def test_what_cannot_be_approved_is_refused_and_nothing_is_written(
    reviewer: Reviewer, options: list[str], words: str
) -> None:
    before = reviewer.path.read_bytes()

    done = reviewer.says(*options)

    assert done.exit_code == 2
    assert words in done.output
    assert reviewer.path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "  ", "Amina\x07", "Amina \u202e", "A" * 121])
def test_a_review_without_a_name_is_refused(reviewer: Reviewer, name: str) -> None:
    done = reviewer.says("--all-translated", by=name)

    assert done.exit_code == 2
    assert "[reviewer-unnamed]" in done.output


def test_saying_it_twice_changes_nothing(reviewer: Reviewer) -> None:
    reviewer.says("--context", "rec-gen-001")
    before = reviewer.path.read_bytes()

    done = reviewer.says("--context", "rec-gen-001")

    assert done.output == "0 messages approved by Amina Example; 2 already were\n"
    assert reviewer.path.read_bytes() == before


def test_what_is_approved_stays_so_when_somebody_reads_it_again(reviewer: Reviewer) -> None:
    reviewer.says("--context", "rec-gen-001/title")
    reviewer.says("--context", "rec-gen-001", level="reviewed", by="Bo Example")

    assert reviewer.standings() == {"Listen.": Standing.APPROVED, "Then answer.": Standing.REVIEWED}


def test_sphinx_intl_counts_the_same_with_reviews(reviewer: Reviewer, capfd: pytest.CaptureFixture[str]) -> None:
    counts = []
    for _ in range(2):
        stat(locale_dir="locale", languages=("fr",))
        counts.append(sorted(capfd.readouterr().out.splitlines()))  # a folder has no order of its own
        reviewer.says("--all-translated")

    assert counts[0] == counts[1]
    assert any("1 fuzzy, 1 untranslated" in line for line in counts[0])
