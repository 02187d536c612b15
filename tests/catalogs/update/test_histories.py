"""Nothing that a translator has written is ever lost, whatever authors do to the source and whenever they update."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.catalogs.notes import CARRIED, CHANGED, own_words
from builders.catalogs.reviews import standing
from builders.catalogs.update.candidates import role
from builders.catalogs.update.weighing import weigh
from builders.model.impact import ChangeKind
from builders.model.messages import Catalog, CatalogEntry, MessageState, Pair, Standing
from tests.catalogs.histories import ACTS, EDITS, Step, World, everything, read, said, stopped, strings, update

IS_SLOW = settings.get_current_profile_name() == "slow"

NOTHING = Catalog(path="", header="", entries=())

numbers = st.integers(0, 9999)
edits = st.lists(st.tuples(st.sampled_from(EDITS), numbers, numbers), min_size=1, max_size=4)
acts = st.lists(st.tuples(st.sampled_from(ACTS), numbers, numbers), max_size=5)
histories = st.lists(st.tuples(edits, acts, numbers), min_size=1, max_size=8)


@settings(
    max_examples=2500 if IS_SLOW else 30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(histories)
def test_a_history_loses_nothing(history: list[tuple[list, list, int]]) -> None:
    world = World()
    for changes, work, moment in history:
        for act, one, two in [*changes, *work]:
            act(world, one, two)
        vouch(world)
        step = update(world.templates, world.files, world.memory)
        for check in CHECKS:
            check(world, step)
        check_stopped(world, step, moment)
        world.files, world.memory = step.after, step.memory
        vouch(world)


def vouch(world: World) -> None:
    """Note what people have left as finished."""
    for _, entry in everything(world.catalogs()):
        if entry.msgstr and not entry.is_fuzzy:
            world.vouched.add((entry.msgid, entry.msgstr))


def check_nothing_is_lost(world: World, step: Step) -> None:
    after = read(step.after)

    assert world.translations <= strings(after, step.memory)
    assert world.comments <= said(after)
    assert set(step.memory_before) <= set(step.memory)


def check_a_second_update_changes_nothing(world: World, step: Step) -> None:
    again = update(world.templates, step.after, step.memory)

    assert again.after == step.after
    assert again.memory == step.memory


def check_the_catalogs_have_the_messages_of_the_source(world: World, step: Step) -> None:
    after = read(step.after)
    wanted = {domain: [entry.key for entry in source.entries] for domain, source in world.templates.items()}

    assert {domain: keys for domain, catalog in after.items() if (keys := [e.key for e in catalog.active])} == wanted
    assert set(after) == set(wanted) or not wanted
    for catalog in after.values():
        assert max(Counter(entry.key for entry in catalog.entries).values(), default=1) == 1


def check_every_message_keeps_its_translation_and_state(world: World, step: Step) -> None:
    before, after = read(step.before), read(step.after)
    places = {(domain, entry.key) for domain, source in world.templates.items() for entry in source.entries}
    for domain, new in everything(after):
        if not new.is_obsolete:
            old = next((e for e in before[domain].active if e.key == new.key), None) if domain in before else None
            check_message(new, old, Known(before, step.memory_before, places))


@dataclass(frozen=True)
class Known:
    """What there was before an update, and the messages that the source has now, by domain."""

    catalogs: Mapping[str, Catalog]
    memory: tuple[Pair, ...]
    places: set[tuple[str, tuple[str, str]]]

    def wants(self, entry: CatalogEntry) -> bool:
        return any(entry.key == key for _, key in self.places)

    def candidates(self, fits: Callable[[CatalogEntry], bool]) -> list[CatalogEntry]:
        """Return the entries with a translation that fit; those of the memory only where there are no others."""
        held = [(domain, entry) for domain, entry in everything(self.catalogs) if entry.msgstr and fits(entry)]
        remembered = (
            CatalogEntry(
                context=pair.context,
                msgid=pair.source,
                msgstr=pair.target,
                flags=frozenset({"fuzzy"} if pair.is_fuzzy else ()),
            )
            for pair in self.memory
        )
        found = [entry for domain, entry in held if not self._is_lent(domain, entry)]
        return found or [entry for entry in remembered if fits(entry)]

    def _is_lent(self, domain: str, entry: CatalogEntry) -> bool:
        """Whether *entry* suggests the translation of another message, and goes on doing so where it stands."""
        if entry.is_obsolete or not entry.is_fuzzy or entry.previous in (None, entry.key):
            return False
        kept = strings_of(self.catalogs, self.memory, entry.previous)
        return (domain, entry.key) in self.places and entry.msgstr in kept


def strings_of(catalogs: Mapping[str, Catalog], memory: tuple[Pair, ...], key: tuple[str, str]) -> set[str]:
    """Return every translation that there is of the message *key*."""
    held = {entry.msgstr for _, entry in everything(catalogs) if entry.key == key}
    return held | {pair.target for pair in memory if (pair.context, pair.source) == key}


def check_message(new: CatalogEntry, old: CatalogEntry | None, known: Known) -> None:
    """Assert that *new* has the best translation there was."""
    if old is not None and old.msgstr:
        assert (new.msgstr, new.is_fuzzy) == (old.msgstr, old.is_fuzzy)
        assert standing(new) is standing(old) or said({"": replace(NOTHING, entries=(new,))}) <= said(known.catalogs)
    elif same := (
        known.candidates(lambda entry: entry.key == new.key)
        or known.candidates(lambda entry: entry.msgid == new.msgid and not known.wants(entry))
    ):
        assert_taken_from(same, new)
    elif same := known.candidates(lambda entry: entry.msgid == new.msgid):
        assert is_carried(new) or (new.is_fuzzy and new.msgstr) or all(entry.is_fuzzy for entry in same)
    else:
        assert standing(new) in (Standing.UNTRANSLATED, Standing.FUZZY, Standing.TRANSLATED)


def assert_taken_from(same: list[CatalogEntry], new: CatalogEntry) -> None:
    finished = [entry for entry in same if not entry.is_fuzzy]
    if not finished and not new.msgstr:
        return
    origins = [entry for entry in finished or same if entry.msgstr == new.msgstr]
    assert origins
    assert new.is_fuzzy is not bool(finished)
    kept = standings(*(entry for entry in origins if role(entry.context) == role(new.context)))
    assert standing(new) in (kept or {Standing.TRANSLATED, Standing.FUZZY})


def standings(*entries: CatalogEntry) -> set[Standing]:
    """Return where *entries* would stand in use: a review that one of them has fits its like."""
    return {standing(replace(entry, is_obsolete=False)) for entry in entries}


def check_nothing_is_finished_that_nobody_has_finished(world: World, step: Step) -> None:
    for _, new in everything(read(step.after)):
        if new.state is MessageState.TRANSLATED and (new.msgid, new.msgstr) not in world.vouched:
            assert is_carried(new)
            assert any(
                weigh(text, new.msgid).kind is ChangeKind.COSMETIC
                for text, translation in world.vouched
                if translation == new.msgstr
            )


def is_carried(entry: CatalogEntry) -> bool:
    return any(line.startswith(CHANGED) and line.endswith(CARRIED) for line in entry.comments)


def check_an_offer_says_for_which_text_it_was_made(world: World, step: Step) -> None:
    before = read(step.before)
    suggested = {(entry.msgid, entry.msgstr, entry.previous) for _, entry in everything(before)}
    for _, new in everything(read(step.after)):
        is_new = (new.msgid, new.msgstr, new.previous) not in suggested
        if new.is_fuzzy and not new.is_obsolete and is_new and new.previous:
            made_for = new.previous[1]
            assert (made_for, new.msgstr) in world.vouched | world.typed or is_orphaned(new, before)
            if made_for != new.msgid:
                assert f"{CHANGED}{weigh(made_for, new.msgid)}" in new.comments


def is_orphaned(new: CatalogEntry, before: Mapping[str, Catalog]) -> bool:
    """Whether *new* goes on with a suggestion whose original has another translation by now."""
    held = {(entry.key, entry.msgstr) for _, entry in everything(before)}
    return any(
        entry.key == new.previous and entry.previous and (entry.previous, entry.msgstr) not in held
        for _, entry in everything(before)
        if entry.is_fuzzy and entry.msgstr == new.msgstr
    )


def check_what_is_not_concerned_keeps_its_bytes(world: World, step: Step) -> None:
    before, after = read(step.before), read(step.after)
    for domain, catalog in before.items():
        old = {(entry.key, entry.is_obsolete): entry for entry in catalog.entries}
        for new in after[domain].entries if domain in after else ():
            known = old.get((new.key, new.is_obsolete))
            if known and is_same_advice(known, new) and not is_settled(known):
                assert new.written.text == known.written.text
        if [e.key for e in catalog.entries] == [e.key for e in after.get(domain, catalog).entries] == list(
            dict.fromkeys(e.key for e in catalog.entries)
        ) and all(
            is_same_entry(*pair) for pair in zip(catalog.entries, after.get(domain, catalog).entries, strict=True)
        ):
            assert step.after.get(domain, step.before[domain]) == step.before[domain]


def is_same_entry(old: CatalogEntry, new: CatalogEntry) -> bool:
    return replace(old, line=0) == replace(new, line=0)


def is_same_advice(old: CatalogEntry, new: CatalogEntry) -> bool:
    is_same = (old.extracted, old.references) == (new.extracted, new.references) or old.is_obsolete
    return is_same and old.comments == new.comments


def is_settled(old: CatalogEntry) -> bool:
    """Whether a person has settled what an update asked: the former text and our note on it go."""
    has_note = bool(old.previous) or own_words(old.comments) != old.comments
    return not old.msgstr or (not old.is_fuzzy and has_note)


CHECKS = (
    check_nothing_is_lost,
    check_a_second_update_changes_nothing,
    check_the_catalogs_have_the_messages_of_the_source,
    check_every_message_keeps_its_translation_and_state,
    check_nothing_is_finished_that_nobody_has_finished,
    check_an_offer_says_for_which_text_it_was_made,
    check_what_is_not_concerned_keeps_its_bytes,
)


def check_stopped(world: World, step: Step, moment: int) -> None:
    """Assert that an update killed after some of its writes loses nothing, and that the next one ends as it would."""
    writes = [("", b""), *step.writes]
    count = moment % (len(writes) + 1)
    files = stopped(step.before, list(step.writes[: max(count - 1, 0)]))
    memory = step.memory if count else step.memory_before

    now = read(files)
    assert world.translations <= strings(now, memory)
    assert world.comments <= said(now)
    often = Counter(domain for domain, _ in step.writes)
    for domain, data in files.items():
        assert data in (step.before.get(domain), step.after.get(domain)) or often[domain] > 1
    ended = update(world.templates, files, memory)
    assert set(step.memory) <= set(ended.memory)
    assert {pair.target for pair in ended.memory} <= strings(now, memory)
    assert without_comments(ended.after) == without_comments(step.after)
    assert said(read(ended.after)) == said(read(step.after))


def without_comments(files: Mapping[str, bytes]) -> list[tuple[str, CatalogEntry]]:
    """Return the entries of *files*; which of two equal translations a message takes its comments from may differ."""
    return [(domain, replace(entry, comments=(), line=0)) for domain, entry in everything(read(files))]
