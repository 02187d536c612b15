"""The unit that Sphinx was asked for; without one there is nothing to write."""

from __future__ import annotations

from sphinx.config import Config
from sphinx.errors import ConfigError

from builders.model.editions import Unit


def chosen_unit(config: Config) -> Unit:
    """Return the edition and language that are being written; raise where no edition was chosen."""
    unit: Unit | None = config.cop.unit
    if unit is None:
        editions = ", ".join(edition.id for edition in config.cop.settings.editions)
        raise ConfigError(f"no edition is chosen; add -D edition=… with one of: {editions}")
    return unit
