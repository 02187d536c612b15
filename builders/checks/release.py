"""Whether the text and its translations hold what the release promises (``source/release.toml``)."""

import re
from collections.abc import Iterator

from builders.catalogs.translations import domain_of
from builders.checks.checking import Remark, check
from builders.checks.source.bands import CHILDREN
from builders.checks.source.gaps import finds, items_of
from builders.checks.source.source_text import Block, SourceText
from builders.model.findings import Location
from builders.model.progress import Coverage
from builders.model.registries import Person
from builders.settings.promised import RELEASE


def _broken(line: int, message: str) -> Remark:
    return Remark(location=Location(RELEASE, line), message=message)


@check("blocks-promised")
def blocks_promised(source: SourceText) -> Iterator[Remark]:
    """An edition holds another number of blocks than the release promises."""
    for edition, promised in source.settings.promises.blocks.items():
        carried = [block for block in source.blocks.values() if edition in block.editions]
        for query, amount in promised.items():
            kind, *codes = query.split()
            number = sum(block.type == kind and set(codes) <= _codes(block) for block in carried)
            if not amount.holds(number):
                yield _broken(amount.line, f"{edition}: {number} of “{query}”, and {amount} are promised")


def _codes(block: Block) -> set[str]:
    values = block.node.attributes.values()
    lists = ([value] if isinstance(value, str) else value for value in values if isinstance(value, (str, list, tuple)))
    return {str(code) for codes in lists for code in codes}


@check("questions-promised")
def questions_promised(source: SourceText) -> Iterator[Remark]:
    """A checklist finds another number of questions than the release promises, or is not there."""
    for name, amount in source.settings.promises.questions.items():
        block = source.blocks.get(name)
        if block is None or block.type != "checklist":
            yield _broken(amount.line, f"there is no checklist {name}")
            continue
        for edition in block.editions:
            number = sum(finds(block, [item]) for item in items_of(source, edition))
            if not amount.holds(number):
                yield _broken(amount.line, f"{edition}: {name} finds {number} questions, and {amount} are promised")


@check("teachernote-missing")
def teachernote_missing(source: SourceText) -> Iterator[Remark]:
    """An activity or an episode of the children’s set has no note for the adult."""
    noted = {name for note in source.of_type("teachernote") for name in note.codes("for")}
    for block in source.of_type("activity", "episode"):
        home = source.settings.home_edition(block.id)
        if home is not None and home.id == CHILDREN and block.id not in noted:
            yield block.remark(f"no note for the adult names {block.id}")


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
    for tag, promise in source.settings.promises.languages.items():
        labels = source.translations_by_tag[tag].labels(source.settings)
        share = Coverage(translated=sum(not labels.is_fallback(key) for key in labels), total=len(labels))
        if share.percent < promise.labels:
            message = f"{tag}: {share.percent} % of the labels are translated, and {promise.labels} % are promised"
            yield _broken(promise.line, message)


@check("messages-promised")
def messages_promised(source: SourceText) -> Iterator[Remark]:
    """Less of the text is translated than the release promises."""
    for tag, promise in source.settings.promises.languages.items():
        translations = source.translations_by_tag[tag]
        keys = {(domain_of(page), *key) for page, keys in source.messages.items() for key in keys}
        share = Coverage(translated=sum(translations.find(*key) is not None for key in keys), total=len(keys))
        if share.percent < promise.messages:
            message = f"{tag}: {share.percent} % of the text is translated, and {promise.messages} % are promised"
            yield _broken(promise.line, message)


@check("page-promised")
def page_promised(source: SourceText) -> Iterator[Remark]:
    """A page is not translated completely although the release promises it, or is not there."""
    for tag, promise in source.settings.promises.languages.items():
        for page in promise.pages:
            if page not in source.messages:
                yield _broken(promise.line, f"{tag}: there is no page {page}")
                continue
            find, keys = source.translations_by_tag[tag].find, source.messages[page]
            missing = [key for key in keys if find(domain_of(page), *key) is None]
            if missing:
                said = f"{tag}: {page} lacks {len(missing)} of {len(keys)} messages"
                yield _broken(promise.line, f"{said}, first “{missing[0][1]}”")


@check("review-state-outdated")
def review_state_outdated(source: SourceText) -> Iterator[Remark]:
    """The header of a catalog names another state of review than the languages do."""
    for language in source.settings.languages:
        for catalog in source.catalogs.get(language.tag, {}).values():
            if catalog.header_field("X-Review-State") != language.review_state:
                message = f"the header does not say “{language.review_state}”, the state of {language.tag}"
                yield Remark(location=Location(catalog.path, 1), message=message)


@check("nothing-promised")
def nothing_promised(source: SourceText) -> Iterator[Remark]:
    """An edition or a language is published of which the release promises nothing."""
    settings, promises = source.settings, source.settings.promises
    for edition in settings.editions:
        if edition.id not in promises.blocks:
            yield _broken(0, f"the release promises nothing of the edition {edition.id}")
    for language in settings.languages:
        if not language.is_source and language.tag not in promises.languages:
            yield _broken(0, f"the release promises nothing in the language {language.tag}")
