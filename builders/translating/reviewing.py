"""Reviews: who has vouched for which translations, written into the catalogs of one language."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from builders.catalogs.files import read_folder, replace_files
from builders.catalogs.folders import read_catalogs
from builders.catalogs.own_catalogs import chosen_domain, own_catalogs, own_folder
from builders.catalogs.po.lines import line_end_notices
from builders.catalogs.po.reading import parse_catalog
from builders.catalogs.po.writing import format_catalog
from builders.catalogs.reviews import reviews_of, unnamed, with_review
from builders.model.findings import Finding, Location
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, Key, MessageState, Review, ReviewLevel, shown
from builders.problems import Problem
from builders.settings import Settings

_NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which messages of a language a reviewer means."""

    domain: str = ""
    """A text domain; all of them by default."""
    contexts: tuple[str, ...] = ()
    """Blocks (``rec-abc-014``), parts of blocks (``rec-abc-014/title``), or beginnings that end in a hyphen."""
    pages: tuple[str, ...] = ()
    """Files of the source, with all their messages."""
    passes_over_unfinished: bool = False
    """Whether what is fuzzy or has no translation is left out, instead of refused."""

    def has(self, entry: CatalogEntry) -> bool:
        """Whether *entry* is meant; without blocks and pages, every one is."""
        if not self.contexts and not self.pages:
            return True
        places = {place for line in entry.references for place in line.split()}
        return any(_is_in(entry.context, name) for name in self.contexts) or not places.isdisjoint(self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a command for a review came to."""

    done: tuple[tuple[Location, CatalogEntry], ...]
    """The messages that carry the review now and did not before, and where their ``msgid`` stands."""
    known: int
    """How many messages were that far already."""
    passed_over: Mapping[MessageState, int]
    """How many have nothing to vouch for, by state."""
    notices: tuple[Finding, ...] = ()
    """About files that no longer end their lines as a program for Windows had written them."""


def review(settings: Settings, language: Language, selection: Selection, said: Review) -> Reviewed:
    """Write what was *said* of *selection* into the catalogs of *language*; where it cannot be, raise a Problem."""
    folder = own_folder(settings, language)
    seen = read_folder(folder.parent)
    catalogs = own_catalogs(settings, read_catalogs(settings, language))
    selection = replace(selection, domain=chosen_domain(settings, selection.domain))
    meant = {
        domain: [entry for entry in catalog.active if selection.domain in ("", domain) and selection.has(entry)]
        for domain, catalog in catalogs.items()
    }
    everything = [(catalogs[domain].path, entry) for domain, entries in meant.items() for entry in entries]
    if not everything:
        raise nothing_meant(catalogs, language, selection)
    if not selection.passes_over_unfinished:
        _refuse_unfinished(everything)
    news = {
        domain: {each.key for each in entries if each.state is MessageState.TRANSLATED and not _is_known(each, said)}
        for domain, entries in meant.items()
    }
    texts = {domain: _reviewed(catalogs[domain], keys, said) for domain, keys in news.items() if keys}
    files = {folder / f"{domain.rpartition('/')[2]}.po": text for domain, text in texts.items()}
    replace_files([*files.items()], seen=seen)
    done = [
        (Location(catalogs[domain].path, entry.line), entry)
        for domain, text in texts.items()
        for entry in parse_catalog(text, catalogs[domain].path).active
        if entry.key in news[domain]
    ]
    states = Counter(entry.state for _, entry in everything)
    return Reviewed(
        done=tuple(done),
        known=states.pop(MessageState.TRANSLATED, 0) - len(done),
        passed_over=states,
        notices=tuple(line_end_notices(seen, files, settings.project)),
    )


def nothing_meant(catalogs: Mapping[str, Catalog], language: Language, selection: Selection) -> Problem:
    """Return the Problem that *selection* means no message in the *catalogs* of *language*."""
    return Problem(
        code="nothing-to-review",
        what=f"no message in {language.tag} is meant by that",
        why="a review must name what was read",
        next_step="; ".join(_advice(catalogs, selection)) or "name a domain, a context or a page that has messages",
    )


def _is_in(context: str, name: str) -> bool:
    """Whether the msgctxt *context* is the block or part *name*, lies in it, or begins with it up to a hyphen."""
    return context == name or context.startswith(name if name.endswith(("-", "/")) else f"{name}/")


def _advice(catalogs: Mapping[str, Catalog], selection: Selection) -> Iterator[str]:
    """Yield what there is that resembles a *selection* without a message."""
    entries = {domain: catalog.active for domain, catalog in catalogs.items()}
    if selection.domain and selection.domain not in entries:
        yield f"there is no domain “{selection.domain}”, but {', '.join(sorted(entries))}"
    everything = [entry for each in entries.values() for entry in each]
    contexts = {part for entry in everything for part in _parts(entry.context)}
    pages = {place for entry in everything for line in entry.references for place in line.split()}
    for kind, names, known in (("context", selection.contexts, contexts), ("page", selection.pages, pages)):
        for name in names:
            yield from _advice_on(kind, name, known, entries, selection)


def _advice_on(
    kind: str, name: str, known: Collection[str], entries: Mapping[str, Collection[CatalogEntry]], selection: Selection
) -> Iterator[str]:
    alone = Selection(contexts=(name,)) if kind == "context" else Selection(pages=(name,))
    holders = [domain for domain, each in entries.items() if any(map(alone.has, each))]
    if not holders:
        longer = sorted(each for each in known if each.startswith(name))
        near = get_close_matches(name, known, n=_NEAR) or longer[:_NEAR]
        yield f"there is no {kind} “{name}”" + (f", but {', '.join(near)}" if near else "")
    elif selection.domain and selection.domain not in holders:
        yield f"{kind} “{name}” is in the domain {', '.join(holders)}"


def _parts(context: str) -> Iterator[str]:
    """Yield a msgctxt, and the blocks that it lies in."""
    while context:
        yield context
        context = context.rpartition("/")[0]


def _refuse_unfinished(meant: Iterable[tuple[str, CatalogEntry]]) -> None:
    findings = [
        Finding(
            check="unfinished-translation",
            location=Location(path, entry.line),
            message=f"the message is {entry.state.value}: {shown(*entry.key)}",
        )
        for path, entry in meant
        if entry.state is not MessageState.TRANSLATED
    ]
    if findings:
        raise Problem(
            code="review-refused",
            what="there is nothing to vouch for in some of these messages",
            findings=findings,
            why="only a finished translation can be reviewed",
            next_step="finish them, name only the others, or add --all-translated to pass them over",
        )


def _reviewed(catalog: Catalog, keys: Collection[Key], said: Review) -> bytes:
    """Return the file of *catalog* with what was *said* of the messages *keys*."""
    try:
        entries = tuple(
            with_review(entry, said.level, by=said.by, on=said.on)
            if entry.key in keys and not entry.is_obsolete
            else entry
            for entry in catalog.entries
        )
    except ValueError as error:
        raise unnamed(str(error)) from error
    return format_catalog(replace(catalog, entries=entries)).encode()


def _is_known(entry: CatalogEntry, said: Review) -> bool:
    """Whether the same person has said that of *entry* already, or more."""
    own = [each for each in reviews_of(entry) if each.by.casefold() == " ".join(said.by.split()).casefold()]
    return any(said.level in (each.level, ReviewLevel.REVIEWED) for each in own)
