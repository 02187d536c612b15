"""Starts an adaptation: a folder that can be published at once, and in which everything else is for adapters to say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from builders.catalogs.files import replace_files
from builders.model.adaptations import FOLDER
from builders.problems import Problem
from builders.settings import Settings
from builders.settings.adaptation_files import FILE, LEDGER, adaptation_names
from builders.settings.regions import is_country

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DEMONSTRATION = re.compile(r"x[a-jl-z]")
_EXAMPLE = """\
.. Changes stand here, one below the other; docs/adapters says what each may do. One looks like this, without the space
   before its lines:

   .. adapt:: rec-gen-001
      :decision: adapt
      :do: note
      :reason: institution
      :basis: the law or the decision that it rests on
      :by: who has decided
      :on: {day}

      What the country adds, in the language that it writes in.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was begun."""

    folder: str
    files: tuple[str, ...]
    is_demonstration: bool


def start_adaptation(settings: Settings, name: str) -> Started:
    """Write the adaptation *name* of the guidelines with *settings*: a country by its code, or a region by its name.

    Raises a Problem where it is there already, or where the name is that of nothing; then nothing is written.
    """
    _refuse_name(settings, name)
    is_region, is_demonstration = len(name) != 2, bool(_DEMONSTRATION.fullmatch(name))
    folder = settings.project / FOLDER / name
    edition = settings.editions[0].id
    files = {
        FILE: "".join(_toml(settings, name, is_region=is_region, is_demonstration=is_demonstration)),
        LEDGER: "id,type,since,status,superseded_by\n",
        f"changes/{edition}.rst": _EXAMPLE.format(day=settings.released.isoformat()),
    }
    replace_files([(folder / each, text.encode()) for each, text in files.items()])
    return Started(folder=f"{FOLDER}/{name}", files=tuple(files), is_demonstration=is_demonstration)


def _refuse_name(settings: Settings, name: str) -> None:
    if not _NAME.fullmatch(name):
        what = f"“{name}” cannot name an adaptation"
        next_step = "write small letters: ke for a country, by its code in ISO 3166-1, or east-africa for a region"
        raise Problem(code="adaptation-name", what=what, next_step=next_step)
    if len(name) == 2 and not (_DEMONSTRATION.fullmatch(name) or is_country(name.upper())):
        what = f"“{name}” is the code of no country in ISO 3166-1"
        next_step = "look the code up; xa to xz, without xk, are for demonstrations"
        raise Problem(code="adaptation-name", what=what, next_step=next_step)
    if name in adaptation_names(settings.project) or (settings.project / FOLDER / name).exists():
        what = f"{FOLDER}/{name} is there already"
        raise Problem(code="adaptation-taken", what=what, next_step="go on with it, or choose another name")


def _toml(settings: Settings, name: str, *, is_region: bool, is_demonstration: bool) -> Iterator[str]:
    """Yield the text of adaptation.toml."""
    names = {"en": f"Country {name.upper()}"} if is_demonstration else _names(settings, name, is_region=is_region)
    kind = "region" if is_region else "country"
    yield "# Who adapts the guidelines, and what is published of them; docs/adapters says what each line may hold.\n"
    yield f'kind = "{kind}"\n'
    yield "" if is_region else f'code = "{name.upper()}"\n'
    home = _home(settings, name)
    yield f'base = "{settings.version}"\n# The three letters in the identifiers of its own blocks (rec-{home}-001).\n'
    yield f'home = "{home}"\nversion = "{settings.version}-{name}.1"\n'
    yield "# The language that its changes are written in, and those that it publishes.\n"
    tags = ", ".join(f'"{each.tag}"' for each in settings.languages)
    editions = ", ".join(f'"{each.id}"' for each in settings.editions)
    yield f'written-in = "en"\nlanguages = [{tags}]\neditions = [{editions}]\n'
    yield f"demonstration = {str(is_demonstration).lower()}\n"
    yield "\n[name]\n" + "".join(f'{tag} = "{said}"\n' for tag, said in names.items())
    yield '\n# Who publishes it.\n[publisher]\nen = "Publisher to be named"\n'
    yield "\n# What the guidelines leave to be completed (source/registries/variables.toml), each in every language:\n"
    for line in _VALUE:
        yield f"# {line}\n"


_VALUE = (
    '[values."…"]',
    'all = "…"',
    'source = "https://…"',
    "checked = 2026-12-01",
    'by = "…"',
    "review-by = 2027-12-01",
)


def _names(settings: Settings, name: str, *, is_region: bool) -> dict[str, str]:
    """Return what it is called, by the tag of the language: of a country what CLDR says."""
    if is_region:
        return {"en": " ".join(name.split("-")).capitalize()}
    found = {each.tag: Locale.parse(each.tag, sep="-").territories.get(name.upper(), "") for each in settings.languages}
    return {"en": Locale("en").territories[name.upper()], **{tag: said for tag, said in found.items() if said}}


def _home(settings: Settings, name: str) -> str:
    """Return three letters that no other block has in its identifier."""
    letters = name.replace("-", "")
    taken = {settings.shared_home, *(edition.home for edition in settings.editions)}
    candidates = [letters[:3]] if len(letters) > 2 else []
    candidates += [f"{letters[:2]}{last}" for last in "xyzabcdefghijklmnopqrstuvw"]
    return next(each for each in candidates if len(each) == 3 and each.isalpha() and each not in taken)
