"""The closed list of reStructuredText: what all writers render, and what authors write in place of the rest."""

from collections.abc import Mapping
from types import MappingProxyType

from docutils import nodes
from sphinx import addnodes

from builders.markup import DIRECTIVES, ROLES
from builders.markup.fields import did_you_mean

_BOXES = ("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning")
_PICTURE = ("alt", "target", "width")

OPTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys((*_BOXES, "admonition", "code-block", "rst-class", "rubric", "topic"), ()),
        **dict.fromkeys(("figure", "image"), _PICTURE),
        "list-table": ("header-rows", "stub-columns", "widths"),
        "table": ("widths",),
        "toctree": ("caption", "hidden", "maxdepth", "titlesonly"),
        # Of a substitution, which is refused as a whole and with better words.
        **dict.fromkeys(("date", "replace", "unicode"), ("alt", "ltrim", "rtrim", "trim")),
    }
)
"""Directives of docutils and Sphinx that authors may use, with those of their options that work in every format."""

ROLE_NAMES = frozenset(
    (*ROLES, "abbr", "doc", "emphasis", "literal", "ref", "strong", "sub", "subscript", "sup", "superscript", "")
)
"""Roles that authors may use; single backquotes alone are told apart as mistakes."""

NODES = frozenset(
    (
        *(nodes.document, nodes.section, nodes.title, nodes.paragraph, nodes.Text, nodes.inline, nodes.comment),
        *(nodes.emphasis, nodes.strong, nodes.literal, nodes.superscript, nodes.subscript, nodes.abbreviation),
        *(nodes.reference, nodes.target, nodes.footnote, nodes.footnote_reference, nodes.label, nodes.title_reference),
        *(nodes.bullet_list, nodes.enumerated_list, nodes.list_item, nodes.definition_list, nodes.term),
        *(nodes.definition_list_item, nodes.definition, nodes.field_list, nodes.field),
        *(nodes.field_name, nodes.field_body, nodes.block_quote, nodes.attribution, nodes.line_block, nodes.line),
        *(nodes.literal_block, nodes.transition, nodes.rubric, nodes.topic, nodes.admonition, nodes.attention),
        *(nodes.caution, nodes.danger, nodes.error, nodes.hint, nodes.important, nodes.note, nodes.tip, nodes.warning),
        *(nodes.image, nodes.figure, nodes.caption, nodes.legend, nodes.table, nodes.tgroup, nodes.colspec),
        *(nodes.thead, nodes.tbody, nodes.row, nodes.entry, nodes.compound, nodes.pending),
        *(nodes.system_message, nodes.problematic, nodes.substitution_definition),
        *(addnodes.toctree, addnodes.pending_xref, addnodes.seealso),
    )
)
"""Nodes of docutils and Sphinx that a parsed source may hold."""

_CODE = "end the paragraph before it with two colons and indent the lines"
_FOOTNOTE = "write a footnote: [#name]_"
_IN_A_SENTENCE = "say in a sentence what has changed, and when"
_LINK = "link to an https address: `words <address>`__"
_NO_LAYOUT = "leave it out: what stands where is decided for all text at once"
_NO_SOFTWARE = "it describes software, and the guidelines describe none; write paragraphs"
_SCREEN = "write **words** for what stands on a screen, ``words`` for what is typed"

REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        name: advice
        for names, advice in (
            ("only ifconfig", "use the block audience, which names editions"),
            ("class cssclass", "write rst-class"),
            ("glossary :term:", "write the block term, and refer to it with :see:"),
            ("versionadded versionchanged versionremoved deprecated", _IN_A_SENTENCE),
            ("version-added version-changed version-removed version-deprecated", _IN_A_SENTENCE),
            ("centered container compound tabularcolumns", _NO_LAYOUT),
            ("math :eq:", "write it in words"),
            ("acks hlist line-block", "write a list with * or #., or lines that begin with a bar"),
            ("csv-table", "write a list-table"),
            ("sidebar", "write topic"),
            ("epigraph highlights pull-quote", "indent the quotation, and name who said it behind two hyphens"),
            ("code sourcecode parsed-literal highlight", _CODE),
            ("include literalinclude raw", "write the text where it stands, in plain reStructuredText"),
            ("adapt", "changes of a country stand in adaptations/<id>/changes"),
            ("contents sectnum section-numbering", "leave it out: every edition has its contents"),
            ("index :i:", "leave it out: the editions are searched, and have no index"),
            ("header footer title meta", "leave it out: every format makes its own"),
            ("sectionauthor codeauthor moduleauthor", "leave it out: no reader sees it"),
            ("role default-role default-domain", "leave it out: all roles are there"),
            ("target-notes", "write the footnotes"),
            ("describe object option cmdoption confval envvar program productionlist :token:", _NO_SOFTWARE),
            ("restructuredtext-test-directive", _NO_SOFTWARE),
            (":download: :pep: :rfc: :pep-reference: :rfc-reference: :cve: :cwe:", _LINK),
            (":uri: :url: :uri-reference: :named-reference: :anonymous-reference: :target:", _LINK),
            (":any: :numref: :keyword:", "refer to a place with :ref:, to a page with :doc:, to a block with :see:"),
            (":guilabel: :menuselection: :kbd: :command: :file: :samp: :manpage: :mimetype:", _SCREEN),
            (":dfn: :mailheader: :makevar: :newsgroup: :regexp:", _SCREEN),
            (":title: :title-reference: :t:", "write *words*"),
            (":ab: :abbreviation: :ac: :acronym:", "write :abbr:"),
            (":footnote-reference: :citation-reference:", _FOOTNOTE),
            (":substitution-reference: :restructuredtext-unimplemented-role:", "write the words themselves"),
        )
        for name in names.split()
    }
)
"""What to do in place of a directive or role, by its name; one that is only a role stands between colons."""

CONSTRUCTS: Mapping[type[nodes.Node], tuple[str, str]] = MappingProxyType(
    {
        nodes.citation: ("a citation", _FOOTNOTE),
        nodes.citation_reference: ("a reference to a citation", _FOOTNOTE),
        nodes.option_list: ("a list of options of a program", "write a definition list that begins with words"),
        nodes.classifier: ("what stands behind “ : ” in a definition list", "write it into the definition"),
        nodes.doctest_block: ("a passage that begins with >>>", _CODE),
        nodes.substitution_reference: ("a word between bars", "write the words themselves; a bar that is text is \\|"),
    }
)
"""What has marks of its own and no name: how messages call it, and what to do in its place."""


def remedy(name: str, *, is_role: bool) -> str:
    """Return what an author writes in place of the directive or role called *name*."""
    if ":" in name:
        return _NO_SOFTWARE
    known = sorted(filter(None, ROLE_NAMES)) if is_role else [*DIRECTIVES, *OPTIONS]
    if not is_role and name in known:
        return "national text holds paragraphs, lists and blocks; the rest belongs to a page"
    advice = REMEDIES.get(f":{name}:") if is_role else None
    return advice or REMEDIES.get(name) or did_you_mean(name, known, place="docs/authors/blocks.rst")
