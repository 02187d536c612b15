"""Commands for those who offer the translation in Weblate."""

from urllib.parse import urlsplit

import click

from builders.cli.starting import command, project_settings


@click.group()
def weblate() -> None:
    """Bring the catalogs into Weblate (release managers)."""


@command()
@click.argument("address")
@click.option("--repository", required=True, help="Where Weblate clones this project from (https:// or git@).")
@click.option("--branch", default="main", show_default=True, help="The branch that it reads.")
@click.option("--push", default="", help="Where it pushes to; nowhere by default.")
@click.option("--push-branch", default="", help="The branch that it pushes to: one of its own, by force.")
@click.option("--web", default="", help="The address of the project for people; that of an https:// repository.")
@click.option("--project", default="", help="The name in addresses; that of the guideline by default.")
@click.option("--no-terms", is_flag=True, help="Leave the glossary alone.")
def setup(
    address: str, repository: str, branch: str, push: str, push_branch: str, web: str, project: str, no_terms: bool
) -> None:
    """Make the components in Weblate, by its API (release managers).

    ADDRESS is that of the server; the token stands in COP_WEBLATE_TOKEN. What is there already is given our settings.
    """
    from builders.translating.weblate.server import server_at
    from builders.translating.weblate.setting_up import Wanted, set_up

    settings = project_settings()
    server, named = server_at(address)
    slug = project or named or settings.guideline.slug
    wanted = Wanted(
        slug=slug,
        name=settings.guideline.name("en"),
        repository=repository,
        branch=branch,
        web=web or (repository.removesuffix(".git") if repository.startswith("https://") else ""),
        push=push,
        push_branch=push_branch,
    )
    for line in set_up(server, settings, wanted, with_terms=not no_terms):
        click.echo(line)
    click.echo(f"{server.address}projects/{slug}/")
    if urlsplit(repository).scheme not in ("https", "ssh", ""):
        click.echo("Weblate clones from https:// and ssh only, unless its settings say otherwise.")


weblate.add_command(setup)
