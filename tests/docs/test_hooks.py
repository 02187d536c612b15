"""What is offered to pre-commit are commands that exist, with options that they have."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from builders.cli.menu import main
from tests.conftest import ROOT

HOOKS = re.findall(
    r"^- id: (\S+)\n(?:  .+\n)*?  entry: cop (.+)\n", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE
)


def test_the_hooks_are_those_that_the_page_names() -> None:
    page = (ROOT / "docs/translators/foreign-catalogs.rst").read_text(encoding="utf-8")

    assert [name for name, _ in HOOKS] == ["cop-check", "cop-check-translations", "cop-extract", "cop-check-catalogs"]
    assert [name for name, _ in HOOKS if name not in page] == []


@pytest.mark.parametrize(("name", "entry"), HOOKS)
def test_a_hook_is_a_command_with_options_that_it_has(name: str, entry: str) -> None:
    command, *options = entry.split()
    known = {option for parameter in main.commands[command].params for option in parameter.opts}

    assert {option for option in options if option.startswith("--")} <= known
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0
