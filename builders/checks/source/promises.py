"""Whether the text holds what the release promises (``source/release.toml``)."""

from collections.abc import Iterator
from dataclasses import replace

from builders.catalogs.counting import count_words
from builders.catalogs.folders import domain_of
from builders.checks.checking import Remark, check
from builders.checks.source.gaps import finds, items_of
from builders.checks.source.source_text import Block, SourceText
from builders.model.findings import Location
from builders.settings.promised import RELEASE


def broken(line: int, message: str) -> Remark:
    """Return the remark that the promise in *line* of ``source/release.toml`` is not held."""
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
                yield broken(amount.line, f"{edition}: {number} of “{query}”, and {amount} are promised")


def _codes(block: Block) -> set[str]:
    values = block.node.attributes.values()
    lists = ([value] if isinstance(value, str) else value for value in values if isinstance(value, (str, list, tuple)))
    return {str(code) for codes in lists for code in codes}


@check("own-words-promised")
def own_words_promised(source: SourceText) -> Iterator[Remark]:
    """The own text of an edition is longer, or shorter, than the release promises."""
    for edition, amount in source.settings.promises.own_words.items():
        number = source.own_words.get(edition)
        if number is None:
            yield broken(amount.line, f"{edition}: its pages cannot be built, so nobody knows how long they are")
        elif not amount.holds(number):
            yield broken(amount.line, f"{edition}: {number} words of own text, and {amount} are promised")


@check("words-promised")
def words_promised(source: SourceText) -> Iterator[Remark]:
    """There are more, or fewer, English words to translate than the release promises."""
    amount = source.settings.promises.words
    texts = {(domain_of(page), *key) for page, keys in source.messages.items() for key in keys}
    number = sum(count_words(text) for *_, text in texts) + sum(map(count_words, source.settings.labels.values()))
    if amount and not amount.holds(number):
        remark = broken(amount.line, f"{amount} words to translate are promised, and this does not hold")
        yield replace(remark, hint=f"there are {number:,}; {words_promised.hint}")


@check("questions-promised")
def questions_promised(source: SourceText) -> Iterator[Remark]:
    """A checklist finds another number of questions than the release promises, or is not there."""
    for name, amount in source.settings.promises.questions.items():
        block = source.blocks.get(name)
        if block is None or block.type != "checklist":
            yield broken(amount.line, f"there is no checklist {name}")
            continue
        for edition in block.editions:
            number = sum(finds(block, [item]) for item in items_of(source, edition))
            if not amount.holds(number):
                yield broken(amount.line, f"{edition}: {name} finds {number} questions, and {amount} are promised")


@check("teachernote-missing")
def teachernote_missing(source: SourceText) -> Iterator[Remark]:
    """An activity or an episode for children has no note for the adult."""
    noted = {name for note in source.of_type("teachernote") for name in note.codes("for")}
    for block in source.of_type("activity", "episode"):
        home = source.settings.home_edition(block.id)
        if home is not None and home.is_for_children and block.id not in noted:
            yield block.remark(f"no note for the adult names {block.id}")


@check("nothing-promised")
def nothing_promised(source: SourceText) -> Iterator[Remark]:
    """An edition or a language is published of which the release promises nothing."""
    settings, promises = source.settings, source.settings.promises
    for edition in settings.editions:
        if edition.id not in promises.blocks:
            yield broken(0, f"the release promises nothing of the edition {edition.id}")
    for language in settings.languages:
        if not language.is_source and language.tag not in promises.languages:
            yield broken(0, f"the release promises nothing in the language {language.tag}")
