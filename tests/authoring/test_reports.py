"""Findings as other programs and browsers read them: by the schemas of their formats, and with everything in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree, html

from builders.authoring.check_command import formatted
from builders.checks.finished.tools import NotInstalled, open_browser
from builders.checks.profiles import CHECKS, PROFILES, checks_of
from builders.model.findings import Beside, Certainty, Finding, Location, Severity
from tests.conftest import SETTINGS

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft4Validator(
    json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")), format_checker=FormatChecker()
)
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def finding(tag: str, target: str, *, marked: str = "", check: str = "copied-source", **more) -> Finding:
    beside = Beside(
        id="msg-000000000000",
        context="rec-gen-001/text",
        origin=Location("source/shared/page.rst", 4),
        tags=("en", tag),
        texts=("Ages 13 to 17 <b>& all</b>.", target),
        marked=(("17",), (marked,) if marked else ()),
        editions=("cubs", "inventors"),
        is_critical=tag == "ar",
    )
    place = Location(f"locale/{tag}/LC_MESSAGES/shared.po", 12)
    return Finding(check=check, location=place, message="look </script>", hint="mend it", beside=beside, **more)


FOUND = (
    finding("fr", "De 13 à 16 ans.", marked="16", severity=Severity.WARNING, certainty=Certainty.POSSIBLE),
    finding("ar", "من 13 إلى 16 سنة.", marked="16"),
    finding("zh-Hans", "13至16岁。", marked="16", severity=Severity.REVIEW, check="same-translation"),
    Finding(check="waiver-unused", location=Location("locale/fr/waivers.toml", 2), message="covers nothing \x0b"),
)


@pytest.mark.parametrize("found", [FOUND, FOUND[:1], ()], ids=len)
@pytest.mark.parametrize("profile", PROFILES)
def test_sarif_keeps_to_its_schema(found: tuple[Finding, ...], profile: str) -> None:
    report = json.loads(formatted(found, "sarif", profile, SETTINGS, with_review=True))

    assert [error.message for error in SARIF.iter_errors(report)] == []
    assert len(report["runs"][0]["results"]) == len(found)


def test_sarif_names_both_places_and_a_message_that_stays_when_lines_move() -> None:
    result = json.loads(formatted(FOUND, "sarif", "translation", SETTINGS))["runs"][0]["results"][1]

    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 4}
    assert "en: Ages 13 to ⟦17⟧" in result["message"]["text"]
    assert "msg-000000000000" in result["partialFingerprints"]["message/v1"]


@pytest.mark.parametrize("found", [FOUND, FOUND[:1], ()], ids=len)
@pytest.mark.parametrize("profile", PROFILES)
def test_junit_keeps_to_the_schema_of_jenkins(found: tuple[Finding, ...], profile: str) -> None:
    report = etree.fromstring(formatted(found, "junit", profile, SETTINGS, with_review=True).encode())

    assert JUNIT.validate(report), JUNIT.error_log


def test_a_check_that_finds_nothing_has_passed_and_an_error_has_failed() -> None:
    report = etree.fromstring(formatted(FOUND, "junit", "translation", SETTINGS).encode())

    suite = report.find("testsuite")
    assert (suite.get("failures"), suite.get("skipped")) == ("2", "1")
    assert len(report.findall(".//testcase[failure]")) == 2
    passed = {case.get("name") for case in report.iter("testcase") if not len(case)}
    assert passed == {each.id for each in checks_of("translation")} - {"copied-source", "waiver-unused"}
    assert int(suite.get("tests")) == len(report.findall(".//testcase"))
    assert "ar: \u2067من 13 إلى ⟦16⟧ سنة.\u2069" in report.find(".//failure").text


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(formatted(FOUND, "html", "translation", SETTINGS, with_review=True))


def test_the_page_shows_both_texts_in_their_own_direction_with_the_words_marked(page: html.HtmlElement) -> None:
    [article] = page.cssselect('article[data-language="ar"]')

    english, arabic = article.cssselect(".text")
    assert (english.get("lang"), english.get("dir"), english.text_content()) == ("en", "ltr", FOUND[0].beside.texts[0])
    assert (arabic.get("lang"), arabic.get("dir"), arabic.text_content()) == ("ar", "rtl", "من 13 إلى 16 سنة.")
    assert [mark.text for mark in article.cssselect("mark")] == ["17", "16"]


def test_the_page_tells_place_context_readers_and_hint(page: html.HtmlElement) -> None:
    [article] = page.cssselect('article[data-language="fr"]')

    told = " ".join(article.text_content().split())
    for words in ("locale/fr/LC_MESSAGES/shared.po:12", "source/shared/page.rst:4", "rec-gen-001/text", "Mend it."):
        assert words in told
    assert "Inventors" in told
    assert article.get("data-editions") == "cubs inventors"


def test_what_may_hurt_somebody_is_said(page: html.HtmlElement) -> None:
    assert [each.getparent().getparent().get("data-language") for each in page.cssselect(".critical")] == ["ar"]


def test_a_text_is_never_taken_for_markup(page: html.HtmlElement) -> None:
    assert len(page.cssselect("script")) == 1
    assert [heading.text for heading in page.cssselect("article h3")].count("look </script>") == 3
    assert page.cssselect("article b") == []


def test_every_link_of_the_page_leads_somewhere_in_it(page: html.HtmlElement) -> None:
    targets = {link.get("href") for link in page.cssselect("a")}

    assert targets
    assert all(target[0] == "#" and page.cssselect(f'[id="{target[1:]}"]') for target in targets)


def test_the_filters_offer_everything_that_there_is(page: html.HtmlElement) -> None:
    offered = {
        select.get("name"): [option.get("value", option.text) for option in select.cssselect("option")[1:]]
        for select in page.cssselect("select")
    }

    articles = page.cssselect("article")
    assert set(offered["language"]) == {each.get("data-language") for each in articles} - {""}
    assert set(offered["check"]) == {each.get("data-check") for each in articles}
    assert set(offered["severity"]) == {each.get("data-severity") for each in articles}
    assert offered["editions"] == [edition.id for edition in SETTINGS.editions]


def test_without_scripts_the_page_has_no_filters_and_all_findings(page: html.HtmlElement) -> None:
    assert page.cssselect("form")[0].get("hidden") is not None
    assert page.cssselect("article[hidden]") == []


def test_the_page_needs_nothing_from_elsewhere(page: html.HtmlElement) -> None:
    assert page.cssselect("link, img, script[src]") == []


def test_the_list_for_review_is_left_out_unless_it_is_asked_for() -> None:
    text = formatted(FOUND, "html", "translation", SETTINGS)

    assert re.findall(r'data-language="(zh-Hans)"', text) == []


def test_a_page_without_findings_says_so() -> None:
    assert "Nothing was found." in formatted((), "html", "translation", SETTINGS)


@pytest.mark.slow
def test_every_check_can_be_told_in_every_format() -> None:
    found = [Finding(check=name, location=Location("x", 1), message="m") for name in CHECKS]

    for format_ in ("json", "sarif", "junit", "html"):
        assert all(name in formatted(found, format_, "release", SETTINGS) for name in CHECKS)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory):
    """The page in a browser; skipped where there is none."""
    path = tmp_path_factory.mktemp("page") / "findings.html"
    path.write_text(formatted(FOUND, "html", "translation", SETTINGS, with_review=True), encoding="utf-8")
    try:
        with open_browser() as browser:
            opened = browser.new_page()
            opened.goto(path.as_uri())
            yield opened
    except NotInstalled as reason:
        pytest.skip(f"skipped, {reason}")


@pytest.mark.parametrize(
    ("name", "value", "languages"),
    [
        ("language", "ar", ["ar"]),
        ("severity", "error", ["ar", ""]),
        ("check", "same-translation", ["zh-Hans"]),
        ("editions", "cubs", ["fr", "ar", "zh-Hans"]),
        ("editions", "plan-makers", []),
    ],
)
def test_a_filter_leaves_what_it_names(opened, name: str, value: str, languages: list[str]) -> None:
    opened.select_option(f"select[name={name}]", value)

    shown = opened.eval_on_selector_all(
        "article[data-check]", "all => all.filter(each => each.checkVisibility()).map(each => each.dataset.language)"
    )
    said = opened.locator("#shown").inner_text()
    opened.select_option(f"select[name={name}]", "")

    assert sorted(shown) == sorted(languages)
    assert said == f"{len(languages)} of 4 findings"
