"""An update of catalogs loses nothing, whatever happens to the source."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders.catalogs.update.updating import UpdateReport, template, update_catalogs
from builders.model.findings import Location
from builders.model.guideline import Guideline, Licence
from builders.model.languages import Language
from builders.model.messages import Catalog, MessageState, SourceMessage

GUIDELINE = Guideline(slug="fixture", licence=Licence(short="CC0"))
FRENCH = Language(tag="fr", locale="fr", endonym="Français", english_name="French", review_state="draft")


def source(**domains: list[str]) -> dict[str, Catalog]:
    """Return templates; a message is written as ``context|text`` or ``text``."""
    return {domain: template(domain, [message(text) for text in texts], GUIDELINE) for domain, texts in domains.items()}


def message(text: str) -> SourceMessage:
    context, _, rest = text.rpartition("|")
    return SourceMessage(context=context, text=rest, location=Location("source/a.rst", 1))


def translate(catalogs: dict[str, Catalog]) -> dict[str, Catalog]:
    """Return *catalogs* with a translation for every message."""
    return {
        domain: replace(catalog, entries=tuple(replace(entry, msgstr=f"fr {entry.msgid}") for entry in catalog.entries))
        for domain, catalog in catalogs.items()
    }


def updated(
    texts: dict[str, Catalog], catalogs: dict[str, Catalog], language: Language
) -> tuple[dict[str, Catalog], UpdateReport]:
    """Return the catalogs after an update, and the report of it."""
    done = update_catalogs(texts, catalogs, language)
    return dict(done.catalogs), done.report


def translated(texts: dict[str, Catalog]) -> dict[str, Catalog]:
    return translate(dict(update_catalogs(texts, {}, FRENCH).catalogs))


def test_an_unchanged_source_changes_nothing() -> None:
    texts = source(a=["one", "two"])
    old = translated(texts)

    new, report = updated(texts, old, FRENCH)

    assert new == old
    assert report.kept == 2


def test_a_message_that_moves_to_another_catalog_takes_its_translation_along() -> None:
    old = translated(source(a=["x|one", "x|two"], b=["three"]))

    new, report = updated(source(a=["x|one"], b=["three", "x|two"]), old, FRENCH)

    assert [entry.msgstr for entry in new["b"].active] == ["fr three", "fr two"]
    assert [entry.key for entry in new["a"].entries] == [("x", "one")]
    assert report.moved == 1


def test_a_message_that_goes_becomes_obsolete_and_is_revived_when_it_returns() -> None:
    old = translated(source(a=["one", "two"]))

    without, gone = updated(source(a=["one"]), old, FRENCH)
    again, back = updated(source(a=["one", "two"]), without, FRENCH)

    assert [entry.state for entry in without["a"].entries] == [MessageState.TRANSLATED, MessageState.OBSOLETE]
    assert gone.made_obsolete == 1
    assert [entry.state for entry in again["a"].entries] == [MessageState.TRANSLATED, MessageState.TRANSLATED]
    assert back.revived == 1


def test_a_changed_message_is_offered_its_old_translation_to_look_at() -> None:
    old = translated(source(a=["Companies should answer within 24 hours."]))

    new, _ = updated(source(a=["Companies must answer within 24 hours."]), old, FRENCH)

    (entry, obsolete) = new["a"].entries
    assert entry.state is MessageState.FUZZY
    assert entry.previous == ("", "Companies should answer within 24 hours.")
    assert obsolete.state is MessageState.OBSOLETE


def test_the_same_text_in_another_block_is_only_a_suggestion() -> None:
    old = translated(source(a=["rec-pla-001/text|Listen."]))

    new, _ = updated(source(a=["rec-pla-001/text|Listen.", "pag-cub-001/text|Listen."]), old, FRENCH)

    assert [entry.state for entry in new["a"].entries] == [MessageState.TRANSLATED, MessageState.FUZZY]


def test_what_translators_tools_wrote_into_the_header_stays() -> None:
    texts = source(a=["one"])
    old = translated(texts)
    old["a"] = replace(old["a"], header=old["a"].header + "X-Poedit-Bookmarks: 1\n")

    new, _ = updated(texts, old, FRENCH)

    assert "X-Poedit-Bookmarks: 1" in new["a"].header


words = st.sampled_from(["one", "two", "three", "x|one", "x|two", "four and some more", "four and some other"])
sources = st.fixed_dictionaries({"a": st.lists(words, unique=True), "b": st.lists(words, unique=True)})


@given(st.lists(sources, min_size=1, max_size=5))
def test_no_translation_is_ever_lost_and_a_second_update_changes_nothing(history: list[dict[str, list[str]]]) -> None:
    catalogs: dict[str, Catalog] = {}
    ever: set[str] = set()
    for state in history:
        texts = source(**state)
        catalogs, _ = updated(texts, catalogs, FRENCH)
        assert updated(texts, catalogs, FRENCH)[0] == catalogs
        catalogs = {
            domain: replace(
                catalog,
                entries=tuple(
                    entry if entry.msgstr else replace(entry, msgstr=f"fr {entry.context} {entry.msgid}")
                    for entry in catalog.entries
                ),
            )
            for domain, catalog in catalogs.items()
        }
        now = {entry.msgstr for catalog in catalogs.values() for entry in catalog.entries}
        assert ever <= now
        ever |= now
