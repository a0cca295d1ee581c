"""JSON of a stranger, and where in it something stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pmdocs.evidence.reading import Refused
from pmdocs.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.text import Source

_HINT = "make the file anew: the run of the tests may have been stopped"
_SPACE = re.compile(r"[\s,]*")


def decoded(source: Source) -> Any:
    """The values in the text of a file; `Refused` when it is no JSON."""
    try:
        return json.loads(source.text)
    except json.JSONDecodeError as error:
        at = Position(error.lineno, error.colno)
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise Refused("PM850", message, _HINT, at) from None
    except RecursionError:
        raise Refused("PM852", "values stand in each other without end", _HINT) from None
    except ValueError:
        # Python refuses numbers of thousands of digits.
        raise Refused("PM852", "a number has thousands of digits", _HINT) from None


def places(source: Source, name: str, count: int) -> list[Position]:
    """Where the values of a list with this name begin, in a text that was decoded before.

    It has `count` values. Where the list cannot be made out, each is told at the start.
    """
    # A quote within a text has a backslash before it, so that this is never within one.
    opening = re.search(rf'"{name}"\s*:\s*\[', source.text)
    found = list(_begins(source.text, opening.end())) if opening else []
    if len(found) != count:
        return [source.position(0)] * count
    return [source.position(at) for at in found]


def _begins(text: str, at: int) -> Iterator[int]:
    decoder = json.JSONDecoder()
    while (space := _SPACE.match(text, at)) and text[space.end()] != "]":
        yield space.end()
        _, at = decoder.raw_decode(text, space.end())
