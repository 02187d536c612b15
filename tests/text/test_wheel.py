"""The tools go to other projects with what they say themselves, in every language of this text."""

import tomllib

from tests.conftest import ROOT


def test_the_wheel_holds_the_labels_of_every_language() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    brought = project["tool"]["setuptools"]["data-files"]

    labels = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("locale/*/LC_MESSAGES/labels.po")]

    assert brought == {f"share/cop-tools/{path.rpartition('/')[0]}": [path] for path in labels}
