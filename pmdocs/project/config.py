"""Settings: the `pmdocs` entry of `plugins:` in mkdocs.yml, read without MkDocs.

The rest of mkdocs.yml belongs to MkDocs. It may hold tags that run code there;
here nothing is run, and only a few plain values are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from pydantic_core import PydanticCustomError

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.model.custom import (
    FieldSettings,
    KindSettings,
    custom_kind,
    extended,
    with_words,
)
from pmdocs.model.decode import decode_record
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item, Record, locate
from pmdocs.model.registry import Kinds, builtin
from pmdocs.model.values import Flag, Folder, Line, read_folder
from pmdocs.model.wrong import said
from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Part, Step
    from pmdocs.text import Source, Span

_KIND_NAME = re.compile(r"[^\W\d_][\w -]*")
_FIELD_NAME = re.compile(r"[^\W\d_]\w*")


class PluginSettings(Record):
    """What `plugins: - pmdocs:` in mkdocs.yml may say."""

    roadmap_dir: Folder = "roadmap"
    """The folder of the YAML files, beside mkdocs.yml."""
    fail_on: Literal["error", "warning", "never"] = "error"
    """From which severity on `pmdocs check` and `mkdocs build --strict` fail."""
    nav: Flag = True
    """Whether the site's navigation gets a section for pmdocs' pages."""
    rules: dict[str, Literal["error", "warning", "info", "off"]] = {}
    """The severity of rules, by code or name."""
    kinds: dict[str, KindSettings] = {}
    """Kinds of your own."""
    fields: dict[str, dict[str, FieldSettings]] = {}
    """More fields for the kinds that come with pmdocs."""
    statuses: dict[str, dict[str, Line]] = {}
    """Your own words for statuses: `{story: {doing: in progress}}`."""
    definition_of_done: tuple[Line, ...] = ()
    """What must hold for every story, beside its criteria."""


@dataclass(frozen=True)
class Settings:
    """How a project is read, judged and shown.

    `docs_dir`, `site_name`, `repo_url` and `edit_uri` are MkDocs' own.
    """

    plugin: PluginSettings = field(default_factory=PluginSettings)
    kinds: Kinds = field(default_factory=builtin)
    docs_dir: str = "docs"
    site_name: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    node: Mapping | None = None

    def at(self, *steps: Step) -> Node | None:
        """Where a setting was written."""
        return locate(self.node, steps) if self.node else None


def read_settings(source: Source) -> tuple[Settings, list[Finding]]:
    """Read mkdocs.yml; what is wrong in it is found at its line."""
    root, findings = read_yaml(source, foreign=True)
    if not isinstance(root, Mapping):
        return Settings(), findings
    node, problems = _plugin_node(root)
    settings, more = _from_node(node)
    folders = replace(
        settings,
        docs_dir=root.text("docs_dir") or "docs",
        site_name=root.text("site_name") or "",
        repo_url=root.text("repo_url") or "",
        edit_uri=root.text("edit_uri") or "",
    )
    return folders, [*findings, *problems, *more, *_outside(root)]


def _outside(root: Mapping) -> list[Finding]:
    node = root.get("docs_dir")
    if not isinstance(node, Scalar) or node.is_null:
        return []
    try:
        read_folder(node.text)
    except PydanticCustomError as error:
        told = error.context or {}
        return [Finding(node.span, told["message"], told["hint"], code="PM110")]
    return []


def _plugin_node(root: Mapping) -> tuple[Mapping | None, list[Finding]]:
    found = _plugin_entry(root.get("plugins"))
    if found is None or isinstance(found, Mapping):
        return found, []
    if isinstance(found, Scalar) and found.is_null:
        return None, []
    return None, [
        Finding(found.span, "expected settings here, as `name: value` lines", code="PM110")
    ]


def _plugin_entry(plugins: Node | None) -> Node | None:
    if isinstance(plugins, Mapping):
        return plugins.get("pmdocs")
    entries = plugins.items if isinstance(plugins, Sequence) else []
    named = (entry.get("pmdocs") for entry in entries if isinstance(entry, Mapping))
    return next((entry for entry in named if entry is not None), None)


def _from_node(node: Mapping | None) -> tuple[Settings, list[Finding]]:
    if node is None:
        return Settings(), []
    plugin, findings = decode_record(PluginSettings, node)
    wrong = {f.span for f in findings}
    for depth in (3, 1, 0):
        # One wrong setting must not switch off the others, nor one wrong kind its siblings.
        if plugin is None:
            plugin, _ = decode_record(PluginSettings, _without(node, wrong, depth))
    settings = Settings(plugin or PluginSettings(), node=node)
    kinds, problems = _kinds(settings)
    return replace(settings, kinds=kinds), [*map(_as_setting, findings), *problems]


def _without(node: Mapping, wrong: set[Span], depth: int) -> Mapping:
    """The settings without those that are wrong, which are looked for this deep."""
    kept: dict[str, Node] = {}
    for key, value in node.entries.items():
        if not _holds(node, key, wrong):
            kept[key] = value
        elif depth and isinstance(value, Mapping) and not {node.keys[key].span, value.span} & wrong:
            kept[key] = _without(value, wrong, depth - 1)
    return Mapping(node.source, node.start, node.end, node.keys, kept)


def _holds(node: Mapping, key: str, spans: Iterable[Span]) -> bool:
    value = node.entries[key].span
    own = node.keys[key].span
    return any(span == own or value.start <= span.start <= value.end for span in spans)


def _as_setting(finding: Finding) -> Finding:
    message = finding.message.replace(" field", " setting")
    hint = (finding.hint or "").replace("the field", "the setting") or None
    return replace(finding, code="PM110", message=message, hint=hint)


def _kinds(settings: Settings) -> tuple[Kinds, list[Finding]]:
    """The built-in kinds, changed and completed as the settings say."""
    kinds: dict[str, type[Item]] = dict(builtin().by_name)
    findings: list[Finding] = []
    for name, made in settings.plugin.kinds.items():
        if problem := _clash(settings, name, made, kinds):
            findings.append(problem)
        else:
            good, problems = _named_well(settings, ("kinds", name, "fields"), made.fields, Item)
            findings += problems
            kinds[name] = custom_kind(name, made.model_copy(update={"fields": good}))
    for what, table in (("fields", settings.plugin.fields), ("statuses", settings.plugin.statuses)):
        for name in table:
            if name not in kinds:
                findings.append(_no_kind(settings, (what, name), name, kinds))
            elif what == "fields":
                more = settings.plugin.fields[name]
                good, problems = _named_well(settings, ("fields", name), more, kinds[name])
                findings += problems
                kinds[name] = extended(kinds[name], good)
            else:
                kinds[name] = with_words(kinds[name], settings.plugin.statuses[name])
    result = Kinds.of(kinds.values())
    return result, [*findings, *_wrong_links(settings, result), *_wrong_words(settings, result)]


def _clash(
    settings: Settings, name: str, made: KindSettings, kinds: dict[str, type[Item]]
) -> Finding | None:
    named: dict[str, type[Item | Part]] = {**Kinds.of(kinds.values()).parts, **kinds}
    taken = next((k for k in kinds.values() if k.prefix == made.prefix), None)
    if not _KIND_NAME.fullmatch(name):
        hint = "write letters, digits and spaces, and begin with a letter"
        message = f"{said(name)} cannot be the name of a kind"
        return Finding(_written(settings, "kinds", name), message, hint, code="PM110")
    if taken:
        span, what = _value(settings, "kinds", name, "prefix"), f"the prefix `{made.prefix}`"
    elif name in named:
        span, what = _written(settings, "kinds", name), f"the name `{name}`"
    else:
        return None
    owner = (taken or named[name]).plural
    return Finding(span, f"{what} is already used for {owner}", "choose another", code="PM110")


def _named_well(
    settings: Settings,
    steps: tuple[Step, ...],
    fields: dict[str, FieldSettings],
    kind: type[Item],
) -> tuple[dict[str, FieldSettings], list[Finding]]:
    """The fields that may be added to a kind, and what is wrong with the names of others."""
    findings = []
    for name in fields:
        if name in fields_of(kind):
            message = f"there is a field `{name}` already"
        elif not _FIELD_NAME.fullmatch(name) or hasattr(kind, name):
            message = f"{said(name)} cannot be the name of a field"
        else:
            continue
        hint = "choose another name, of letters, digits and `_`"
        findings.append(Finding(_written(settings, *steps, name), message, hint, code="PM110"))
    wrong = {finding.span for finding in findings}
    good = {n: f for n, f in fields.items() if _written(settings, *steps, n) not in wrong}
    return good, findings


def _written(settings: Settings, *steps: Step) -> Span:
    """Where the name of a setting was written, or the value where it has no name."""
    table = settings.at(*steps[:-1])
    key = table.keys.get(str(steps[-1])) if isinstance(table, Mapping) else None
    return key.span if key else _value(settings, *steps)


def _value(settings: Settings, *steps: Step) -> Span:
    node = settings.at(*steps)
    assert node is not None  # noqa: S101 - only what was written is asked for
    return node.span


def _no_kind(settings: Settings, steps: tuple[Step, ...], name: str, kinds: object) -> Finding:
    names = list(kinds) if isinstance(kinds, dict | frozenset) else []
    hint = did_you_mean(name, names) or f"the kinds are {', '.join(sorted(names))}"
    span = _written(settings, *steps)
    return Finding(span, f"there is no kind `{name}`", hint, code="PM110")


def _wrong_links(settings: Settings, kinds: Kinds) -> list[Finding]:
    fields = [
        *(
            (("kinds", n, "fields", f), s)
            for n, k in settings.plugin.kinds.items()
            for f, s in k.fields.items()
        ),
        *((("fields", n, f), s) for n, t in settings.plugin.fields.items() for f, s in t.items()),
    ]
    return [
        _no_kind(settings, (*steps, "link", index), name, kinds.names)
        for steps, made in fields
        for index, name in enumerate(made.link)
        if name != "*" and name not in kinds.names
    ]


def _wrong_words(settings: Settings, kinds: Kinds) -> list[Finding]:
    findings = []
    for name, words in settings.plugin.statuses.items():
        known = [s.word for s in kinds.by_name[name].states] if name in kinds.by_name else []
        for mine, ours in words.items():
            node = settings.at("statuses", name, mine)
            if known and ours not in known and node is not None:
                hint = did_you_mean(ours, known) or f"the words are {', '.join(known)}"
                message = f"`{ours}` is not a status of a {name}"
                findings.append(Finding(node.span, message, hint, code="PM110"))
    return findings
