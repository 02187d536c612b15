"""Data files for programs and other publications: recommendations by language, and the texts of each unit."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builders.catalogs.labels import open_labels
from builders.model.addresses import language_file
from builders.model.editions import Unit
from builders.model.languages import Language
from builders.model.outline import Outline
from builders.publishing.dist import adaptation_said
from builders.settings import Settings

FILE = "recommendations.json"
TEXTS = "texts.json"
ANNEX = "annex.csv"
"""All differences of an adaptation from the guidelines; another file has them for programs."""
_LABELLED = {"who": "who", "support": "who", "consult": "who"} | {
    name: name for name in ("risks", "services", "ages", "plans")
}
"""What holds lists of codes in a record, and the kind of their labels."""
_CHOSEN = ("strength", "adaptation", "disability")

Record = Mapping[str, Any]


def data_files(records: Sequence[tuple[Language, Sequence[Record]]], settings: Settings) -> dict[str, bytes]:
    """Return the data file of every language of *records*, by its path below the version's folder."""
    files: dict[str, bytes] = {}
    for language in settings.languages:
        own = [record for other, found in records if other == language for record in found]
        if own:
            text = json.dumps(_document(language, own, settings), ensure_ascii=False, indent=2) + "\n"
            files[language_file(language, FILE)] = text.encode()
    return files


def _document(language: Language, records: Sequence[Record], settings: Settings) -> dict[str, Any]:
    each = {record["id"]: record for record in records}
    labels = open_labels(settings, language)
    keys = dict.fromkeys(key for record in each.values() for key in _keys(record))
    codes = dict.fromkeys(code.partition(".")[0] for record in each.values() for code in record["instruments"])
    return {
        "version": settings.version,
        "released": settings.released.isoformat(),
        "publisher": settings.guideline.publisher(language.tag),
        "licence": settings.guideline.licence.id,
        **adaptation_said(settings),
        "language": language.tag,
        "direction": language.direction.value,
        "state": language.review_state or "source",
        "recommendations": list(each.values()),
        "labels": {key: labels[key] for key in sorted(keys)},
        "instruments": {code: settings.instruments[code].name(language.tag) for code in codes},
    }


def _keys(record: Record) -> Iterator[str]:
    yield from (f"{kind}/{code}" for name, kind in _LABELLED.items() for code in record[name])
    if record["phase"]:
        yield f"phase/{record['phase']}"
    yield from (f"{name}/{record[name]}" for name in _CHOSEN)
    yield from (f"variable/{name}" for name in record["variables"])


def texts_file(outline: Outline, unit: Unit, settings: Settings) -> bytes:
    """Return the data file of what *unit* says, as *outline* has it: one text a line."""
    content = outline.as_json()
    head = {
        "version": settings.version,
        "released": settings.released.isoformat(),
        "language": unit.language.tag,
        "edition": unit.edition.id,
        "state": unit.language.review_state or "source",
        "counts": content["counts"],
    }
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    texts = ",\n".join(f"    {json.dumps(text, ensure_ascii=False)}" for text in content["texts"])
    return f'{opening},\n  "texts": [\n{texts}\n  ]\n}}\n'.encode()
