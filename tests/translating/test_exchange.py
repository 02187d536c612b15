"""Files for other programs, from the real catalogs and back without a changed byte; and the commands for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders.catalogs.exchange.taking import ImportRules
from builders.catalogs.exchange.xliff_reading import parse_xliff
from builders.catalogs.folders import read_catalogs
from builders.cli.menu import main
from builders.model.languages import Language
from builders.problems import Problem
from builders.settings import Settings
from builders.translating import importing
from builders.translating.exporting import Choice, ExchangeFormat, exported
from builders.translating.importing import Import, import_files
from tests.catalogs.xliff_rules import broken_rules
from tests.conftest import Project
from tests.real_text import LOCALE, SOURCE, real_settings

TERMS = ImportRules(on=date(2026, 11, 22))
PAGE = """
A first text with :doc:`/shared/page`.

A second text.
"""
CONCEPTS = "term_id,domain,tier,editions,child_edition,definition_en,child_definition_en\n"
TERMS_OF_CONCEPTS = "term_id,lang,term,pos,status,note\n"
CATALOG = """
msgid "A first text with :doc:`/shared/page`."
msgstr "Un premier texte avec :doc:`/shared/page`."

msgid "A second text."
msgstr ""
"""


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def export(settings: Settings, language: Language, **choice: tuple) -> bytes:
    return exported(settings, language, ExchangeFormat.XLIFF, Choice(**choice))


@pytest.fixture
def french(project) -> Iterator[Project]:
    """A project with one page, half of it in French."""
    made = project(PAGE)
    made.catalog("fr", "shared", CATALOG)
    return made


def bring_back(made: Project, text: str, name: str = "fr.xlf", **options) -> Import:
    path = made.folder / name
    path.write_text(text, encoding="utf-8")
    (done,) = import_files(made.settings, [path], options.pop("terms", TERMS), **options)
    return done


def body(text: str) -> str:
    """Return the catalog *text* without its header."""
    return text.partition("\n\n")[2].lstrip("\n")


def finished(made: Project) -> str:
    """Return the XLIFF of *made* with the second text translated."""
    text = export(made.settings, made.settings.language("fr")).decode()
    text = text.replace("A second text.</source>", "A second text.</source><target>Un second texte.</target>")
    return text.replace('<segment state="initial">', '<segment state="translated">')


@pytest.mark.slow
@pytest.mark.parametrize(
    "language",
    [
        pytest.param(language, id=language.tag, marks=() if language.is_rtl else pytest.mark.slow)
        for language in real_settings().languages
        if not language.is_source
    ],
)
def test_every_language_goes_out_by_the_rules_and_comes_back_without_a_changed_byte(
    language: Language, tmp_path: Path
) -> None:
    (tmp_path / "locale").symlink_to(LOCALE)
    (tmp_path / "source").symlink_to(SOURCE)
    settings = replace(real_settings(), project=tmp_path)
    path = tmp_path / f"{language.tag}.xlf"
    path.write_bytes(export(settings, language))

    (done,) = import_files(settings, [path], TERMS, is_dry_run=True)

    assert broken_rules(path.read_bytes()) == []
    messages = sum(len(catalog.active) for catalog in read_catalogs(settings, language).values())
    assert len(parse_xliff(path.read_bytes(), "x").units) == messages
    assert (done.changed_files, done.findings) == (0, ())
    # A language that has just been started has nothing to come back.
    assert set(done.counts) <= {"unchanged"}


@pytest.fixture
def whole(french: Project) -> Settings:
    """The settings of a project with a French catalog for every part of the text, and for the labels."""
    french.catalog("fr", "labels", 'msgctxt "label/note"\nmsgid "Note"\nmsgstr ""\n')
    for domain in ("cubs", "inventors"):
        french.catalog("fr", domain, 'msgid "Opening"\nmsgstr "Ouverture"\n')
    return french.settings


def test_an_edition_goes_out_with_its_messages_and_the_labels_only(whole: Settings) -> None:
    children = export(whole, whole.language("fr"), editions=(whole.edition("cubs"),))

    domains = {unit.domain for unit in parse_xliff(children, "x").units}
    assert domains == {"cubs", "shared", "labels"}


def test_a_catalog_goes_out_alone(whole: Settings) -> None:
    units = parse_xliff(export(whole, whole.language("fr"), domains=("labels",)), "x").units

    assert {unit.domain for unit in units} == {"labels"}


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ({"domains": ("nowhere",)}, "unknown-domain"),
        ({"domains": ("inventors",), "editions": ("cubs",)}, "exchange-empty"),
    ],
)
def test_a_choice_without_messages_is_refused(whole: Settings, choice: dict[str, tuple], code: str) -> None:
    editions = tuple(map(whole.edition, choice.get("editions", ())))

    with pytest.raises(Problem, match=code):
        export(whole, whole.language("fr"), **choice | {"editions": editions})


def test_what_a_translator_has_done_stands_in_the_catalog(french: Project) -> None:
    before = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")

    done = bring_back(french, finished(french))

    after = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")
    assert body(after) == body(before).replace('text."\nmsgstr ""', 'text."\nmsgstr "Un second texte."')
    assert done.counts == {"unchanged": 1, "translated": 1}


def test_a_dry_run_says_it_and_writes_nothing(french: Project) -> None:
    text = finished(french)
    before = everything(french.folder / "locale")

    done = bring_back(french, text, is_dry_run=True)

    assert done.changed_files == 1
    assert everything(french.folder / "locale") == before


def test_what_the_checks_refuse_comes_in_as_fuzzy(french: Project) -> None:
    done = bring_back(french, finished(french).replace("Un second texte.", "A second text."))

    text = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "A second text."\nmsgstr "A second text."' in text
    assert [(each.check, each.location.path) for each in done.findings] == [
        ("copied-source", str(french.folder / "fr.xlf"))
    ]
    assert done.counts == {"unchanged": 1, "fuzzy": 1}


def test_what_the_checks_refuse_does_not_replace_what_is_finished(french: Project) -> None:
    bring_back(french, finished(french))
    before = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_bytes()

    done = bring_back(french, finished(french).replace("Un second texte.", "A second text."))

    assert [each.check for each in done.findings] == ["copied-source", "unit-unfinished"]
    assert (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_bytes() == before


def test_what_has_no_place_any_more_stands_in_the_memory(french: Project) -> None:
    text = finished(french).replace("A second text.", "A text of last year.").replace('id="msg-', 'id="old-')

    done = bring_back(french, text)

    assert [finding.check for finding in done.findings] == ["unit-without-place"]
    assert "Un second texte." in (french.folder / "locale/fr/memory.tmx").read_text(encoding="utf-8")


def test_a_catalog_comes_back_under_its_own_name(french: Project) -> None:
    path = french.folder / "locale/fr/LC_MESSAGES/shared.po"
    text = path.read_text(encoding="utf-8").replace(
        'A second text."\nmsgstr ""', 'A second text."\nmsgstr "Un second."'
    )

    with pytest.raises(Problem, match="there is no catalog “mine”"):
        bring_back(french, text, "mine.po", language=french.settings.language("fr"))
    done = bring_back(french, text, "shared.po", language=french.settings.language("fr"))

    assert done.counts == {"unchanged": 1, "translated": 1}


@pytest.mark.parametrize(("mark", "end"), [("\ufeff", "\n"), ("", "\r\n")], ids=["byte order mark", "line ends"])
def test_a_catalog_may_come_back_from_windows(french: Project, mark: str, end: str) -> None:
    text = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")
    back = french.folder / "shared.po"
    back.write_bytes((mark + text.replace("\n", end)).encode())

    (done,) = import_files(french.settings, [back], TERMS, language=french.settings.language("fr"))

    assert (done.counts, done.changed_files) == ({"unchanged": 1}, 0)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\\n",
        "no field at all\\n",
        "POT-Creation-Date: Tue, 26 May 2026 10:00:00 GMT\\n",
        "PO-Revision-Date: yesterday\\n",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n",
        "X-Generator: one\\nX-Generator: two\\n",
    ],
)
def test_a_catalog_may_come_back_with_any_header_that_tells_encoding_and_language(french: Project, line: str) -> None:
    text = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")
    header, _, entries = text.partition("\n\n")

    done = bring_back(french, f'{header}\n"Language: fr\\n"\n"{line}"\n\n{entries}', "shared.po")

    assert (done.counts, done.changed_files) == ({"unchanged": 1}, 0)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Language: fr\\nLanguage: es\\n", "“language” twice"),
        ("Content-Type: text/plain; charset=KOI8-R\\n", "charset"),
    ],
)
def test_a_catalog_that_could_be_read_in_two_ways_does_not_come_in(french: Project, line: str, what: str) -> None:
    text = (french.folder / "locale/fr/LC_MESSAGES/shared.po").read_text(encoding="utf-8")

    with pytest.raises(Problem, match=what):
        bring_back(french, text.replace("\n\n", f'\n"{line}"\n\n', 1), "shared.po")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("kit.zip", b"PK\x03\x04", "this is a ZIP file"),
        ("shared.po", b"PK\x03\x04", "this is a ZIP file"),
        ("empty.xlf", b" \n", "the file is empty"),
    ],
)
def test_a_file_that_holds_no_text_is_called_what_it_is(french: Project, name: str, data: bytes, what: str) -> None:
    path = french.folder / name
    path.write_bytes(data)

    with pytest.raises(Problem, match=what):
        import_files(french.settings, [path], TERMS)


def test_the_same_language_in_two_regions_is_told_apart_by_the_tag_of_the_file(french: Project) -> None:
    register = french.folder / "locale/languages.toml"
    entry = '\n[[language]]\ntag = "fr-CA"\nlocale = "fr_CA"\nendonym = "Français"\nenglish-name = "Canadian French"\n'
    register.write_text(register.read_text(encoding="utf-8") + entry, encoding="utf-8")

    done = bring_back(french, finished(french).replace('trgLang="fr"', 'trgLang="fr-CA"'))

    assert done.language.tag == "fr-CA"


def test_what_a_memory_has_in_other_languages_is_counted(french: Project) -> None:
    texts = ('<tuv xml:lang="fr"><seg>Un.</seg></tuv>', '<tuv xml:lang="fr"><seg>Deux.</seg></tuv>')
    english = '<tuv xml:lang="en"><seg>One.</seg></tuv>'

    done = bring_back(french, f"<tmx><body><tu>{english}{texts[0]}</tu><tu>{texts[1]}</tu></body></tmx>", "x.tmx")

    assert (done.remembered, done.counts) == (1, {"of other languages left out": 1})


def test_a_foreign_memory_goes_into_ours_as_an_offer(french: Project) -> None:
    text = (
        '<tmx version="1.4"><body><tu><tuv xml:lang="en-GB"><seg>A second text.</seg></tuv>'
        '<tuv xml:lang="fr-FR"><seg>Un autre.</seg></tuv></tu></body></tmx>'
    )

    done = bring_back(french, text, "theirs.tmx")

    assert (done.remembered, done.changed_files) == (1, 1)
    assert '<prop type="x-state">fuzzy</prop>' in (french.folder / "locale/fr/memory.tmx").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"), [('trgLang="fr"', 'trgLang="de"'), ('trgLang="fr"', 'trgLang="en"'), (' trgLang="fr"', "")]
)
def test_a_file_in_no_language_of_translation_is_refused(french: Project, old: str, new: str) -> None:
    with pytest.raises(Problem, match="exchange-language"):
        bring_back(french, finished(french).replace(old, new))


def test_a_file_in_another_language_than_named_is_refused(french: Project) -> None:
    with pytest.raises(Problem, match="exchange-language"):
        bring_back(french, finished(french), language=french.settings.language("es"))


def test_a_region_of_the_language_is_the_language(french: Project) -> None:
    done = bring_back(french, finished(french).replace('trgLang="fr"', 'trgLang="fr-CA"'))

    assert done.language.tag == "fr"


@pytest.mark.parametrize("name", [" \n", "A" * 121])
def test_a_name_that_nobody_has_is_refused(french: Project, name: str) -> None:
    with pytest.raises(Problem, match="reviewer-unnamed"):
        bring_back(french, finished(french), terms=replace(TERMS, by=name))


def test_a_file_that_is_not_there_is_named(french: Project) -> None:
    with pytest.raises(Problem, match="exchange-unreadable"):
        import_files(french.settings, [french.folder / "nowhere.xlf"], TERMS)


# Commands ---------------------------------------------------------------------------------------------------------


def run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, arguments)


def test_the_commands_take_a_translation_out_and_back(french: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    out = run(french.folder, "export", "-l", "fr", "-o", "fr.xlf", monkeypatch=monkeypatch)
    (french.folder / "fr.xlf").write_text(finished(french), encoding="utf-8")
    back = run(french.folder, "import", "fr.xlf", monkeypatch=monkeypatch)

    assert (out.exit_code, back.exit_code) == (0, 0)
    assert back.output == "fr: 1 unchanged, 1 translated; 1 file changed\n"


def test_a_finding_ends_the_command_with_its_code(french: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    text = finished(french).replace("Un second texte.", "- Un second texte.")
    (french.folder / "fr.xlf").write_text(text, encoding="utf-8")

    back = run(french.folder, "import", "--dry-run", "fr.xlf", monkeypatch=monkeypatch)

    assert back.exit_code == 1
    assert "fr.xlf:12: error: the translation begins with a bullet" in back.output
    assert back.output.endswith("fr: 1 unchanged, 1 fuzzy; 1 file would change\n")


def test_a_review_without_a_name_says_what_is_missing(french: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (french.folder / "fr.xlf").write_text(finished(french).replace('"translated"', '"final"'), encoding="utf-8")

    back = run(french.folder, "import", "fr.xlf", monkeypatch=monkeypatch)

    assert back.output.endswith("next: say with --by who vouches for what the file calls reviewed or final\n")


def test_the_termbase_goes_out_in_all_languages(french: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    french.write("locale/definitions.csv", f"{CONCEPTS}child,people,core,cubs,allow,Everybody under 18.,You.\n")
    french.write("locale/termbase.csv", f"{TERMS_OF_CONCEPTS}child,en,child,n,preferred,\nchild,ar,طفل,n,preferred,\n")

    done = run(french.folder, "export", "-f", "tbx", "-o", "terms.tbx", monkeypatch=monkeypatch)

    assert done.exit_code == 0
    terms = (french.folder / "terms.tbx").read_text(encoding="utf-8")
    assert re.findall(r'<langSec xml:lang="(\w+)">', terms) == ["en", "ar"]


def test_what_goes_out_takes_the_place_of_files_only(french: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(french.folder / "pipe")
    (french.folder / "link").symlink_to("fr.xlf")

    refused = run(french.folder, "export", "-l", "fr", "-o", "pipe", monkeypatch=monkeypatch)
    done = run(french.folder, "export", "-l", "fr", "-o", "link", monkeypatch=monkeypatch)

    assert "pipe is there, and no file" in refused.output
    assert (refused.exit_code, done.exit_code) == (2, 0)
    assert (french.folder / "pipe").is_fifo()
    assert (french.folder / "link").is_symlink()
    assert (french.folder / "fr.xlf").is_file()


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("locale/fr/LC_MESSAGES/shared.po", "is in locale/"),
        ("locale/new.tmx", "is in locale/"),
        ("source/shared/page.rst", "is in source/"),
        ("builders/fr.xlf", "is in builders/"),
        ("way/in", "is in locale/"),
        ("notes.txt", "is there, and no file that could be replaced"),
        ("nowhere/fr.xlf", "there is no folder nowhere"),
    ],
)
def test_nothing_goes_out_over_what_is_no_such_file(french: Project, monkeypatch, place: str, what: str) -> None:
    french.write("notes.txt", "Mine.\n")
    (french.folder / "way").symlink_to("locale")
    before = everything(french.folder)

    done = run(french.folder, "export", "-l", "fr", "-f", "tmx", "-o", place, monkeypatch=monkeypatch)

    assert (done.exit_code, f"{place} {what}" in done.output or what in done.output) == (2, True)
    assert everything(french.folder) == before
    assert not (french.folder / "nowhere").exists()


def test_what_went_out_may_go_out_again(french: Project, monkeypatch) -> None:
    codes = [run(french.folder, "export", "-l", "fr", "-o", "x", monkeypatch=monkeypatch).exit_code for _ in "12"]

    assert codes == [0, 0]


def many(number: int) -> str:
    """Return XLIFF with so many messages that the catalogs do not have."""
    units = "".join(
        f'<unit id="u{place}"><segment state="final"><source>T {place}.</source><target>F {place}.</target></segment>'
        "</unit>\n"
        for place in range(number)
    )
    head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="en" trgLang="fr">'
    return f'{head}<file id="shared">\n{units}</file></xliff>'


def test_many_findings_of_one_kind_are_counted_and_listed_in_a_file(french: Project, monkeypatch) -> None:
    (french.folder / "fr.xlf").write_text(many(5000), encoding="utf-8")

    done = run(french.folder, "import", "fr.xlf", monkeypatch=monkeypatch)

    assert done.exit_code == 1
    assert len(done.output.splitlines()) < 15
    assert "    … and 4,997 more of these [unit-without-place]\n" in done.output
    assert "5,000 findings; all of them are in build/import-fr.txt\n" in done.output
    listed = (french.folder / "build/import-fr.txt").read_text(encoding="utf-8")
    assert listed.count("[unit-without-place]") == 5000


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("units.xlf", many(31), "the file has 31 messages, and no more than 30 come in"),
        ("units.tmx", "<tmx>" + "<tu></tu>" * 31 + "</tmx>", "the file has 31 messages"),
        ("shared.po", 'msgid "a"\nmsgstr ""\n' * 31, "the file has 31 messages"),
        ("tags.xlf", "<a/>" * 301, "the file has 301 tags, and no more than 300 come in"),
        ("large.xlf", "x" * 9001, "the file has 0.0090.* MB, and no more than 0.009 MB"),
    ],
)
def test_a_file_without_measure_is_refused_before_it_is_read(french: Project, monkeypatch, name, text, what) -> None:
    for limit, number in (("LARGEST", 9000), ("MOST_UNITS", 30), ("MOST_TAGS", 300)):
        monkeypatch.setattr(importing, limit, number)
    before = everything(french.folder / "locale")

    with pytest.raises(Problem, match=what):
        bring_back(french, text, name)
    assert everything(french.folder / "locale") == before


def test_a_wide_file_without_measure_is_refused_too(french: Project, monkeypatch) -> None:
    monkeypatch.setattr(importing, "MOST_UNITS", 30)
    path = french.folder / "wide.xlf"
    path.write_bytes(many(31).encode("utf-16"))

    with pytest.raises(Problem, match="31 messages"):
        import_files(french.settings, [path], TERMS)


def test_what_is_no_file_does_not_come_in(french: Project) -> None:
    os.mkfifo(french.folder / "pipe")

    with pytest.raises(Problem, match="this is no file"):
        import_files(french.settings, [french.folder / "pipe"], TERMS)


def test_codes_beside_chinese_words_are_markup_on_the_page(project) -> None:
    made = project("See :doc:`/shared/page` and **stop**.\n")
    made.catalog("zh_CN", "shared", 'msgid "See :doc:`/shared/page` and **stop**."\nmsgstr ""\n')
    target = '参见<ph id="1" dataRef="d1"/>并<pc id="2" dataRefStart="d2" dataRefEnd="e2">停</pc>了。'
    text = export(made.settings, made.settings.language("zh")).decode().replace('"initial"', '"translated"')

    done = bring_back(made, text.replace("</source>", f"</source><target>{target}</target>"))

    assert done.counts == {"translated": 1}
    page = made.page("zh-Hans", "cubs")
    assert "<strong>停</strong>了" in page
    assert re.search(r"参见<span [^>]*><a [^>]*>", page)
