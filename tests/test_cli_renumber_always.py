"""Whatever two branches write, after the merge each reference means what its author meant."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.test_cli_check import run
from tests.test_cli_renumber import BASE
from tests.test_history_branches import commit, git

PARAGRAPHS = [f"Paragraph {n} says {word}.\n\n" for n, word in enumerate("abcdef")]
WAYS = ("[[IDEA-1]]", "IDEA-1", "[[IDEA-1|words]]", "[w](items/IDEA-1/)", "**IDEA-1**")
# After which paragraph somebody writes something, and how it names the item.
writing = st.lists(
    st.tuples(st.integers(0, len(PARAGRAPHS) - 1), st.sampled_from(WAYS)), max_size=5
)


def page(author: str, written: list[tuple[int, str]]) -> str:
    """The page with what an author added, each on a line that tells who wrote it."""
    added = [f"{author} {n}: {words}\n\n" for n, (_, words) in enumerate(written)]
    after = [
        text + "".join(a for a, (at, _) in zip(added, written, strict=True) if at == n)
        for n, text in enumerate(PARAGRAPHS)
    ]
    return "# Page\n\n" + "".join(after)


def ideas(author: str, links: int) -> str:
    """A list of ideas: the one that clashes, and others that name it."""
    first = f"- {{id: IDEA-1, title: {author}s idea}}\n"
    number = 10 if author == "our" else 20
    return first + "".join(
        f"- {{id: IDEA-{number + n}, title: {author} {n}, notes: 'as IDEA-1'}}\n"
        for n in range(links)
    )


@pytest.mark.verifies("US-113.AC-3")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(writing, writing, st.integers(0, 3), st.integers(0, 3), st.booleans(), st.booleans())
def test_each_reference_means_what_its_author_meant(  # noqa: PLR0917, PLR0913 - what the two wrote
    ours: list[tuple[int, str]],
    theirs: list[tuple[int, str]],
    our_links: int,
    their_links: int,
    before: bool,  # noqa: FBT001
    into_main: bool,  # noqa: FBT001
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        git(root, "init", "-q", "-b", "main")
        start = {"content/page.md": page("", []), "roadmap/ideas.yaml": "# All ideas.\n"}
        # Git keeps what both wrote, as somebody would who settles a conflict.
        commit(root, {**BASE, **start, ".gitattributes": "* merge=union\n"})
        git(root, "branch", "work")
        commit(root, {"content/page.md": page("their", theirs), "roadmap/ideas.yaml": start["roadmap/ideas.yaml"] + ideas("their", their_links)})  # fmt: skip
        git(root, "checkout", "-q", "work")
        commit(root, {"content/page.md": page("our", ours), "roadmap/ideas.yaml": start["roadmap/ideas.yaml"] + ideas("our", our_links)})  # fmt: skip
        if before:
            assert run(root, "renumber").returncode == 0
            git(root, "commit", "-qam", "renumber")
        if into_main:
            git(root, "checkout", "-q", "main")
        git(root, "merge", "-q", "--no-edit", "work" if into_main else "main")
        if not before:
            assert run(root, "renumber").returncode == 0
        project = load(root)
        assert check(project) == []
        assert project.title_of("IDEA-1") == "theirs idea"
        (new,) = (i.id for i in project.items.values() if i.title == "ours idea")
        text = (root / "content/page.md").read_text() + (root / "roadmap/ideas.yaml").read_text()
        for author, id in re.findall(r"\b(our|their) \d.*?\b(IDEA-\d+)", text):
            assert id == (new if author == "our" else "IDEA-1")
        assert len(re.findall(r"\b(?:our|their) \d.*?\bIDEA-", text)) == (
            len(ours) + len(theirs) + our_links + their_links
        )
