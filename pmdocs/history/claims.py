"""The criteria that the repository's tests claim to show, by the ids in their text.

Only what declares a test counts, not any text in it: a test may well work with ids
that are made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.history.proofs import data_of, files_of_tests
from pmdocs.source.encoding import decode
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pmdocs.project.project import Project
    from pmdocs.text import Span

_QUOTED = r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`"
# A mark of pytest with its ids, the title of a test in JavaScript, a tag, and a function's name.
_DECLARED = re.compile(
    rf"""^[ \t]*(?:
    @(?:pytest\.mark\.)?verifies\((?P<marked>(?:\s*(?:{_QUOTED})\s*,?)+)
    |(?:test|it|describe|specify|suite|context|scenario)(?:\.\w+)*
     [ \t]*\([ \t]*(?P<titled>{_QUOTED})
    |(?P<tags>(?:@[^\s@]+[ \t]*)+)$
    |(?:(?:pub|public|private|static|async|export|override|suspend)[ \t]+)*
     (?:def|func|fn|fun|function|void|sub)[ \t]+(?P<function>\w+)
    )""",
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A test that names a criterion by its whole id, and where."""

    id: str
    span: Span


def claims(project: Project, root: Path) -> Iterator[Claim]:
    """What the files say that the setting `tests` chooses, file by file.

    What cannot be read is passed over, as are files that the project reads itself.
    """
    prefixes = {id.partition("-")[0] for id in project.items if "." not in id}
    pattern = _criterion(prefixes)
    quick = re.compile(pattern.pattern.encode())
    for path, name in files_of_tests(project, root):
        data = data_of(path) if name not in project.sources else b""
        if b"\0" not in data and quick.search(data):
            read = decode(name, data)
            if isinstance(read, Source):
                yield from _in_file(read, pattern)


def _criterion(prefixes: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(prefixes))) or r"(?!)"
    number = "[0-9]{1,9}"
    return re.compile(
        rf"(?<![A-Z0-9])(?P<prefix>{words})(?P<sign>[-_])(?P<number>{number})[._]"
        rf"(?P<local>AC)(?P=sign)(?P<part>{number})(?![0-9])"
    )


def _in_file(source: Source, pattern: re.Pattern[str]) -> Iterator[Claim]:
    for declared in _DECLARED.finditer(source.text):
        for match in pattern.finditer(source.text, *declared.span()):
            id = f"{match['prefix']}-{match['number']}.{match['local']}-{match['part']}"
            yield Claim(id, source.span(*match.span()))
