"""``cop check --catalogs`` reads the catalogs of projects that have nothing of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders.authoring import foreign
from builders.cli.menu import main

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
FRENCH = HEAD + '"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
ARABIC = (
    HEAD + '"Language: ar\\n"\n"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && '
    'n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\\n"\n'
)
APPLES = '#, python-format\nmsgid "%(count)d apple"\nmsgid_plural "%(count)d apples"\n'


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write files below a folder that is no project of ours, and run the command there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(files: dict[str, str | bytes], *options: str) -> Result:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return CliRunner().invoke(main, ["check", "--catalogs", ".", *options])

    return run


def entry(msgid: str, msgstr: str, above: str = "") -> str:
    return f'\n{above}msgid "{msgid}"\nmsgstr "{msgstr}"\n'


def ids(result: Result) -> list[str]:
    return [each["check"] for each in json.loads(result.output)]


def test_a_sphinx_project_is_checked_for_its_markup(check) -> None:
    place = "#: ../../guide.rst:7\n"
    lost = entry("See :ref:`start` first.", "Voyez d’abord.", place)
    kept = entry("Read the text.", "Lisez le texte.", place)
    result = check({"locale/fr/LC_MESSAGES/guide.po": FRENCH + lost + kept})

    assert "locale/fr/LC_MESSAGES/guide.po:8: error: the translation has lost the :ref: reference" in result.output
    assert result.output.endswith("1 error, 0 warnings.\n")
    assert result.exit_code == 1


def test_stars_of_a_program_are_no_markup(check) -> None:
    result = check({"po/fr.po": FRENCH + entry("Fields with * are needed", "Les champs *requis", "#: forms.py:7\n")})

    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("flag", "source", "target", "said"),
    [
        ("python-format", "Dear %(name)s", "Cher %(nom)s", "the translation has lost %(name) (text)"),
        ("python-format", "%s of %d", "%d sur %s", "place 1 (whole number) was place 1 (text) in the source"),
        ("python-format", "%s files", "100% des fichiers %s", "adds place 2 (text)"),
        ("python-format", "%s left", "reste 5 %", "a per cent sign stands alone"),
        ("python-brace-format", "Hello {name}", "Bonjour {nom}", "the translation adds {nom}"),
        ("python-brace-format", "Hello {name}", "Bonjour {name", "cannot read the translation"),
        ("c-format", "%d of %s", "%s", "lost place 2 (text)"),
        ("c-format", "%lu bytes", "%s octets", "place 1 (text) was place 1 (number without sign)"),
    ],
)
def test_places_of_a_program_are_kept(check, flag: str, source: str, target: str, said: str) -> None:
    result = check({"fr/app.po": FRENCH + entry(source, target, f"#, {flag}\n")})

    assert said in result.output
    assert "[places-differ]" in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("flag", "source", "target"),
    [
        ("python-format", "%(a)s and %(b)s", "%(b)s et %(a)s"),
        ("python-format", "100%% of %i", "100\u00a0%% de %d"),
        ("python-brace-format", "{0} of {1} {{x}}", "{1}\u00a0: {0} {{x}}"),
        ("python-brace-format", "{when:%Y}", "{when:%d %Y}"),
        ("c-format", "%s: %d", "%2$d\u00a0: %1$s"),
        ("c-format", "%<PRIu64> bytes", "%<PRIu64> octets"),
        ("no-python-format", "100 % sure", "sûr à 100 %"),
    ],
)
def test_places_may_change_their_order_where_the_program_can_tell(check, flag: str, source: str, target: str) -> None:
    assert check({"fr/app.po": FRENCH + entry(source, target, f"#, {flag}\n")}).exit_code == 0


def test_a_mark_that_no_program_fills_is_shown(check) -> None:
    shown = entry("Save %s", "Enregistrer %s {{x}}", "#, python-format\n")

    assert ids(check({"fr/app.po": FRENCH + shown}, "--json")).count("markup-shown") >= 1


def test_a_form_for_one_number_need_not_name_it(check) -> None:
    forms = "".join(f'msgstr[{number}] "{text}"\n' for number, text in enumerate(["لا تفاح", "تفاحة", "تفاحتان"]))
    rest = "".join(f'msgstr[{number}] "%(count)d تفاحة"\n' for number in (3, 4, 5))

    assert check({"ar/app.po": f"{ARABIC}\n{APPLES}{forms}{rest}"}).exit_code == 0


def test_a_form_for_many_numbers_names_them(check) -> None:
    result = check({"fr/app.po": f'{FRENCH}\n{APPLES}msgstr[0] "une pomme"\nmsgstr[1] "des pommes"\n'})

    assert "plural form 0: the translation has lost %(count)" in result.output  # 0 and 1
    assert "plural form 1: the translation has lost %(count)" in result.output


def test_the_number_of_plural_forms_is_that_of_the_header(check) -> None:
    forms = 'msgstr[0] "%(count)d a"\nmsgstr[1] "%(count)d b"\n'
    result = check({"ar/app.po": f"{ARABIC}\n{APPLES}{forms}"})

    assert "ar/app.po:8: error: 2 plural forms, and the header says 6 [plural-forms]" in result.output


def test_an_empty_form_beside_others_is_told(check) -> None:
    result = check({"fr/app.po": f'{FRENCH}\n{APPLES}msgstr[0] "%(count)d pomme"\nmsgstr[1] ""\n'}, "--json")

    assert ids(result) == ["plural-forms"]


def test_plural_forms_without_a_rule_are_told_once(check) -> None:
    forms = 'msgstr[0] "%(count)d a"\nmsgstr[1] "%(count)d b"\n'
    more = APPLES.replace("apple", "pear")

    assert ids(check({"fr/app.po": f"{HEAD}\n{APPLES}{forms}\n{more}{forms}"}, "--json")) == ["plural-forms"]


def test_what_cannot_be_read_does_not_keep_the_others_from_it(check) -> None:
    broken = f'{FRENCH}\nmsgid "a"\nmsgstr "b\n'
    result = check({"fr/a.po": broken, "fr/b.po": FRENCH + entry("one", "un\\n"), "fr/c.po": b"\xff\xfe"})

    assert "fr/a.po:8: error: the quotes of this line do not match [catalog-syntax]" in result.output
    assert (
        "fr/b.po:7: error: only one of msgid and msgstr ends with a line end (\\n) [line-end-differs]" in result.output
    )
    assert "fr/c.po:1: error: " in result.output


def test_all_that_gettext_takes_is_read(check) -> None:
    odd = '#comment\n#:app.c:3\n#,c-format\n#| msgid "old"\n#| msgid_plural "olds"\n' + APPLES.split("\n", 1)[1]
    forms = 'msgstr[0] "\\r%(count)d"\nmsgstr[1]"%(count)d"\n\n#~ msgid "gone"\n#~ msgstr "parti"\n'

    assert check({"fr/app.po": f"{FRENCH}\n{odd}{forms}"}).exit_code == 0


def test_a_catalog_in_the_folder_of_another_language_is_told(check) -> None:
    result = check({"locale/de/LC_MESSAGES/app.po": FRENCH + entry("one", "un")}, "--json")

    assert ids(result) == ["language-swapped"]


@pytest.mark.parametrize("name", ["library/os.po", "os.po", "fr_CA/app.po", "locale/fr/LC_MESSAGES/os.po", "po/fr.po"])
def test_a_file_may_be_called_like_a_language(check, name: str) -> None:
    assert check({name: FRENCH + entry("one", "un")}).output.endswith(": 0 errors, 0 warnings.\n")


def test_the_language_is_taken_from_the_path_or_from_who_asks(check) -> None:
    files = {"ru/app.po": HEAD + entry("one", "один"), "app.po": HEAD + entry("two", "два")}

    assert ids(check(files, "--json")) == ["language-unsaid"]
    assert ids(check(files, "--json", "--language", "ru")) == []


def test_a_number_in_words_is_not_missed_where_nobody_knows_the_words(check) -> None:
    assert ids(check({"sw/app.po": HEAD + entry("ten days", "siku kumi")}, "--json")) == []
    assert ids(check({"sw/app.po": HEAD + entry("10 days", "siku")}, "--json")) == ["number-lost"]


def test_only_the_languages_asked_for_are_told_of(check) -> None:
    swapped = entry("%d", "", "#, c-format\n").replace('""', '"%s"')
    files = {"fr/app.po": FRENCH + swapped, "ar/app.po": ARABIC + swapped}

    result = check(files, "-l", "ar")

    assert "ar/app.po" in result.output
    assert "fr/app.po" not in result.output


def test_a_language_that_nobody_has_described_has_plain_defaults(check) -> None:
    one, other = "Never send a picture to somebody whom you have not met.", "Tell an adult whom you trust about it now."
    same = "qqq www eee rrr ttt yyy uuu"
    result = check({"tlh/app.po": HEAD + entry(one, same) + entry(other, same)}, "--json")

    assert "same-translation" in ids(result)


def test_a_catalog_is_compared_with_its_template(check) -> None:
    template = HEAD.replace("UTF-8", "CHARSET") + entry("one", "") + entry("two", "") + entry("three", "")
    files = {
        "pot/app.pot": template,
        "locale/fr/LC_MESSAGES/app.po": FRENCH + entry("one", "un") + entry("tow", "deux"),
        "locale/fr/LC_MESSAGES/old.po": FRENCH + entry("one", "un"),
    }
    result = check(files, "--template", "pot")

    assert "app.po: warning: 2 of 3 messages are missing, first “two” [template-ahead]" in result.output
    assert (
        "app.po:10: warning: 1 translations have no message in the template, first “tow” [template-behind]"
        in result.output
    )
    assert "old.po: warning: no template has its name; nobody compared the two [template-unfound]" in result.output
    assert result.exit_code == 0


def test_a_copy_is_for_review_because_the_names_of_the_project_are_not_known(check) -> None:
    files = {"fr/app.po": FRENCH + entry("Tell an adult you trust.", "Tell an adult you trust.")}

    assert check(files).output.endswith("0 errors, 0 warnings; 1 to review (--review lists them).\n")


def test_nothing_is_a_translation_in_the_language_of_the_source(check) -> None:
    british = HEAD + '"Language: en_GB\\n"\n' + entry("Tell an adult you trust.", "Tell an adult you trust.")

    assert check({"en_GB/app.po": british}).output.endswith("0 errors, 0 warnings.\n")


def test_what_has_not_changed_is_not_read_again(check, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"fr/app.po": FRENCH + entry("%d", "%s", "#, c-format\n"), "fr/b.po": FRENCH + entry("one", "un")}
    first = check(files)
    monkeypatch.setattr(foreign, "read_file", None)

    assert check({}).output == first.output


def test_what_has_changed_is_read_again(check) -> None:
    check({"fr/app.po": FRENCH + entry("%d", "%d", "#, c-format\n")})

    assert check({"fr/app.po": FRENCH + entry("%d", "%s", "#, c-format\n")}).exit_code == 1


def test_a_folder_without_catalogs_is_a_problem(check) -> None:
    result = check({"readme.txt": "nothing"})

    assert "[no-catalogs]" in result.output
    assert result.exit_code == 2


def test_a_folder_without_templates_is_a_problem(check) -> None:
    result = check({"fr/app.po": FRENCH, "pot/readme.txt": ""}, "--template", "pot")

    assert "[no-templates]" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "html"])
def test_every_report_can_be_made_of_it(check, format_: str) -> None:
    result = check({"ar/app.po": ARABIC + entry("%d left", "بقي %s", "#, c-format\n")}, "--format", format_)

    assert "بقي" in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize("options", [["--edition", "cubs"], ["--since", "HEAD"]])
def test_what_needs_a_project_of_ours_is_refused(check, options: list[str]) -> None:
    assert check({"fr/app.po": FRENCH}, *options).exit_code == 2


def test_a_template_alone_is_refused() -> None:
    assert CliRunner().invoke(main, ["check", "--template", "."]).exit_code == 2
    assert CliRunner().invoke(main, ["check", "--profile", "catalogs"]).exit_code == 2


def test_a_catalog_that_names_no_files_is_marked_up_where_its_texts_are(check) -> None:
    role = entry("See :ref:`start` and ``code``.", "Voyez ``code``.")

    assert ids(check({"fr/guide.po": FRENCH + role}, "--json")) == ["markup-lost"]


def test_a_flag_on_the_text_of_a_page_is_a_guess_of_the_extractor(check) -> None:
    text = entry("It is 35% faster.", "Il est 35 % plus rapide.", "#: guide.rst:3\n#, python-format\n")

    assert check({"fr/guide.po": FRENCH + text}).exit_code == 0
