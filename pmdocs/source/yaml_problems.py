"""What the YAML parser complains about, in words for people who write YAML by hand.

The parser names what it wanted (`did not find expected key`), at the place
where it gave up; people want to know what they did wrong, and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.source import yaml_line_slips as lines
from pmdocs.source import yaml_sign_slips as signs
from pmdocs.source import yaml_text_slips as texts
from pmdocs.source import yaml_torn_text as torn
from pmdocs.source import yaml_value_slips as values

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.diagnostics import Finding
    from pmdocs.source.yaml_trouble import Trouble

# The first that recognises its slip has the word.
_SLIPS: tuple[Callable[[Trouble], Finding | None], ...] = (
    lines.tab,
    lines.second_document,
    signs.bullet,
    signs.other_colon,
    torn.torn_text,
    values.reserved,
    values.star,
    values.directive,
    values.tag,
    values.open_quote,
    values.colon,
    values.after_close,
    values.open_bracket,
    values.content,
    values.block_text,
    values.dash,
    texts.block_not_indented,
    texts.goes_on,
    lines.no_colon,
    lines.indentation,
)


def explain(trouble: Trouble) -> Finding:
    """The finding for the place where the parser gave up."""
    for recognise in _SLIPS:
        finding = recognise(trouble)
        if finding is not None:
            return finding
    end = max(trouble.at, trouble.line_end(trouble.at))
    message = "this cannot be read as YAML"
    hint = "look for a quote, a bracket or an indentation that does not match"
    return trouble.finding(trouble.at, end, message, hint)
