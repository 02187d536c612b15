"""The Sphinx extension of the guidelines: the only place that registers anything with Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


FOR_SOFTWARE = {
    *("AliasTransform", "HighlightLanguageTransform", "TrimDoctestFlagsTransform", "OnlyNodeTransform"),
    *("SigElementFallbackTransform", "PropagateDescDomain", "ImageDownloader", "DataURIExtractor"),
}
"""Sphinx's post-transforms for what the closed markup has not: they made a tenth of the calls of a unit."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register markup, editions and writers."""
    from builders.editions.annex_words import WordAnnex
    from builders.editions.bibliography import ListSources
    from builders.editions.citations import NumberFootnotes
    from builders.editions.glossary import NameTerms
    from builders.editions.naming import NameFromRegistries
    from builders.editions.national_marks import MarkNational
    from builders.editions.overviews import FillOverviews
    from builders.editions.parsing import SourceParser, bring_pages
    from builders.editions.queries import FillChecklists, place_items
    from builders.editions.records import CollectRecords
    from builders.editions.references import BlockCollector, ResolveBlockReferences, sort_blocks
    from builders.editions.translation import KeepAnchorsUnique, Translate
    from builders.markup import DIRECTIVES, ROLES
    from builders.markup.adapt import AdaptDirective
    from builders.writers import epub, html
    from builders.writers.docx.builder import DocxBuilder

    app.add_config_value("edition", "", "env", str, "The edition to build: the id of an entry in editions.toml.")
    app.add_config_value("cop", None, "", description="The context of the unit; set by the extension itself.")
    # A change of it reads everything again, also in an old doctree folder.
    app.add_config_value("cop_inputs", "", "env", str, "Set by the extension itself.")
    app.connect("config-inited", choose_unit, priority=100)
    app.add_source_parser(SourceParser, override=True)
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_directive("adapt", AdaptDirective)
    for name, role in ROLES.items():
        app.add_role(name, role())
    for transform in (Translate, WordAnnex, NameFromRegistries, NameTerms):
        app.add_transform(transform)
    transforms = app.registry.post_transforms
    transforms[:] = [each for each in transforms if each.__name__ not in FOR_SOFTWARE]
    for later in (CollectRecords, FillChecklists, ListSources, FillOverviews, ResolveBlockReferences):
        app.add_post_transform(later)
    for last in (MarkNational, NumberFootnotes, KeepAnchorsUnique):
        app.add_post_transform(last)
    app.add_env_collector(BlockCollector)
    app.connect("env-get-outdated", bring_pages)
    for priority, step in ((100, sort_blocks), (200, place_items), (900, refuse_faulty_source)):
        app.connect("env-check-consistency", step, priority=priority)
    html.register(app)
    epub.register(app)
    app.add_builder(DocxBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}


def choose_unit(app: Sphinx, config: Config) -> None:
    """Decide what is built from ``-D edition=…`` and ``-D language=…``; without an edition, nothing is selected.

    Inside Sphinx the language stays English: parsing is language-neutral, and
    Sphinx's own labels are never shown to readers.
    """
    import sys
    from pathlib import Path

    from builders.editions.unit_context import UnitContext
    from builders.problems import ExitCode, Problem
    from builders.publishing.planning import plan
    from builders.settings import read_settings

    try:
        context = config.cop
        if context is None:
            settings = read_settings(Path(app.srcdir).parent)
            everything = frozenset(plan(settings).wanted())
            context = UnitContext.choose(settings, edition=config.edition, language=config.language, targets=everything)
        settings, unit = context.settings, context.unit
        config.cop, config.cop_inputs = context, context.digest
        config.root_doc = unit.edition.root if unit else settings.default_edition.root
        if unit:
            config.include_patterns = [f"{pattern}.rst" for pattern in unit.edition.documents]
            config.project = context.labels[f"edition/{unit.edition.id}/title"]
    except Problem as problem:
        print(problem, file=sys.stderr)
        raise SystemExit(ExitCode.PROBLEM) from problem
    config.version = config.release = settings.version
    config.author = config.copyright = settings.guideline.publisher("en")
    config.language = "en"


def refuse_faulty_source(app: Sphinx, env: BuildEnvironment) -> None:
    """Let a plain ``sphinx-build`` fail before it writes anything of a faulty text; the next run reads all again.

    The commands parse the source first, for all units, and stop by themselves.
    """
    import sys

    from sphinx.application import ENV_PICKLE_FILENAME

    from builders.editions.parsing import parsed
    from builders.problems import ExitCode, Problem

    if app.config.cop.unit is not None and not parsed() and app._warncount:
        (app.doctreedir / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
        what, next_step = "the source text is at fault, nothing was written", "mend the lines named above"
        print(Problem(code="source-faulty", what=what, next_step=next_step), file=sys.stderr)
        raise SystemExit(ExitCode.PROBLEM)
