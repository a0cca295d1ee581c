"""Slips inside a value: quotes, brackets, and characters that YAML keeps for itself.

Each function recognises one slip in what the parser complains about, and
points at the slip, which is not always where the parser gave up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Note
from pmdocs.source.node import Scalar
from pmdocs.source.yaml_trouble import in_quotes

if TYPE_CHECKING:
    from pmdocs.diagnostics import Finding
    from pmdocs.source.node import Node
    from pmdocs.source.yaml_trouble import Trouble

# Two blanks, or an underscore in the word before the colon: nobody writes a text so.
_SECOND_FIELD = re.compile(r"\S(?:[ ]{2,}(?=[a-z_]+$)|[ ](?=[a-z]+_[a-z_]+$))(?P<key>[a-z_]+)$")


def reserved(trouble: Trouble) -> Finding | None:
    """A value that begins with a character that YAML keeps for itself."""
    if "cannot start any token" not in trouble.problem:
        return None
    name = "a backtick" if trouble.character == "`" else f"`{trouble.character}`"
    return trouble.quote_it(trouble.at, f"a value cannot begin with {name}")


def star(trouble: Trouble) -> Finding | None:
    """A value such as `*bold* text`, which the parser takes for an alias."""
    at = trouble.context_at if "anchor" in trouble.context or "alias" in trouble.context else None
    if at is None and "expected key" in trouble.problem:
        at = trouble.value_start(trouble.at)
    if at is None or trouble.source.text[at : at + 1] not in ("*", "&"):
        return None
    return trouble.quote_it(at, f"a value cannot begin with `{trouble.source.text[at]}`")


def directive(trouble: Trouble) -> Finding | None:
    """A line that begins with `%`."""
    if "directive" not in trouble.context or trouble.context_at is None:
        return None
    return trouble.quote_it(trouble.context_at, "a line cannot begin with `%`")


def tag(trouble: Trouble) -> Finding | None:
    """A value that begins with `!`."""
    at = trouble.context_at
    if at is None or trouble.source.text[at : at + 1] != "!":
        return None
    return trouble.quote_it(at, "a value cannot begin with `!`")


def colon(trouble: Trouble) -> Finding | None:
    """A value with a colon and a space in it."""
    if "mapping values" not in trouble.problem:
        return None
    value = trouble.value_start(trouble.at)
    if value is None or value >= trouble.at:
        return None
    closed = after_close(trouble)
    if closed is not None:
        return closed
    prefix = trouble.source.text[trouble.line_start(value) : value].strip(" -")
    text = trouble.value(value)
    if second := _SECOND_FIELD.search(text[: trouble.at - value]):
        return _two_fields(trouble, value + second.start("key"), text[second.start("key") :])
    hint = f"put the value in quotes: `{prefix} {in_quotes(text)}`"
    message = "a `: ` inside an unquoted value"
    fix = trouble.in_quotes(value, value + len(text), text)
    return trouble.finding(trouble.at, trouble.at + 1, message, hint, fix=fix)


def _two_fields(trouble: Trouble, start: int, text: str) -> Finding:
    """Two fields on one line, as in `status: ready  as_a: PER-1`."""
    name = text.partition(":")[0]
    message = f"a second field, `{name}`, stands on the line of another"
    hint = f"write `{text}` on a line of its own, below the start of the first"
    return trouble.finding(start, start + len(name), message, hint)


def open_quote(trouble: Trouble) -> Finding | None:
    """A quote without its end, or with a backslash that means nothing."""
    if "quoted scalar" not in trouble.context or trouble.context_at is None:
        return None
    if "unexpected" in trouble.problem:
        return _unclosed(trouble, trouble.context_at)
    at = trouble.source.text.rindex("\\", trouble.context_at, trouble.at + 1)
    message = f"`{trouble.source.text[at : at + 2]}` means nothing between double quotes"
    hint = "write `\\\\` for a backslash, or put the value in single quotes"
    return trouble.finding(at, at + 2, message, hint)


def after_close(trouble: Trouble) -> Finding | None:
    """A value that goes on behind its closing quote or bracket."""
    last = trouble.last
    text = trouble.source.text
    if last is None or text[last.end - 1 : last.end] not in ('"', "'", "]", "}"):
        return None
    if trouble.flow or text[last.end : trouble.at].strip() or last.start == trouble.at:
        return None
    if isinstance(last, Scalar) and not last.quoted:
        return None
    if trouble.line_start(last.start) != trouble.line_start(trouble.at):
        several = "\n" in text[last.start : last.end]
        return _unclosed(trouble, last.start) if several and isinstance(last, Scalar) else None
    return _go_on(trouble, last)


def open_bracket(trouble: Trouble) -> Finding | None:
    """A bracket without its end, or with something else in its place."""
    start = trouble.bracket
    if start is None or (trouble.character and "expected ','" not in trouble.problem):
        return None
    opening = trouble.source.text[start]
    closing = "]" if opening == "[" else "}"
    hint = f"write `{closing}` at its end, and a comma between two values"
    if trouble.line_start(start) != trouble.line_start(trouble.at) or not trouble.character:
        message = f"the bracket `{opening}` that is opened here is not closed"
        return trouble.finding(start, trouble.line_end(start), message, hint)
    note = Note(trouble.source.span(start, start + 1), "the bracket is opened here")
    message = f"`{trouble.character}` does not fit between `{opening}` and `{closing}`"
    return trouble.finding(trouble.at, trouble.at + 1, message, hint, note)


def content(trouble: Trouble) -> Finding | None:
    """A comma or a closing bracket where a value should be."""
    if "node content" not in trouble.problem or not trouble.character:
        return None
    if trouble.flow:
        message = f"a value is missing before `{trouble.character}`"
        return trouble.finding(trouble.at, trouble.at + 1, message, "write it, or remove the comma")
    return trouble.quote_it(trouble.at, f"a value cannot begin with `{trouble.character}`")


def block_text(trouble: Trouble) -> Finding | None:
    """Text on the line of `|` or `>`."""
    if "block scalar" not in trouble.context or trouble.context_at is None:
        return None
    at = trouble.context_at
    value = trouble.value(at)
    message = f"text stands on the line of `{value[:1]}`, and begins on the next one"
    hint = f"move it down and indent it, or put it in quotes: `{in_quotes(value)}`"
    return trouble.finding(at, at + len(value), message, hint)


def dash(trouble: Trouble) -> Finding | None:
    """A value that begins with `- ` or `? `."""
    if "sequence entries" in trouble.problem:
        message = "a list cannot begin on the line of its key"
        value = trouble.value(trouble.at)
        hint = f"begin it on the next line; if it is text, use quotes: `{in_quotes(value)}`"
        return trouble.finding(trouble.at, trouble.at + len(value), message, hint)
    if "mapping keys" in trouble.problem:
        return trouble.quote_it(trouble.at, f"a value cannot begin with `{trouble.character}`")
    return None


def _unclosed(trouble: Trouble, at: int) -> Finding:
    quote = trouble.source.text[at]
    name = "double" if quote == '"' else "single"
    message = f"the {name} quote that is opened here is not closed"
    hint, end = f"write `{quote}` at the end of the value", trouble.line_end(at)
    # Where the value ends, and where a comment begins, nobody can tell for sure.
    fix = trouble.instead(end, end, quote, safe=False)
    return trouble.finding(at, end, message, hint, fix=fix)


def _go_on(trouble: Trouble, last: Node) -> Finding:
    value = trouble.value(last.start)
    closing = trouble.source.text[last.end - 1]
    inner = value[1:].removesuffix("'") if closing == "'" else value
    end = max(trouble.at + 1, last.start + len(value))
    message = f"the value goes on behind its closing `{closing}`"
    hint = f"put all of it in quotes: `{in_quotes(inner)}`"
    is_quote = closing in "\"'"
    stop = last.start + len(value)
    fix = trouble.in_quotes(last.start, stop, inner, safe=is_quote)
    return trouble.finding(trouble.at, end, message, hint, fix=fix)
