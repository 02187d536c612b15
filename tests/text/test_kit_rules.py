"""The rules for translators, in every language whose labels the release promises."""

import pytest
from lxml import html

from builders.translating.rules_page import rules
from tests.real_text import real_settings

SETTINGS = real_settings()
PROMISED = [tag for tag, promise in SETTINGS.promises.languages.items() if promise.labels]


@pytest.mark.parametrize("tag", PROMISED)
def test_the_rules_are_in_the_language_of_the_translator_and_name_the_same_places(tag: str) -> None:
    page = html.fromstring(rules(SETTINGS, SETTINGS.language(tag))["rules.html"])
    english = html.fromstring(rules(SETTINGS, SETTINGS.language("en"))["rules.html"])

    assert page.get("lang") == tag
    assert page.xpath("//*[@lang='en']") == []
    assert sorted(each.text for each in page.xpath("//code") if "U+" not in each.text) == sorted(
        each.text for each in english.xpath("//code")
    )
