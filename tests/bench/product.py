"""A fictional product of any size, and its pmdocs form: see README.md.

Of 1,000 items one is the vision, 5 are objectives, 20 roadmap items and 50 PRDs; all others are
stories. An item has about 60 words. A story and a roadmap item have two links, one up the chain and
one to an earlier item of their kind (so there is no cycle); the others have the one up the chain.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.bench.prose import reason, rule, title, wish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SETTINGS = """\
site_name: Synthetic product
docs_dir: content
theme: {name: material, font: false}
plugins: [search, pmdocs]
"""

WELCOME = "# Synthetic product\n\nA product that nobody sells, to measure programs by.\n"


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion, requirement or key result."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One item, before anybody has written it down in a format.

    `facts` are single values, `words` sentences, `links` ids by field; a field in `LISTS` takes a
    list. `parts` are kept under the field that `parts_field` names.
    """

    kind: str
    id: str
    title: str
    facts: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    parts_field: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def targets(self) -> list[str]:
        """The ids of the items it links to, without the part of the item that is meant."""
        return [target.partition(".")[0] for target in self.links.values()]


LISTS = frozenset({"objectives", "depends_on", "goals", "out_of_scope"})


def vision(number: int, count: int) -> Entry:
    """The one vision, over a product of `count` items."""
    words = {"target_customer": rule(number), "need": wish(number), "key_benefit": reason(count)}
    return Entry("vision", "VIS-1", title(number, ("Love",)), words=words)


def objective(number: int, _count: int) -> Entry:
    """An objective with two key results."""
    parts = tuple(Part(f"KR-{n}", rule(number * 2 + n)) for n in (1, 2))
    facts = {"status": "active", "period": "2027"}
    words = {"notes": wish(number)}
    links = {"vision": "VIS-1"}
    name = title(number, ("Rethink",))
    return Entry("objective", f"OBJ-{number}", name, facts, words, links, "key_results", parts)


def roadmap_item(number: int, count: int) -> Entry:
    """A roadmap item that serves an objective and waits for an earlier roadmap item."""
    links = {"objectives": f"OBJ-{1 + number % share(count, 200)}"}
    if number > 1:
        links["depends_on"] = f"RM-{number // 2}"
    words = {"outcome": wish(number), "notes": f"{rule(number)}; {reason(number)}"}
    facts = {"status": "planned", "horizon": "next"}
    return Entry("roadmap", f"RM-{number}", title(number, ("Improve",)), facts, words, links)


def prd(number: int, count: int) -> Entry:
    """A PRD with two requirements, for a roadmap item."""
    parts = tuple(Part(f"FR-{n}", rule(number * 2 + n)) for n in (1, 2))
    links = {"item": f"RM-{1 + number % share(count, 50)}"}
    words = {"problem": wish(number), "goals": reason(number), "out_of_scope": title(number)}
    name = title(number, ("Specify",))
    facts = {"status": "approved"}
    return Entry("prd", f"PRD-{number}", name, facts, words, links, "requirements", parts)


def story(number: int, count: int) -> Entry:
    """A story with one criterion, for a requirement, that waits for an earlier story."""
    links = {"prd": f"PRD-{1 + number % share(count, 20)}.FR-{1 + number // 97 % 2}"}
    if number > 1:
        links["depends_on"] = f"US-{number // 2}"
    facts = {"status": "ready", "as_a": "product manager"}
    words = {"i_want": wish(number), "so_that": reason(number)}
    parts = (Part("AC-1", rule(number)),)
    return Entry("story", f"US-{number}", title(number), facts, words, links, "criteria", parts)


def share(count: int, one_in: int) -> int:
    """How many items of a kind there are, at least one."""
    return max(1, count // one_in)


def entries(count: int) -> list[Entry]:
    """A product of exactly `count` items, which must be five or more."""
    makers: list[tuple[Callable[[int, int], Entry], int]] = [
        (vision, 1),
        (objective, share(count, 200)),
        (roadmap_item, share(count, 50)),
        (prd, share(count, 20)),
    ]
    makers.append((story, count - sum(number for _, number in makers)))
    return [make(n, count) for make, number in makers for n in range(1, number + 1)]


def files(found: Sequence[Entry], per_file: int) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The names of the files, without ending, and the items of one kind that each holds."""
    for kind, same in groupby(found, key=lambda entry: entry.kind):
        every = list(same)
        for start in range(0, len(every), per_file):
            yield f"{kind}-{start + 1:05}", every[start : start + per_file]


def record(entry: Entry) -> dict[str, object]:
    """The item as pmdocs keeps it in YAML."""
    plain = {**entry.facts, **entry.words, **entry.links}
    fields = {name: [value] if name in LISTS else value for name, value in plain.items()}
    result = {"id": entry.id, "title": entry.title, **fields}
    parts = [{"id": part.id, "text": part.text, **measure(entry)} for part in entry.parts]
    return {**result, entry.parts_field: parts} if parts else dict(result)


def measure(entry: Entry) -> dict[str, int]:
    """What a key result has and other parts have not: where it starts and where it should end."""
    return {"baseline": 0, "target": 10} if entry.kind == "objective" else {}


def write(folder: Path, found: Sequence[Entry], per_file: int = 50) -> None:
    """Write the product as a pmdocs project."""
    for name in ("content", "roadmap"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content" / "index.md").write_text(WELCOME, encoding="utf-8")
    for name, some in files(found, per_file):
        text = as_yaml([record(entry) for entry in some])
        (folder / "roadmap" / f"{name}.yaml").write_text(text, encoding="utf-8")


def as_yaml(value: object) -> str:
    """YAML in the usual hand-written look: block style, keys in their order."""
    return yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, width=100)


def main() -> None:
    """Write a product into a new folder."""
    parser = argparse.ArgumentParser(description="Write a synthetic product.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--per-file", type=int, default=50)
    asked = parser.parse_args()
    write(asked.folder, entries(asked.items), asked.per_file)


if __name__ == "__main__":
    main()
