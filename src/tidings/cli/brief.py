"""`tidings brief`: one page on a mission, an actor, a place or an incident."""

import click

from tidings.cli.exit_codes import describe_exit_codes


@click.command(epilog=describe_exit_codes())
@click.argument("subject")
@click.option(
    "--store", "where", metavar="FILE|URL", help="The store to ask; the one in your data folder if not given."
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html"]), default="text", show_default=True)
def brief(subject: str, where: str | None, form: str) -> None:
    """Print a page on SUBJECT: plain sentences from the record, each with its sources, and what is not known.

    SUBJECT is the name or id of a mission, an actor, a place or an incident; where several things
    have one name, put the kind in front: place:Agadez.
    """
    from tidings.store import open_store  # noqa: PLC0415 - `--help` needs no store
    from tidings.views.brief import load_brief, to_html, to_markdown, to_text  # noqa: PLC0415

    draw = {"text": to_text, "markdown": to_markdown, "html": to_html}[form]
    with open_store(where) as store:
        click.echo(draw(load_brief(store, subject)), nl=False)
