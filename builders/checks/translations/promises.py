"""Whether the translations hold what the release promises (``source/release.toml``)."""

import re
from collections.abc import Iterator

from builders.catalogs.folders import domain_of
from builders.checks.checking import Remark, check
from builders.checks.source.promises import broken
from builders.checks.source.source_text import SourceText
from builders.model.findings import Location
from builders.model.progress import Coverage
from builders.model.promises import LanguagePromise
from builders.model.registries import Person


def _promised(source: SourceText) -> Iterator[tuple[str, LanguagePromise]]:
    """Yield what is promised of every language that is looked at: the command may be about one of them."""
    promises = source.settings.promises.languages
    return ((tag, promise) for tag, promise in promises.items() if tag in source.translations_by_tag)


@check("name-missing")
def name_missing(source: SourceText) -> Iterator[Remark]:
    """A registry lacks a name in a language in which the release promises all of them."""
    settings = source.settings
    promised = [tag for tag, promise in settings.promises.languages.items() if promise.names]
    for registry in ("instruments", "entities", "characters"):
        for code, each in getattr(settings, registry).items():
            place = source.place(f"source/registries/{registry}.toml", rf"^\[{re.escape(code)}\b")
            for tag in promised:
                if tag not in each.names or (isinstance(each, Person) and tag not in each.genders):
                    yield Remark(location=place, message=f"{code} has no name or gender in {tag}")


@check("labels-promised")
def labels_promised(source: SourceText) -> Iterator[Remark]:
    """Fewer labels are translated than the release promises."""
    for tag, promise in _promised(source):
        labels = source.translations_by_tag[tag].labels(source.settings)
        share = Coverage(translated=sum(not labels.is_fallback(key) for key in labels), total=len(labels))
        if share.percent < promise.labels:
            message = f"{tag}: {share.percent} % of the labels are translated, and {promise.labels} % are promised"
            yield broken(promise.line, message)


@check("messages-promised")
def messages_promised(source: SourceText) -> Iterator[Remark]:
    """Less of the text is translated than the release promises."""
    for tag, promise in _promised(source):
        translations = source.translations_by_tag[tag]
        keys = {(domain_of(page), *key) for page, keys in source.messages.items() for key in keys}
        share = Coverage(translated=sum(translations.find(*key) is not None for key in keys), total=len(keys))
        if share.percent < promise.messages:
            message = f"{tag}: {share.percent} % of the text is translated, and {promise.messages} % are promised"
            yield broken(promise.line, message)


@check("page-promised")
def page_promised(source: SourceText) -> Iterator[Remark]:
    """A page is not translated completely although the release promises it, or is not there."""
    for tag, promise in _promised(source):
        for page in promise.pages:
            if page not in source.messages:
                yield broken(promise.line, f"{tag}: there is no page {page}")
                continue
            find, keys = source.translations_by_tag[tag].find, source.messages[page]
            missing = [key for key in keys if find(domain_of(page), *key) is None]
            if missing:
                said = f"{tag}: {page} lacks {len(missing)} of {len(keys)} messages"
                yield broken(promise.line, f"{said}, first “{missing[0][1]}”")


@check("review-state-outdated")
def review_state_outdated(source: SourceText) -> Iterator[Remark]:
    """The header of a catalog names another state of review than the languages do."""
    for language in source.settings.languages:
        for catalog in source.catalogs.get(language.tag, {}).values():
            if catalog.header_field("X-Review-State") != language.review_state:
                message = f"the header does not say “{language.review_state}”, the state of {language.tag}"
                yield Remark(location=Location(catalog.path, 1), message=message)
