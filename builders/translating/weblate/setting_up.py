"""Makes a project in Weblate for the catalogs of this one: every setting that keeps them as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builders.catalogs.exchange.term_tables import format_terms
from builders.catalogs.folders import LABELS_DOMAIN, domains
from builders.catalogs.termbase import DEFINITIONS, TERMBASE, read_definitions, read_termbase
from builders.model.languages import Language
from builders.settings import Settings
from builders.translating.weblate.server import Server, named

ENFORCED = ("rst-references", "rst-syntax", "newline-count", "python_brace_format")
"""Checks of Weblate whose faults our gate refuses, too: what has them is committed as fuzzy, and stops nobody."""
IGNORED = ("end-stop", "duplicate", "multiple-failures")
"""Checks that are wrong about our text: quotation marks behind a full stop, words that are said twice on purpose."""
LINES = 65535
"""“Only wrap lines at newlines”: a line a text, as our own commands write it."""
GLOSSARY = "glossary"
"""What Weblate calls the component of terms that it makes for every project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the project in Weblate is to be."""

    slug: str
    name: str
    repository: str
    """Where Weblate clones the project from."""
    branch: str
    web: str = ""
    """The address of the project for people."""
    push: str = ""
    """Where it pushes to; empty where it does not push."""
    push_branch: str = ""


def set_up(server: Server, settings: Settings, wanted: Wanted, *, with_terms: bool = True) -> Iterator[str]:
    """Make the project, a component for every catalog, and the glossary; yield a line for each thing that was done.

    What is there already is given the settings, and keeps everything else. Raises a Problem where Weblate refuses.
    """
    project = named("projects", wanted.slug)
    if server.get(project) is None:
        server.post(named("projects"), {"name": wanted.name, "slug": wanted.slug, "web": wanted.web})
        yield f"project {wanted.slug}: made"
    server.patch(project, {"translation_review": True, "source_review": False})
    yield f"project {wanted.slug}: translations are reviewed"
    first, *others = ordered(settings)
    for domain in (first, *others):
        component = named("components", wanted.slug, domain)
        is_new = server.get(component) is None
        if is_new:
            linked = f"weblate://{wanted.slug}/{first}" if domain != first else ""
            server.post(f"{project}components/", component_settings(settings, wanted, domain, linked=linked))
        server.patch(component, {**changeable(domain), **(pushing(wanted) if domain == first else {})})
        yield f"component {domain}: {'made' if is_new else 'set'}"
    for language in settings.languages if with_terms else ():
        if not language.is_source:
            yield from _glossary(server, settings, wanted.slug, language)


def ordered(settings: Settings) -> tuple[str, ...]:
    """Return the text domains, that of the labels first: its component holds the clone that the others share."""
    found = domains(settings)
    return (LABELS_DOMAIN, *(each for each in found if each != LABELS_DOMAIN))


def component_settings(settings: Settings, wanted: Wanted, domain: str, *, linked: str) -> dict[str, Any]:
    """Return how the component of *domain* is made; *linked* names the one whose clone it shares."""
    own = {"repo": wanted.repository, "branch": wanted.branch, "push": wanted.push, "push_branch": wanted.push_branch}
    return {
        "name": domain.replace("-", " ").capitalize(),
        "slug": domain,
        "vcs": "git",
        "file_format": "po",
        "filemask": f"locale/*/LC_MESSAGES/{domain}.po",
        "new_base": f"locale/{domain}.pot",
        "file_format_params": {"po_line_wrap": LINES, "po_keep_previous": True},
        "source_language": {"code": "en"},
        "license": "proprietary",
        "merge_style": "rebase",
        **({"repo": linked} if linked else {name: value for name, value in own.items() if value}),
        **({} if linked else pushing(wanted)),
        **changeable(domain),
    }


def pushing(wanted: Wanted) -> dict[str, Any]:
    """Return how the component that holds the clone pushes: by force where a branch is its own, nowhere else.

    Every pull rebases what Weblate has committed, also what stands in its branch already; a plain push is refused then.
    """
    has_own_branch = wanted.push_branch not in ("", wanted.branch)
    return {"vcs_params": {"git_force_push": has_own_branch}}


def changeable(domain: str) -> dict[str, Any]:
    """Return the settings of the component of *domain* that may be set again at any time."""
    flags = [f"ignore-{check}" for check in IGNORED]
    flags += ["python-brace-format"] if domain == LABELS_DOMAIN else []
    return {
        "new_lang": "contact",
        "inherit_new_lang": False,
        "language_code_style": "linux",
        "inherit_language_code_style": False,
        "allow_translation_propagation": False,
        "check_flags": ", ".join(flags),
        "enforced_checks": list(ENFORCED),
        "inherit_enforced_checks": False,
        "manage_units": False,
    }


def _glossary(server: Server, settings: Settings, project: str, language: Language) -> Iterator[str]:
    """Bring the terms of *language* into the glossary of the project."""
    concepts, terms = read_definitions(settings.locale / DEFINITIONS), read_termbase(settings.locale / TERMBASE)
    data = format_terms(concepts, terms, language)
    if data.count(b"\n") < 2:
        return
    component = named("components", project, GLOSSARY)
    if server.get(component) is None:
        return
    listed = server.pages(f"{component}translations/")
    codes = {each["language"]["code"] for each in listed}
    code = next((each for each in codes if language.is_called(each)), "")
    if not code:
        made = server.post(f"{component}translations/", {"language_code": language.locale})
        code = made["data"]["language_code"] if "data" in made else made["language_code"]
    place = named("translations", project, GLOSSARY, code)
    done = server.upload(f"{place}file/", f"{language.tag}.csv", data, method="add", conflicts="ignore")
    yield f"glossary {language.tag}: {done.get('accepted', 0)} new terms of {done.get('total', 0)}"
