"""The manual's reference pages, made from the code: `python -m tests.reference` writes them."""

from __future__ import annotations

import inspect
import typing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic import BaseModel

from pmdocs.cli import main as command_line
from pmdocs.model.docs import about_fields, about_kind, example_of
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.registry import builtin as builtin_kinds
from pmdocs.project.blocks import VIEWS, Options
from pmdocs.project.config import PluginSettings
from pmdocs.rules.catalogue import builtin as builtin_rules
from pmdocs.source.references import references
from pmdocs.text import Source
from tests.reference_rules import rule_page, rules_page
from tests.reference_words import MARK, codes, default_of, page, shape, starred, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.fields import Field

MANUAL = Path(__file__).parent.parent / "content" / "manual"


@cache
def pages() -> dict[str, str]:
    """The text of each generated page, by its path in the manual."""
    made = {"kinds.md": _kinds(), "settings.md": _settings(), "commands.md": _commands()}
    made["blocks.md"] = _blocks()
    made["rules.md"] = rules_page(builtin_rules())
    for rule in builtin_rules():
        made[f"rules/{rule.code}.md"] = rule_page(rule)
    return {path: _without_references(text) for path, text in made.items()}


def stale(made: Iterable[str]) -> list[Path]:
    """The generated pages on disk that the code does not make any more."""
    wanted = {MANUAL / path for path in made}
    found = (path for path in MANUAL.rglob("*.md") if path not in wanted)
    return [path for path in found if MARK in path.read_text("utf-8")]


def main() -> None:
    """Write all pages, and remove those that are out of use."""
    made = pages()
    for path in stale(made):
        path.unlink()
    for name, text in made.items():
        (MANUAL / name).parent.mkdir(parents=True, exist_ok=True)
        (MANUAL / name).write_text(text, "utf-8")


def _without_references(text: str) -> str:
    """The page with ids of examples as code, so that nobody looks for those items."""
    found = references(Source("", text), 0, len(text), builtin_kinds().by_prefix)
    for one in reversed([one for one in found if not one.explicit]):
        text = f"{text[: one.start]}`{text[one.start : one.end]}`{text[one.end :]}"
    return text


# Kinds


def _kinds() -> str:
    kinds = list(builtin_kinds())
    rows = [
        (f"[{k.label}](#{k.label.lower().replace(' ', '-')})", f"`{k.prefix}-1`", _first(k))
        for k in kinds
    ]
    return page(
        "Kinds and their fields",
        "`pmdocs/model/kinds/`",
        [
            _ABOUT_KINDS,
            table(("Kind", "Ids", "What it is"), rows),
            "## Fields of every kind\n\nThe words for `status` differ from kind to kind.",
            *_fields(Item, set(fields_of(Item))),
            *(part for kind in kinds for part in _kind(kind)),
        ],
    )


_ABOUT_KINDS = """\
A kind is a sort of document. Its ids begin with its letters: `US-1` is a story, `PRD-1` a PRD.
A star (\\*) marks a field that must be there. What "words", "date" and the other words in the second
column mean is told in [Writing documents](writing.md#what-you-can-write-in-a-field).
`pmdocs kinds story` prints the same about one kind, together with the fields that your project adds.
"""


def _first(kind: type[Item]) -> str:
    return about_kind(kind).partition("\n\n")[0].replace("\n", " ")


def _kind(kind: type[Item]) -> Iterator[str]:
    yield f"## {kind.label}"
    yield about_kind(kind)
    common = set(fields_of(Item)) - {"status"}
    yield from _fields(kind, set(fields_of(kind)) - common)
    yield f"Example:\n\n```yaml\n{example_of(kind).strip()}\n```"


def _fields(model: type[BaseModel], keys: set[str], within: str = "") -> Iterator[str]:
    """A table of fields, and one more for each record in them."""
    told = about_fields(model)
    chosen = [(key, field) for key, field in fields_of(model).items() if key in keys]
    if within:
        yield f"In `{within}`:"
    rows = [(starred(key, f), *_told(f, told.get(f.name, ""))) for key, f in chosen]
    yield table(("Field", "What to write", "What it is"), rows)
    for key, field in chosen:
        if field.record:
            inner = f"{within}.{key}" if within else key
            yield from _fields(field.record, set(fields_of(field.record)), inner)


def _told(field: Field, about: str) -> tuple[str, str]:
    what = field.words
    if field.choices:
        what += f": {codes(field.choices)}"
    if field.link:
        kinds = "anything" if field.link.kinds == ("*",) else " or ".join(field.link.kinds)
        what += f" (leads to: {kinds})"
        about += f" Read from the other end: *{field.link.inverse}*."
    return what, about


# Settings


def _settings() -> str:
    return page(
        "Settings",
        "`pmdocs/project/config.py`",
        [_ABOUT_SETTINGS, *_records(PluginSettings, "pmdocs")],
    )


_ABOUT_SETTINGS = """\
The settings of pmdocs stand in `mkdocs.yml`, below the name of the plugin. The command line and the
site read the same settings. Nothing has to be set: `- pmdocs` alone is enough.

```yaml title="mkdocs.yml"
plugins:
  - search
  - pmdocs:
      fail_on: warning
```

pmdocs also reads `docs_dir`, `site_name`, `repo_url` and `edit_uri`, which belong to MkDocs.
[Kinds of your own](own-kinds.md) has a complete example of `kinds`, `fields` and `statuses`. A field
below `fields` is written as one below `kinds.<name>.fields`.
"""


def _records(model: type[BaseModel], within: str) -> Iterator[str]:
    """A table of settings, and one more for each record in them."""
    told = about_fields(model)
    yield f"## In `{within}`"
    rows = []
    for key, field in fields_of(model).items():
        default = default_of(field, model.model_fields[field.name].get_default())
        rows.append((starred(key, field), shape(field), default, told.get(field.name, "")))
    yield table(("Setting", "What to write", "Default", "What it is"), rows)
    for key, field in fields_of(model).items():
        way, value = _opened(field.core)
        if value and (model, key) != (PluginSettings, "fields"):
            yield from _records(value, f"{key if within == 'pmdocs' else f'{within}.{key}'}{way}")


def _opened(core: Any) -> tuple[str, type[BaseModel] | None]:
    """The way through tables of names to the record in them, if there is one."""
    if typing.get_origin(core) is dict:
        way, record = _opened(typing.get_args(core)[1])
        return f".<name>{way}", record
    return "", core if isinstance(core, type) and issubclass(core, BaseModel) else None


# Blocks


def _blocks() -> str:
    return page(
        "Blocks and their options",
        "`pmdocs/project/blocks.py`",
        [_ABOUT_BLOCKS, *(_block(name, model) for name, model in VIEWS.items())],
    )


_ABOUT_BLOCKS = """\
A block puts a view into a page of yours: [Views in your pages](views.md) shows how. A star (\\*) marks
an option that must be there.
"""


def _block(name: str, model: type[Options]) -> str:
    told = about_fields(model)
    rows = [
        (starred(key, field), shape(field), told.get(field.name, ""))
        for key, field in fields_of(model).items()
    ]
    about = inspect.getdoc(model) or ""
    return f"## {name}\n\n{about}\n\n{table(('Option', 'What to write', 'What it is'), rows)}"


# Commands


def _commands() -> str:
    group = command_line
    names = group.list_commands(click.Context(group))
    parts = ["Every command knows `--help`, which prints what stands here.", _help(group, "pmdocs")]
    for name in names:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        parts += [f"## pmdocs {name}", _help(command, f"pmdocs {name}")]
    return page("Commands", "`pmdocs/cli/`", parts)


def _help(command: click.Command, name: str) -> str:
    names = {"help_option_names": ["-h", "--help"]}
    context = click.Context(command, info_name=name, terminal_width=78, **names)  # type: ignore[arg-type]
    return f"```text\n{command.get_help(context)}\n```"


if __name__ == "__main__":
    main()
