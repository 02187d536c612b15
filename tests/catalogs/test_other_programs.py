"""Catalogs are at home in other programs: what these write keeps its bytes, and what we write they read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po

from builders.catalogs.memory import read_memory
from builders.catalogs.po.reading import parse_catalog, read_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.update.updating import update_catalogs
from builders.model.messages import Catalog, MessageState
from tests.catalogs.programs import by_babel, by_polib, finished, messages, program, read_mo, run
from tests.conftest import ROOT
from tests.real_text import LOCALE, SOURCE, first_translated

DOMAINS = sorted(path.stem for path in LOCALE.glob("*.pot"))
OTHER = first_translated()

POEDIT = (
    "X-Generator: Poedit 3.7\n"
    "X-Poedit-Basepath: ../../..\n"
    "X-Poedit-SourceCharset: UTF-8\n"
    "X-Poedit-KeywordsList: _;gettext\n"
    "X-Poedit-SearchPath-0: source\n"
    "X-Poedit-Bookmarks: 3,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_catalog(tmp_path)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Return what the program with a name writes of such a folder; each is called once."""
    return cache(lambda name: PROGRAMS[name](with_catalog(tmp_path_factory.mktemp("program"))))


def with_catalog(folder: Path) -> Path:
    """Return *folder* with old.po, a real catalog and all that entries can have, and new.pot, its template edited."""
    real = (LOCALE / OTHER.locale / "LC_MESSAGES/shared.po").read_text(encoding="utf-8").rstrip("\n")
    _, everything = (Path(__file__).parent / "cases/good-wrapped.po").read_text(encoding="utf-8").split("\n\n", 1)
    (folder / "old.po").write_text(f"{real}\n\n{everything}", encoding="utf-8")
    (folder / "new.pot").write_text(edited_template("shared"), encoding="utf-8")
    return folder


def edited_template(domain: str) -> str:
    """Return the template of *domain* with a text added, and of those that are translated, two changed and one gone."""
    head, *entries = (LOCALE / f"{domain}.pot").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    known_texts = {entry.msgid for entry in translated(domain).active if entry.msgstr and entry.msgid.endswith(".")}
    known = [number for number, entry in enumerate(entries) if text_of(entry) in known_texts]
    known.sort(
        key=lambda number: -len(text_of(entries[number]))
    )  # a long text that has changed a little is known again
    for number in known[:2]:
        entries[number] = re.sub(r'\."\nmsgstr', ', every day."\nmsgstr', entries[number])
    for number in known[2:3]:
        del entries[number]
    return "\n\n".join([head, *entries, 'msgid "A text that is new."\nmsgstr ""']) + "\n"


def text_of(entry: str) -> str:
    match = re.search(r'^msgid "(.*)"$', entry, re.MULTILINE)
    return match[1] if match else ""


def translated(domain: str) -> Catalog:
    return read_catalog(LOCALE / f"{OTHER.locale}/LC_MESSAGES/{domain}.po")


def printed(name: str, *arguments: str) -> Callable[[Path], bytes]:
    return lambda folder: run(name, *arguments, folder=folder)


def written(name: str, *arguments: str) -> Callable[[Path], bytes]:
    """Let the command *name* write new.po, and return what is in it."""

    def write(folder: Path) -> bytes:
        run(name, *arguments, folder=folder)
        return (folder / "new.po").read_bytes()

    return write


def update_in_place(folder: Path) -> bytes:
    run("msgmerge", "--quiet", "--previous", "--update", "--backup=off", "old.po", "new.pot", folder=folder)
    return (folder / "old.po").read_bytes()


def save_with_babel(folder: Path) -> bytes:
    with (folder / "old.po").open("rb") as old, (folder / "new.po").open("wb") as new:
        write_po(new, read_po(old), include_previous=True)
    return (folder / "new.po").read_bytes()


def save_with_polib(folder: Path) -> bytes:
    polib.pofile(str(folder / "old.po")).save(str(folder / "new.po"))
    return (folder / "new.po").read_bytes()


def update_with_sphinx_intl(folder: Path) -> bytes:
    catalog = folder / "locale" / OTHER.locale / "LC_MESSAGES/new.po"
    catalog.parent.mkdir(parents=True)
    shutil.copyfile(folder / "old.po", catalog)
    run("sphinx-intl", "update", "--locale-dir", "locale", "--pot-dir", ".", "--language", OTHER.locale, folder=folder)
    return catalog.read_bytes()


def save_as_poedit_does(folder: Path) -> bytes:
    """Return old.po with the header fields of Poedit, written by msgcat in 79 columns.

    Poedit itself has a window and cannot run in a test; it hands what it saves to gettext's msgcat.
    """
    catalog = parse_catalog((folder / "old.po").read_bytes(), "old.po")
    lines = "".join(f'"{line}\\n"\n' for line in POEDIT.splitlines())
    text = (folder / "old.po").read_text(encoding="utf-8").replace('"Language: ', f'{lines}"Language: ', 1)
    assert catalog.header in parse_catalog(text.encode(), "old.po").header.replace(POEDIT, "")
    return run("msgcat", "--width=79", "-", folder=folder, data=text.encode())


PROGRAMS: Mapping[str, Callable[[Path], bytes]] = {
    "msgcat": printed("msgcat", "old.po"),
    "msgcat, narrow": printed("msgcat", "--width=20", "old.po"),
    "msgcat, one line": printed("msgcat", "--no-wrap", "old.po"),
    "msgcat, sorted": printed("msgcat", "--sort-output", "--indent", "old.po"),
    "msgmerge": printed("msgmerge", "--quiet", "old.po", "new.pot"),
    "msgmerge, with former texts": printed("msgmerge", "--quiet", "--previous", "old.po", "new.pot"),
    "msgmerge, in place": update_in_place,
    "msgattrib, all fuzzy": printed("msgattrib", "--set-fuzzy", "old.po"),
    "msgattrib, only obsolete": printed("msgattrib", "--only-obsolete", "--no-wrap", "old.po"),
    "msgattrib, all obsolete": printed("msgattrib", "--set-obsolete", "old.po"),
    "Babel": save_with_babel,
    "polib": save_with_polib,
    "sphinx-intl": update_with_sphinx_intl,
    "translate-toolkit, pot2po": written(
        "pot2po", "--progress=none", "--template=old.po", "--input=new.pot", "--output=new.po"
    ),
    "translate-toolkit, pomerge": written(
        "pomerge", "--progress=none", "--template=old.po", "--input=old.po", "--output=new.po"
    ),
    "translate-toolkit, podebug": written(
        "podebug", "--progress=none", "--rewrite=unicode", "--input=old.po", "--output=new.po"
    ),
    "Poedit": save_as_poedit_does,
}
"""How each program writes a catalog; Weblate writes through translate-toolkit."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PROGRAMS)
def test_what_another_program_has_written_keeps_its_bytes(name: str, saved: Callable[[str], bytes]) -> None:
    data = saved(name)

    catalog = parse_catalog(data, "new.po")

    assert len(catalog.entries) > (0 if "obsolete" in name else 15)
    assert format_catalog(catalog).encode() == data


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_another_program_has_written_is_read_as_babel_and_polib_read_it(
    name: str, saved: Callable[[str], bytes], folder: Path
) -> None:
    data = saved(name)

    read = messages(parse_catalog(data, "new.po"))

    assert by_polib(data, folder) == read
    assert by_babel(data) == read


@pytest.mark.parametrize("name", ["msgmerge, with former texts", "msgmerge, in place", "translate-toolkit, pot2po"])
def test_the_former_texts_of_another_program_are_read(name: str, saved: Callable[[str], bytes]) -> None:
    catalog = parse_catalog(saved(name), "new.po")

    suggests = [entry for entry in catalog.active if entry.is_fuzzy and entry.previous]

    assert suggests
    assert all(entry.previous[1] != entry.msgid for entry in suggests)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROGRAMS)
def test_an_update_loses_nothing_of_what_another_program_has_written(name: str, folder: Path) -> None:
    catalog = parse_catalog(PROGRAMS[name](folder), "new.po", is_mended=True)
    template = parse_catalog((folder / "new.pot").read_bytes(), "new.pot")

    updated = update_catalogs({"shared": template}, {"shared": catalog}, OTHER)

    assert translations(catalog) <= translations(updated.catalogs["shared"]) | {pair.target for pair in updated.memory}
    assert fields(catalog) <= fields(updated.catalogs["shared"])
    assert [entry.key for entry in updated.catalogs["shared"].active] == [entry.key for entry in template.entries]


def translations(catalog: Catalog) -> set[str]:
    return {entry.msgstr for entry in catalog.entries if entry.msgstr}


def fields(catalog: Catalog) -> set[str]:
    """Return the header fields of *catalog*, but for the one that follows our own list of languages."""
    return {line for line in catalog.header.splitlines() if not line.startswith("X-Review-State")}


def test_the_header_fields_of_other_programs_survive_an_update(folder: Path) -> None:
    catalog = parse_catalog(save_as_poedit_does(folder), "new.po")
    template = parse_catalog((folder / "new.pot").read_bytes(), "new.pot")

    header = update_catalogs({"shared": template}, {"shared": catalog}, OTHER).catalogs["shared"].header

    assert set(POEDIT.splitlines()) <= set(header.splitlines())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the folder locale."""
    target = tmp_path / "locale"
    shutil.copytree(LOCALE, target)
    return target


def catalogs_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/LC_MESSAGES/*.po"))


def test_weblate_proposes_one_component_for_each_text_domain(copy: Path) -> None:
    for path in (SOURCE, ROOT / "docs", ROOT / "builders"):
        shutil.copytree(path, copy.parent / path.name, ignore=shutil.ignore_patterns("__pycache__"))

    proposed = run("weblate-discover", ".", folder=copy.parent).decode()

    found = re.findall(r"^file_format +: (.*)\nfilemask +: (.*)$", proposed, re.MULTILINE)
    bases = re.findall(r"^new_base +: (.*)$", proposed, re.MULTILINE)
    # What we know of languages is a table each, and so are waivers; with the style guides, all look like translations.
    tables = ("builders/language/", "locale/*/waivers.toml", "locale/*/style.md")
    catalogs = [(kind, mask) for kind, mask in found if not mask.startswith(tables)]
    assert catalogs == [("po", f"locale/*/LC_MESSAGES/{domain}.po") for domain in DOMAINS]
    assert bases == [f"locale/{domain}.pot" for domain in DOMAINS]


@pytest.mark.slow
def test_sphinx_intl_counts_as_we_do(copy: Path) -> None:
    ours = sorted(counted(path, copy.parent) for path in catalogs_of(copy))
    is_finished = all(line.endswith(" 0 fuzzy, 0 untranslated.") for line in ours)

    theirs = run("sphinx-intl", "stat", "--locale-dir", "locale", folder=copy.parent, status=0 if is_finished else 1)

    assert sorted(theirs.decode().splitlines()) == ours


def counted(path: Path, folder: Path) -> str:
    """Return the line of sphinx-intl for *path*: a message with a fuzzy translation is translated as well to it."""
    states = [entry.state for entry in read_catalog(path).active]
    done, fuzzy = states.count(MessageState.TRANSLATED), states.count(MessageState.FUZZY)
    words = f"{done + fuzzy} translated, {fuzzy} fuzzy, {states.count(MessageState.UNTRANSLATED)} untranslated."
    return f"{path.relative_to(folder).as_posix()}: {words}"


@pytest.mark.slow
def test_sphinx_intl_compiles_every_translation(copy: Path) -> None:
    run("sphinx-intl", "build", "--locale-dir", "locale", folder=copy.parent)

    assert catalogs_of(copy)
    for path in catalogs_of(copy):
        compiled = read_mo(path.with_suffix(".mo").read_bytes())
        assert compiled.pop(("", ""))
        assert compiled == {key: text for key, text in finished(read_catalog(path)).items() if key != ("", "")}


def test_sphinx_intl_leaves_our_catalogs_alone_while_the_text_stays_the_same(copy: Path) -> None:
    before = {path: path.read_bytes() for path in catalogs_of(copy)}

    update_with_the_program(copy)

    assert {path: path.read_bytes() for path in catalogs_of(copy)} == before


@pytest.mark.slow
def test_our_update_takes_up_what_sphinx_intl_leaves_of_our_catalogs(copy: Path) -> None:
    for domain in DOMAINS:
        (copy / f"{domain}.pot").write_text(edited_template(domain), encoding="utf-8")

    update_with_the_program(copy)

    left = {
        domain: read_catalog(copy / f"{OTHER.locale}/LC_MESSAGES/{domain}.po", is_mended=True) for domain in DOMAINS
    }
    templates = {domain: read_catalog(copy / f"{domain}.pot") for domain in DOMAINS}
    ours = {domain: translated(domain) for domain in DOMAINS}
    updated = update_catalogs(templates, left, OTHER, memory=read_memory(copy / OTHER.locale / "memory.tmx", OTHER))
    assert any(entry.is_fuzzy for catalog in left.values() for entry in catalog.active)
    kept = set().union(*map(translations, updated.catalogs.values())) | {pair.target for pair in updated.memory}
    assert set().union(*map(translations, left.values())) <= kept
    assert set().union(*map(translations, ours.values())) <= kept
    for domain, source in templates.items():
        assert [entry.key for entry in updated.catalogs[domain].active] == [entry.key for entry in source.entries]
        again = parse_catalog(format_catalog(updated.catalogs[domain]).encode(), f"{domain}.po")
        assert messages(again) == messages(updated.catalogs[domain])


def update_with_the_program(folder: Path) -> None:
    command = ("update", "--locale-dir", "locale", "--pot-dir", "locale", "--language", OTHER.locale)
    run("sphinx-intl", *command, folder=folder.parent)


def test_a_missing_program_skips_a_test_and_fails_it_where_programs_are_required(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)

    monkeypatch.setenv("COP_REQUIRE_PROGRAMS", "")
    with pytest.raises(pytest.skip.Exception, match="skipped, msgfmt is missing: install gettext"):
        program("msgfmt")
    monkeypatch.setenv("COP_REQUIRE_PROGRAMS", "1")
    with pytest.raises(pytest.fail.Exception, match="msgfmt is missing: install gettext"):
        program("msgfmt")
