"""The kinds of a project: the built-in ones, changed and completed by its settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.model.custom import custom_kind, extended, with_words
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.mending import towards
from pmdocs.model.registry import Kinds, builtin, names_of
from pmdocs.model.wrong import said
from pmdocs.project.transitions import wrong_transitions
from pmdocs.source.node import Mapping

if TYPE_CHECKING:
    from pmdocs.model.custom import FieldSettings, KindSettings
    from pmdocs.model.item import Part, Step
    from pmdocs.project.config import Settings
    from pmdocs.text import Span

_KIND_NAME = re.compile(r"[^\W\d_][\w -]*")
_FIELD_NAME = re.compile(r"[^\W\d_]\w*")


def own_kinds(settings: Settings) -> tuple[Kinds, list[Finding]]:
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
    later = (_wrong_links, _wrong_words, _wrong_limits, wrong_transitions)
    return result, findings + [one for find in later for one in find(settings, result)]


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
    named = {word: k.kind for k in builtin() for word in names_of(k)}
    good = {
        name: made.model_copy(update={"link": tuple(named.get(k.lower(), k) for k in made.link)})
        for name, made in fields.items()
        if _written(settings, *steps, name) not in wrong
    }
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
        if name != "*" and name not in kinds.names and kinds.named(name) is None
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
                fix = towards(node, ours, known)
                findings.append(Finding(node.span, message, hint, code="PM110", fix=fix))
    return findings


def _wrong_limits(settings: Settings, kinds: Kinds) -> list[Finding]:
    findings = []
    for name, limits in settings.plugin.wip_limits.items():
        if name not in kinds.by_name:
            findings.append(_no_kind(settings, ("wip_limits", name), name, kinds.by_name))
            continue
        known = [state.word for state in kinds.by_name[name].states]
        known += settings.plugin.statuses.get(name, {})
        for word in limits:
            if word not in known:
                hint = did_you_mean(word, known) or f"the words are {', '.join(known)}"
                message = f"`{word}` is not a status of a {name}"
                span = _written(settings, "wip_limits", name, word)
                findings.append(Finding(span, message, hint, code="PM110"))
    return findings
