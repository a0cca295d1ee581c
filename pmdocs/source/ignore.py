"""Comments that ask to pass over findings: `# pmdocs: ignore[PM301] because …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, closest
from pmdocs.source.comments import comments

if TYPE_CHECKING:
    from pmdocs.source.comments import Comment, Lines
    from pmdocs.text import Source, Span

_VERBS = ("ignore", "ignore-file")
_RIGHT = re.compile(
    r"pmdocs:[ \t]*(?P<verb>ignore-file|ignore)\[(?P<words>[^\[\]]*)\]"
    r"(?:\s+because\s+(?P<reason>.+))?",
    re.DOTALL,
)
_ATTEMPT = re.compile(r"pmdocs\b(?P<colon>[ \t]*:)?[ \t]*(?P<verb>[A-Za-z-]+)", re.IGNORECASE)
# What other tools have for this, and what people remember of it.
_OTHER_VERBS = frozenset({"disable", "noqa", "off", "skip", "suppress", "allow", "nolint"})
_CODE = re.compile(r"\b[A-Z][A-Z0-9]*-?[0-9]+\b")
_WORD = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that asks to pass over the findings of some rules.

    `words` are the codes or names of the rules as they were written. `lines` are
    those that it is about, None for the whole file.
    """

    words: tuple[tuple[str, Span], ...]
    reason: str
    lines: Lines | None
    span: Span
    within: Span
    """Between the brackets."""
    around: Span
    """What to take away so that nothing of it stays."""


def ignores(source: Source) -> tuple[list[Ignore], list[Finding]]:
    """The comments of a file that ask to pass over findings, and those that only try to.

    A file that is not understood has none: nobody can tell what is a comment in it.
    """
    # Most files end here.
    if "pmdocs" not in source.text or not _ATTEMPT.search(source.text):
        return [], []
    found, findings = [], []
    for comment in comments(source, "pmdocs"):
        text = comment.text(source).strip()
        if match := _RIGHT.fullmatch(text):
            words = match["words"]
            if words.strip(" \t\r\n,"):
                found.append(_ignore(source, comment, match))
                continue
        if _is_attempt(text):
            findings.append(_malformed(source, comment, text))
    return found, findings


def _ignore(source: Source, comment: Comment, match: re.Match[str]) -> Ignore:
    base = source.text.index("pmdocs:", comment.start)
    start = base + match.start("words")
    words = tuple(
        (word[0], source.span(start + word.start(), start + word.end()))
        for word in _WORD.finditer(match["words"])
    )
    whole = match["verb"] == "ignore-file"
    return Ignore(
        words,
        (match["reason"] or "").strip(),
        None if whole else comment.about,
        source.span(comment.start, comment.end),
        source.span(start, base + match.end("words")),
        _around(source, comment),
    )


def _around(source: Source, comment: Comment) -> Span:
    """The comment with the blanks before it, or with its line where it stands alone."""
    text, start, end = source.text, comment.start, comment.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    if comment.alone:
        while end < len(text) and text[end] in " \t":
            end += 1
        for line_break in ("\r\n", "\n", "\r"):
            if text.startswith(line_break, end):
                return source.span(start, end + len(line_break))
    return source.span(start, end)


def _is_attempt(text: str) -> bool:
    """Whether somebody meant a comment for us, and not a sentence about us."""
    match = _ATTEMPT.match(text)
    if match is None:
        return False
    verb = match["verb"].lower()
    meant = verb.startswith("ignor") or verb in _OTHER_VERBS or closest(verb, _VERBS) is not None
    rest = text[match.end() :].lstrip()
    return meant and (bool(match["colon"]) or rest[:1] in {"[", "("} or bool(_CODE.match(rest)))


def _malformed(source: Source, comment: Comment, text: str) -> Finding:
    codes = ", ".join(dict.fromkeys(_CODE.findall(text))) or "PM301"
    file = "-file" if "file" in text.partition("[")[0].lower() else ""
    right = f"pmdocs: ignore{file}[{codes}] because …"
    shown = f"<!-- {right} -->" if source.text.startswith("<!--", comment.start) else f"# {right}"
    span = source.span(comment.start, comment.end)
    message = "this comment is not understood, so that nothing is ignored"
    return Finding(span, message, f"write `{shown}`", code="PM903")
