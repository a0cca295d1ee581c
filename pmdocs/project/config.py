"""Settings: the `pmdocs` entry of `plugins:` in mkdocs.yml, read without MkDocs.

The rest of mkdocs.yml belongs to MkDocs. It may hold tags that run code there;
here nothing is run, and only a few plain values are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pmdocs.diagnostics import Finding
from pmdocs.model.custom import FieldSettings, KindSettings
from pmdocs.model.decode import decode_record
from pmdocs.model.item import Record, locate
from pmdocs.model.registry import Kinds, builtin
from pmdocs.model.values import Flag, Folder, Line, read_folder, read_whole
from pmdocs.project.evidence_settings import EvidenceSettings
from pmdocs.project.internal_fields import USUAL, wrong_fields
from pmdocs.project.own_kinds import own_kinds
from pmdocs.project.rule_settings import Folders, HouseRule, Lines, Override, Preset, RuleSettings
from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.item import Item, Step
    from pmdocs.text import Source, Span


AtLeastOne: TypeAlias = Annotated[int, Field(ge=1), BeforeValidator(read_whole)]
TESTS = (
    *("tests/", "test/", "__tests__/", "spec/", "specs/", "features/", "e2e/"),
    *("*.feature", "test_*.*", "*_test.*", "*.test.*", "*.spec.*"),
)
_TAG = re.compile(r"(![^\s,\[\]{}]+)[ \t]+\Z")
_LONGEST_TAG = 80


class PluginSettings(Record):
    """What `plugins: - pmdocs:` in mkdocs.yml may say."""

    roadmap_dir: Folder = "roadmap"
    """The folder of the YAML files, beside mkdocs.yml."""
    fail_on: Literal["error", "warning", "never"] = "error"
    """From which severity on `pmdocs check` and `mkdocs build --strict` fail."""
    nav: Flag = True
    """Whether the site's navigation gets a section for pmdocs' pages."""
    preset: Preset = "recommended"
    """How strict the review is: `minimal` keeps to errors, `strict` makes warnings fail."""
    rules: dict[str, RuleSettings] = {}
    """The severity and the options of rules, by code or name."""
    overrides: tuple[Override, ...] = ()
    """Other severities and options for some files or kinds; the last that fits counts."""
    house_rules: tuple[HouseRule, ...] = ()
    """Rules of your own, told by queries."""
    python_rules: Lines = ()
    """Files with rules in Python, run only with `pmdocs check --allow-python`."""
    kinds: dict[str, KindSettings] = {}
    """Kinds of your own."""
    fields: dict[str, dict[str, FieldSettings]] = {}
    """More fields for the kinds that come with pmdocs."""
    statuses: dict[str, dict[str, Line]] = {}
    """Your own words for statuses: `{story: {doing: in progress}}`."""
    transitions: dict[str, dict[str, Lines]] = {}
    """Which statuses may follow on which, and on `new`: `{story: {draft: [ready, dropped]}}`."""
    wip_limits: dict[str, dict[str, AtLeastOne]] = {}
    """How many may be in a status at once, for the board: `{story: {in progress: 3}}`."""
    definition_of_done: tuple[Line, ...] = ()
    """What must hold for every story, beside its criteria."""
    audience: Literal["internal", "public"] = "internal"
    """Who the site is for: `public` leaves out everything that is not marked as public."""
    internal_fields: tuple[Line, ...] = USUAL
    """Fields that stay inside even where their item is public."""
    features: Folders = ()
    """More folders with `.feature` files, or paths with `*`, beside the two above."""
    tests: Lines = TESTS
    """Where your tests are, as in a `.gitignore` at the top of the repository."""
    evidence: EvidenceSettings = EvidenceSettings()
    """Where the results of your tests are: paths such as `reports/**/*.xml`."""


@dataclass(frozen=True)
class Settings:
    """How a project is read, judged and shown.

    `docs_dir`, `site_name`, `repo_url` and `edit_uri` are MkDocs' own. `unclear`
    says that something is wrong with the kinds or fields of the project's own,
    or with its folders, so that nobody can tell what was meant to be there.
    """

    plugin: PluginSettings = field(default_factory=PluginSettings)
    kinds: Kinds = field(default_factory=builtin)
    docs_dir: str = "docs"
    site_name: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    node: Mapping | None = None
    docs_node: Node | None = None
    unclear: bool = False

    @property
    def is_public(self) -> bool:
        """Whether the site is for everybody, so that it must not speak of the work itself."""
        return self.plugin.audience == "public"

    def at(self, *steps: Step) -> Node | None:
        """Where a setting was written."""
        return locate(self.node, steps) if self.node else None

    def limits_of(self, kind: type[Item]) -> dict[str, int]:
        """How many items of a kind may be in a status at once, by the status as items have it."""
        own = self.plugin.statuses.get(kind.kind, {})
        limits = self.plugin.wip_limits.get(kind.kind, {})
        return {own.get(word, word): limit for word, limit in limits.items()}


def read_settings(
    source: Source, inherited: Iterable[Source] = ()
) -> tuple[Settings, list[Finding]]:
    """Read mkdocs.yml; what is wrong in it is found at its line.

    `inherited` are the files that it stands on by `INHERIT`, the nearest first:
    what it does not say itself is looked for there.
    """
    root, findings = read_yaml(source, foreign=True)
    if not isinstance(root, Mapping):
        return Settings(), findings
    roots = [
        root,
        *(r for s in inherited if isinstance(r := read_yaml(s, foreign=True)[0], Mapping)),
    ]

    def written(name: str) -> Node | None:
        return next((node for r in roots if (node := r.get(name)) is not None), None)

    def text(name: str) -> str:
        node = written(name)
        return node.text if isinstance(node, Scalar) and not node.is_null else ""

    plugins = [node for r in roots if (node := r.get("plugins")) is not None]
    node, problems = _plugin_node(reduce(_merged, plugins) if plugins else None)
    settings, more = _from_node(node)
    folders = replace(
        settings,
        docs_dir=text("docs_dir") or "docs",
        site_name=text("site_name"),
        repo_url=text("repo_url"),
        edit_uri=text("edit_uri"),
        docs_node=written("docs_dir"),
    )
    return folders, [*findings, *problems, *more, *_outside(written("docs_dir"))]


def inherits(source: Source) -> str | None:
    """The file that this mkdocs.yml stands on, as it is written there."""
    root, _ = read_yaml(source, foreign=True)
    return root.text("INHERIT") if isinstance(root, Mapping) else None


def _outside(node: Node | None) -> list[Finding]:
    if not isinstance(node, Scalar) or node.is_null:
        return []
    try:
        read_folder(node.text)
    except PydanticCustomError as error:
        told = error.context or {}
        return [Finding(node.span, told["message"], told["hint"], code="PM110")]
    return []


def _merged(nearer: Node, farther: Node) -> Node:
    """What MkDocs makes of a value in two files: names are put together, lists are not."""
    if not isinstance(nearer, Mapping) or not isinstance(farther, Mapping):
        return nearer
    entries = {**farther.entries, **nearer.entries}
    for name in nearer.entries.keys() & farther.entries.keys():
        entries[name] = _merged(nearer.entries[name], farther.entries[name])
    keys = {**farther.keys, **nearer.keys}
    return Mapping(nearer.source, nearer.start, nearer.end, keys, entries)


def _plugin_node(plugins: Node | None) -> tuple[Mapping | None, list[Finding]]:
    found = _plugin_entry(plugins)
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
    kinds, problems = own_kinds(settings)
    tagged = list(_tagged(node))
    tags = {finding.span.end for finding in tagged}
    told = [*tagged, *(as_setting(f) for f in findings if f.span.end not in tags), *problems]
    settings = replace(settings, kinds=kinds, unclear=_touch_kinds(node, told))
    # What a field is called cannot be judged while the fields are not clear.
    return settings, told if settings.unclear else [*told, *wrong_fields(settings)]


def _touch_kinds(node: Mapping, findings: list[Finding]) -> bool:
    spans = [finding.span for finding in findings]
    return any(name in node.entries and _holds(node, name, spans) for name in ("kinds", "fields"))


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
    return any(
        span == own or (span.path == value.path and value.start <= span.start <= value.end)
        for span in spans
    )


def _tagged(node: Node) -> Iterator[Finding]:
    """Values with a tag such as `!ENV`: MkDocs obeys it, and nothing is obeyed here."""
    if isinstance(node, Scalar):
        before = node.source.text[max(0, node.start - _LONGEST_TAG) : node.start]
        if match := _TAG.search(before):
            span = node.source.span(node.start - len(match[0]), node.end)
            message = f"`{match[1]}` is not read here"
            yield Finding(span, message, "write the value itself", code="PM110")
        return
    for inner in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _tagged(inner)


def as_setting(finding: Finding) -> Finding:
    """What was found in a record, said of the settings."""
    message = finding.message.replace(" field", " setting")
    hint = (finding.hint or "").replace("the field", "the setting") or None
    return replace(finding, code="PM110", message=message, hint=hint)
