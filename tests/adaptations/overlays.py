"""Adaptations of the fixture guideline: a region, and a country that stands on it; nothing in them is real."""

from __future__ import annotations

from textwrap import dedent, indent

from tests.conftest import Project

REGION = """\
kind = "region"
base = "2026.1"
home = "exr"
version = "2026.1-exr.1"
written-in = "fr"
languages = ["fr", "en", "ar"]
demonstration = true

[name]
fr = "Région d’exemple"
en = "Example region"

[publisher]
fr = "Organisation d’exemple"

[values."helpline.hours"]
fr = "tous les jours"
en = "every day"
ar = "كل يوم"
source = "https://help.example.org/hours"
checked = 2026-11-01
by = "Organisation d’exemple"
review-by = 2027-11-01
"""


def _value(name: str, text: str) -> str:
    """Return what a country says of the value called *name*, in all languages."""
    return f"""\
[values."{name}"]
all = "{text}"
source = "https://help.example.org"
checked = 2026-11-01
by = "Ministère d’exemple"
review-by = 2027-11-01
"""


COUNTRY = """\
kind = "country"
parent = "exampleregion"
base = "2026.1"
home = "exl"
code = "XA"
version = "2026.1-exl.1"
written-in = "fr"
languages = ["fr", "en"]
demonstration = true

[name]
fr = "Pays d’exemple"
en = "Exampleland"

[publisher]
fr = "Ministère d’exemple"
en = "Ministry of Exampleland"

"""
COUNTRY += _value("helpline.number", "000 000")

HOURS = "\n" + _value("helpline.hours", "00:00") + "\n"
"""What a country says of a value, in any language."""
LEDGER = "id,type,since,status,superseded_by\n"


def write_adaptation(made: Project, name: str, toml: str, changes: str = "", **ids: str) -> None:
    """Write the adaptation *name* with its own *ids*, and *changes* to shared pages."""
    rows = [f"{identifier.replace('_', '-')},{kind},2026.1,active,\n" for identifier, kind in ids.items()]
    folder = f"adaptations/{name}"
    made.write(f"{folder}/adaptation.toml", toml)
    made.write(f"{folder}/ids.csv", LEDGER + "".join(rows))
    if changes:
        made.write(f"{folder}/changes/shared.rst", changes)


def write_both(made: Project, changes: str = "", **ids: str) -> None:
    """Write the region, and the country with *changes* to shared pages."""
    write_adaptation(made, "exampleregion", REGION)
    write_adaptation(made, "exampleland", COUNTRY, changes, **ids)


def adapt(target: str, do: str, text: str = "Texte national.", **options: str) -> str:
    """Return a whole change; *options* replace those that it has by itself, empty ones are left out."""
    own = {
        "do": do,
        "decision": "new" if do == "after" else "adapt",
        "reason": "culture",
        "basis": "Consultation d’exemple",
        "by": "Ministère d’exemple",
        "on": "2026-11-20",
    }
    lines = [f":{name}: {value}" for name, value in {**own, **options}.items() if value]
    body = indent(dedent(text).strip(), "   ")
    return f".. adapt:: {target}\n" + indent("\n".join(lines), "   ") + f"\n\n{body}\n\n"
