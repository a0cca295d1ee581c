"""Fields that hold ids of other items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema

from pmdocs.model.amounts import read_effort
from pmdocs.model.values import STRING, read_line
from pmdocs.model.wrong import said, wrong

_DEPENDENCY = re.compile(r"(\S+)(?: +(FS|SS|FF|SF)(?: ?([-+]) ?(\d+(?:\.\d+)? ?[hdw]))?)?")


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Marks a field that holds ids, and says where they may lead.

    `kinds` names kinds of items or of parts, `*` means any. `inverse` is how
    the link reads from its other end, `name` how it reads from here (the
    field's own name, unless given). With `or_text` anything that does not look
    like an id is just words. `local` is the prefix of ids that stand for a part
    of the same item: in a charter `T-1` is `CH-1.T-1`.
    """

    kinds: tuple[str, ...]
    inverse: str
    name: str = ""
    or_text: bool = False
    local: str = ""


@dataclass(frozen=True, slots=True)
class Dependency:
    """What has to happen before: `T-1`, or `T-1 SS+2d` with a type and a lag.

    `type` is FS, SS, FF or SF (finish or start of the one to start or finish
    of the other); `lag` is in hours, negative for a lead.
    """

    target: str
    type: str = "FS"
    lag: float = 0

    def __str__(self) -> str:
        """Write it as it is written in a file."""
        if self.type == "FS" and not self.lag:
            return self.target
        return f"{self.target} {self.type}" + (f"{self.lag:+g}h" if self.lag else "")


def read_dependency(value: object) -> Dependency:
    """Read an id, or an id with a type and a lag."""
    if isinstance(value, Dependency):
        return value
    match = _DEPENDENCY.fullmatch(str(value).strip())
    if not match:
        pieces = re.split(r"\s*[,;&]\s*|\s+and\s+", str(value).strip())
        each = len(pieces) > 1 and all(_DEPENDENCY.fullmatch(piece) for piece in pieces)
        one = "write an id, or an id with a type and a lag, such as `T-1 SS+2d`"
        hint = f"write `[{', '.join(pieces)}]`" if each else one
        raise wrong("dependency", f"{said(value)} is not a dependency", hint)
    lag = read_effort(match[4]).hours if match[4] else 0.0
    return Dependency(match[1], match[2] or "FS", -lag if match[3] == "-" else lag)


def _listed(value: object) -> object:
    # One id needs no brackets: people write `depends_on: US-1`.
    return [value] if isinstance(value, str) else value


_ONE_OR_MANY = WithJsonSchema({"anyOf": [STRING, {"type": "array", "items": STRING}]})
Ref: TypeAlias = Annotated[str, BeforeValidator(read_line), WithJsonSchema(STRING)]
Refs: TypeAlias = Annotated[tuple[Ref, ...], BeforeValidator(_listed), _ONE_OR_MANY]
DependencyField: TypeAlias = Annotated[
    Dependency,
    PlainValidator(read_dependency),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(STRING),
]
Dependencies: TypeAlias = Annotated[
    tuple[DependencyField, ...], BeforeValidator(_listed), _ONE_OR_MANY
]
