"""The list of constructs is closed: whatever docutils or Sphinx offers is in all three formats, or refused."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from builders.editions.source_reading import parse_source
from builders.markup import DIRECTIVES, ROLES
from builders.markup.constructs import OPTIONS, REMEDIES, ROLE_NAMES
from builders.model.editions import Format
from builders.problems import Problem
from builders.publishing.building import UnitResult
from tests.conftest import make_project
from tests.pictures import SVG

OF_SUBSTITUTIONS = {"date", "replace", "unicode"}
PAGE = (Path(__file__).parent / "allowed.rst").read_text(encoding="utf-8")
OPENING = """\
Opening
=======

.. toctree::
   :caption: Wordpart

   /shared/page
"""
"""The opening page of an edition has what no other page may have."""
PARTS = {
    Format.EPUB: r".*\.xhtml",
    Format.DOCX: r"word/(_rels/)?(document|footnotes)\.xml(\.rels)?",
}


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Return the names of all directives and roles that docutils and Sphinx know without us."""
    folder = tmp_path_factory.mktemp("sphinx")
    (folder / "index.rst").write_text("Title\n=====\n")
    with docutils_namespace():
        app = Sphinx(folder, None, folder / "out", folder / "doctrees", "dummy", status=None, warning=None)
        known = {*en.directives, *directives._directive_registry, *directives._directives}
        known_roles = {*en.roles, *roles._role_registry, *roles._roles}
        for domain in app.env.domains.sorted():
            prefix = "" if domain.name == "std" else f"{domain.name}:"
            known |= {prefix + name for name in domain.directives}
            known_roles |= {prefix + name for name in domain.roles}
    return known - {""}, known_roles - {""}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> UnitResult:
    """A page with an example of everything that is allowed, in every format."""
    project = make_project(tmp_path_factory.mktemp("allowed"), PAGE, {})
    project.write("source/inventors/index.rst", OPENING)
    project.write("source/shared/other.rst", "Wordother\n=========\n\nText.\n")
    (project.folder / "source" / "shared" / "lamp.svg").write_bytes(SVG)
    return project.build("en", "inventors", *Format)


def written(path: Path, format_: Format) -> str:
    """Return everything that a finished edition says to readers."""
    if path.is_dir():
        return "".join(page.read_text(encoding="utf-8") for page in path.rglob("*.html"))
    with ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if re.fullmatch(PARTS[format_], name))


def plain(names: set[str]) -> set[str]:
    """Return those of *names* that need no domain before them."""
    return {name for name in names if ":" not in name}


def test_every_directive_is_allowed_or_has_a_remedy(offered) -> None:
    assert plain(offered[0]) - OPTIONS.keys() - DIRECTIVES.keys() - REMEDIES.keys() == set()


def test_every_role_is_allowed_or_has_a_remedy(offered) -> None:
    assert plain(offered[1]) - ROLE_NAMES - {name.strip(":") for name in REMEDIES} == set()


def test_nothing_has_a_remedy_that_is_allowed() -> None:
    assert not REMEDIES.keys() & (OPTIONS.keys() | DIRECTIVES.keys() | {f":{name}:" for name in ROLE_NAMES})


def test_the_example_uses_everything_that_is_allowed() -> None:
    used: dict[str, set[str]] = {}
    for name, text in re.findall(r"^\.\. ([a-z-]+)::.*\n((?:   :.*\n)*)", PAGE + OPENING, re.MULTILINE):
        used.setdefault(name, set()).update(re.findall(r":([a-z-]+):", text))
    options = {name: tuple(sorted(names)) for name, names in used.items()}

    assert options == {name: options for name, options in OPTIONS.items() if name not in OF_SUBSTITUTIONS}
    assert set(re.findall(r":([a-z]+):`", PAGE)) == ROLE_NAMES - ROLES.keys() - {""}


@pytest.mark.parametrize("format_", Format)
def test_every_word_of_what_is_allowed_is_in_every_format(built: UnitResult, format_: Format) -> None:
    text = written(built.paths[format_], format_)

    assert built.findings == ()
    assert {word for word in re.findall(r"word\w+", PAGE + OPENING, re.IGNORECASE) if word not in text} == set()


def test_everything_else_is_refused_with_a_line_and_a_remedy(offered, tmp_path: Path) -> None:
    names = sorted(offered[0] - OPTIONS.keys() - DIRECTIVES.keys())
    lines = [f".. {name}::\n" for name in names] + [
        f"Of :{name}:`words`.\n" for name in sorted(offered[1] - ROLE_NAMES)
    ]

    with pytest.raises(Problem) as caught:
        parse_source(make_project(tmp_path, "Page\n====\n\n" + "\n".join(lines), {}).settings)

    found = caught.value.findings
    assert [finding.location.line for finding in found] == [4 + 2 * number for number in range(len(lines))]
    assert {finding.check for finding in found} == {"not-allowed"}
    assert all("is not for these texts; " in finding.message for finding in found)
