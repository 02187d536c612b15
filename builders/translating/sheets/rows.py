"""What a sheet holds: a row for every translation that somebody is asked to read."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from builders.catalogs.reviews import fingerprint
from builders.model.languages import Language
from builders.model.messages import Catalog, CatalogEntry, MessageState, message_id
from builders.problems import Problem
from builders.translating.reviewing import Selection, nothing_meant

COLUMNS = ("Id", "English", "Translation", "Verdict", "Comment")
VERDICTS = ("right", "change", "wrong")
"""What a reviewer may write beside a translation."""
GUIDE = (
    "Read every translation beside its English. Write one word into the column Verdict: “right” if you stand by it, "
    "“change” if something should be said otherwise, “wrong” if readers would be misled. Leave the cell empty where "
    "you have not read.",
    "Say what and why in the column Comment, or change the text in the column Translation itself. What stands between "
    "backquotes (`…`), braces or asterisks is put in or set by programs: leave it as it is.",
    "Do not change the column Id, and neither add rows nor move them. Rows that you delete count as not read.",
)
_NAME = re.compile(r"cop-sheet/1 (?P<tag>[A-Za-z0-9-]{2,35})(?![A-Za-z0-9-])")
_ID = re.compile(r"(?P<message>msg-[0-9a-f]{12})-(?P<texts>[0-9a-f]{12})-(?P<check>[0-9a-f]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A translation that is to be read."""

    id: str
    """The name of the message, the fingerprint of its texts as they went out, and a sum that tells an edited one."""
    entry: CatalogEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What goes out for one language."""

    language: Language
    title: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What the sheet says of itself."""
        return f"cop-sheet/1 {self.language.tag}"


def make_sheet(catalogs: Mapping[str, Catalog], language: Language, selection: Selection, title: str) -> Sheet:
    """Return the finished translations of *catalogs* that *selection* means, in their order.

    Raises a Problem where there are none.
    """
    meant = [
        (domain, entry)
        for domain, catalog in catalogs.items()
        for entry in catalog.active
        if selection.domain in ("", domain) and selection.has(entry)
    ]
    if not meant:
        raise nothing_meant(catalogs, language, selection)
    rows = tuple(
        Row(id=row_id(domain, entry, language), entry=entry)
        for domain, entry in meant
        if entry.state is MessageState.TRANSLATED
    )
    if not rows:
        raise Problem(
            code="nothing-to-review",
            what=f"of the {len(meant)} messages in {language.tag} that are meant by that, none is translated",
            why="only a translation can be reviewed",
            next_step="choose another chapter; .venv/bin/cop status shows what is translated",
        )
    return Sheet(language=language, title=title, rows=rows)


def row_id(domain: str, entry: CatalogEntry, language: Language) -> str:
    """Return the id of the row for *entry* of *domain* in *language*: it changes with either of its texts."""
    return _whole(message_id(domain, entry.key), fingerprint(entry), language)


def parts_of(name: str, language: Language) -> tuple[str, str] | None:
    """Return the name of the message and the fingerprint in *name*, the id of a row in *language*; None if edited."""
    match = _ID.fullmatch(name)
    if match is None or _whole(match["message"], match["texts"], language) != name:
        return None
    return match["message"], match["texts"]


def _whole(message: str, texts: str, language: Language) -> str:
    check = hashlib.sha256(f"{language.tag} {message} {texts}".encode()).hexdigest()[:4]
    return f"{message}-{texts}-{check}"


def tags_named(text: str) -> set[str]:
    """Return the tags of the languages that sheets in *text* name."""
    return {match["tag"] for match in _NAME.finditer(text)}
