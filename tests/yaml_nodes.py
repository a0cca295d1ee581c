"""Short ways to read YAML in tests, and to look at what was read."""

from __future__ import annotations

from pmdocs.diagnostics import Finding
from pmdocs.source.node import Mapping, Node, Sequence
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source


def read(text: str, *, foreign: bool = False) -> tuple[Node | None, list[Finding]]:
    return read_yaml(Source("a.yaml", text), foreign=foreign)


def good(text: str) -> Node:
    node, findings = read(text)
    assert not findings
    assert node is not None
    return node


def entry(node: Node | None, *names: str | int) -> Node:
    for name in names:
        if isinstance(name, int):
            assert isinstance(node, Sequence)
            node = node.items[name]
        else:
            assert isinstance(node, Mapping)
            node = node.entries[name]
    assert node is not None
    return node


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {name: plain(value) for name, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(value) for value in node.items]
    return None if node is None else node.value


def written(node: Node) -> str:
    return node.source.text[node.start : node.end]


def place(node: Node | Finding) -> tuple[int, int, int, int]:
    return (*node.span.start, *node.span.end)


def only(text: str) -> Finding:
    _, findings = read(text)
    assert len(findings) == 1, findings
    return findings[0]
