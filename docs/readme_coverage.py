"""What the README says in figures: how much is translated, and what the checks find in translations.

``python docs/readme_coverage.py`` writes it anew. With ``--check`` nothing is changed, and the exit code is 1 when it
is not true any more.
"""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MEASURED = ROOT / "docs" / "contributors" / "checks-measured.csv"
GATE = ROOT / "docs" / "contributors" / "gate-measured.rst"
PASSAGE = re.compile(
    r"(?<=<!-- coverage: python3 noxfile\.py -s docs writes it -->\n).*?(?=\n<!-- end of coverage -->)", re.S
)


WRONGLY = re.compile(r"refusals? in a hundred (?:is|are) wrong, ([\d.]+) % of all messages")
"""The figure on the page of the gate."""


def sentence(messages: Mapping[str, Mapping[str, int]]) -> str:
    """Return what the README says of *messages*: by the name of a language, how many stand where, and in all."""
    shares = {name: 100 * _read(counts) // counts["total"] for name, counts in messages.items()}
    listed = ", ".join(f"{name} {share} %" for name, share in sorted(shares.items(), key=lambda each: -each[1]))
    total = sum(counts["total"] for counts in messages.values())
    reviewed = 100 * sum(counts["reviewed"] + counts["approved"] for counts in messages.values()) // total
    if min(shares.values()) == 100:
        names = ", ".join(sorted(messages))
        return f"**The translations are complete: {names}.**\nOf all their messages, {reviewed} % have been reviewed."
    return (
        f"**The translations are not complete: {listed} of all messages.**\n"
        f"Of them all, {reviewed} % have been reviewed; the rest of every edition is in English, marked as English."
    )


def found(measured: Mapping[str, str], gate: str) -> str:
    """Return what the README says of the checks: *measured* by the rows of their table, and the page of the *gate*."""
    facts, small, word = (
        measured[name].split(":")[1].split("/")[place].strip()
        for name, place in (("facts and form", 1), ("small words", 2), ("one word", 2))
    )
    errors, warnings = (measured[f"right messages {weight}"].partition(" of ")[0] for weight in ("error", "warning"))
    wrong = WRONGLY.search(gate)
    if not wrong:
        raise SystemExit(f"{GATE.name} does not say what share of all messages is refused wrongly")
    return (
        f"[Planted defects](docs/contributors/checks-measured.rst) that the checks find: {facts} % in facts and form, "
        f"{small} % in small words such as “not”, {word} % in others; "
        f"false alarms: {errors} errors, {warnings} warnings; false refusals: {wrong[1]} %."
    )


def _measured() -> dict[str, str]:
    """Return what was measured over all languages, by kind; a row of right texts by its weight, too."""
    with MEASURED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        f"{row['Kind']} {row['Group']}" if row["Group"] in ("error", "warning", "review") else row["Kind"]: row["All"]
        for row in rows
    }


def _read(counts: Mapping[str, int]) -> int:
    """Return how many messages readers see in their language."""
    return counts["translated"] + counts["reviewed"] + counts["approved"]


def with_sentence(readme: str, said: str) -> str:
    """Return *readme* with *said* in its place."""
    if not PASSAGE.search(readme):
        raise SystemExit("README.md has lost the two comments around the coverage: put them back")
    return PASSAGE.sub(lambda _: said, readme)


def counted() -> dict[str, Mapping[str, int]]:
    """Return where the messages of every language stand, as ``cop status`` counts them."""
    from builders.settings import read_settings

    command = [sys.executable, "-m", "builders.cli", "status", "--json"]
    status = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    settings = read_settings(ROOT)
    return {
        settings.language(each["language"]).english_name: each["together"]["everything"]["messages"]
        for each in status["languages"]
    }


def main() -> None:
    """Write the sentence anew, or only look at it."""
    text = README.read_text(encoding="utf-8")
    said = "\n".join([sentence(counted()), found(_measured(), GATE.read_text(encoding="utf-8"))])
    new = with_sentence(text, said)
    if new == text:
        return
    if "--check" in sys.argv:
        sys.exit("README.md: other parts are translated now; python3 noxfile.py -s docs writes the coverage anew")
    README.write_bytes(new.encode())


if __name__ == "__main__":
    main()
