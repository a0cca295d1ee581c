"""YAML text becomes nodes that know their places, and never more than that.

The nodes are built from the parser's events, so that nothing is constructed,
no alias is followed and no tag is obeyed. The events come one by one, and the
limits are checked at each of them: the C parser itself would take the process
down on 50,000 nested brackets, and is never asked to go that deep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pmdocs.diagnostics import Finding
from pmdocs.source import conflict
from pmdocs.source.encoding import encoding_finding
from pmdocs.source.yaml_blanks import blank_finding, is_understood, spaced
from pmdocs.source.yaml_builder import DEEPEST, Builder
from pmdocs.source.yaml_problems import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

    from pmdocs.source.node import Node
    from pmdocs.text import Source

LONGEST_TEXT = 1_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(
    source: Source, start: int = 0, end: int | None = None, *, foreign: bool = False
) -> tuple[Node | None, list[Finding]]:
    """The node of the YAML document in a stretch of a file, and what is wrong with it.

    The node is missing when there is nothing in the stretch, or nothing that
    can be made sense of. `foreign` is for files that follow other people's
    rules: tags, anchors, merge keys and repeated keys are no problem there, an
    alias reads as nothing, and the last of two equal keys counts.
    """
    end = len(source.text) if end is None else end
    if end - start > LONGEST_TEXT:
        return None, [_too_large(source, start, end)]
    if conflicts := conflict.in_yaml(source, start, end):
        return None, conflicts
    if source.text.startswith("\ufeff", start, end):
        start += 1
    text = source.text[start:end]
    node, findings = _read(source, text, start, foreign=foreign)
    plain = spaced(text)
    if plain == text or is_understood(node):
        return node, findings
    again, others = _read(source, plain, start, foreign=foreign)
    if again is not None:
        return again, [*others, blank_finding(source, start, plain, again)]
    if [one.span for one in others] == [one.span for one in findings]:
        return node, findings
    return None, [blank_finding(source, start, plain, None)]


def _read(
    source: Source, text: str, start: int, *, foreign: bool
) -> tuple[Node | None, list[Finding]]:
    """What the parser makes of a text that stands at `start`."""
    builder = Builder(source, start, foreign=foreign)
    try:
        _feed(builder, _LOADER(text))
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        return None, [encoding_finding(source, start)]
    except yaml.MarkedYAMLError as error:
        trouble = builder.trouble(error, start + len(text))
        if "nesting depth" in trouble.problem:
            builder.too_deep(trouble.deeper_than(DEEPEST))
            return None, builder.refusals.findings
        return None, _with(builder.refusals.findings, explain(trouble))
    return builder.root, builder.refusals.findings


def _with(findings: list[Finding], last: Finding) -> list[Finding]:
    # What `*bold* text` is first taken for, at the same place, is not worth telling.
    return [*(f for f in findings if f.span.start != last.span.start), last]


def _feed(builder: Builder, parser: yaml.CSafeLoader | yaml.SafeLoader) -> None:
    handlers: dict[type[Event], Callable[[Any], None]] = {
        ScalarEvent: builder.scalar,
        MappingStartEvent: builder.open,
        MappingEndEvent: builder.close,
        SequenceStartEvent: builder.open,
        SequenceEndEvent: builder.close,
        DocumentStartEvent: builder.document,
        AliasEvent: builder.alias,
    }
    # Asked one by one, because `yaml.parse` takes as long again for handing them on.
    following = parser.get_event
    while not builder.stopped:
        event: Any = following()
        handler = handlers.get(type(event))
        if handler is not None:
            handler(event)
        elif type(event) is StreamEndEvent:
            return


def _too_large(source: Source, start: int, end: int) -> Finding:
    message = f"{end - start:,} characters are more than the {LONGEST_TEXT:,} that are read"
    hint = "split the file into several"
    return Finding(source.span(start, start), message, hint, code="PM004")
