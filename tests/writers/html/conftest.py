"""The sample text for the tests of HTML."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from tests.writers.html.sample import Sample, make_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample text."""
    return Sample(make_sample(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="session")
def words() -> Callable[[html.HtmlElement], str]:
    """Return the text of an element, its spaces tidied."""
    return lambda element: " ".join(element.text_content().split())
