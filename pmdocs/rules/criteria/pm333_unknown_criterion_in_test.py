"""A test says that it shows a criterion, and the story has no such criterion.

Somebody deleted or renumbered the criterion and forgot the test, or the id has a slip.
The test proves nothing, and the criterion that it was for has no proof.

Write the id that the criterion has now. A command changes ids in tests as well:
`pmdocs rename US-1.AC-1 US-1.AC-2`.

Looked at are the files that the setting `tests` chooses, and in them what declares a
test: `@pytest.mark.verifies("US-1.AC-1")`, the title `[US-1.AC-1]` in JavaScript, the
tag `@US-1.AC-1`, and names of functions such as `test_US_1_AC_1`. Ids of stories that
never were are left to the tests themselves, which may have made them up. The rule needs
git, as it lists the files by it.

## Bad
    ```sh
    mkdir -p roadmap tests
    cat > roadmap/a.yaml <<'END'
    - id: US-1
      title: Export
      as_a: planner
      i_want: a file
      so_that: I can sort
      criteria: [{id: AC-2, text: the file has 3 rows}]
    END
    cat > tests/test_export.py <<'END'
    @pytest.mark.verifies("US-1.AC-1")
    def test_rows(): ...
    END
    git init -q && git add -A && git commit -qm "Begin"
    ```
## Good
    ```sh
    mkdir -p roadmap tests
    cat > roadmap/a.yaml <<'END'
    - id: US-1
      title: Export
      as_a: planner
      i_want: a file
      so_that: I can sort
      criteria: [{id: AC-2, text: the file has 3 rows}]
    END
    cat > tests/test_export.py <<'END'
    @pytest.mark.verifies("US-1.AC-2")
    def test_rows(): ...
    END
    git init -q && git add -A && git commit -qm "Begin"
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.past import Past
from pmdocs.model.ids import local_id
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_MOST = 5


@rule("PM333", "unknown-criterion-in-test", Severity.WARNING)
def check(project: Project, past: Past) -> Iterator[Finding]:
    """Find the tests that name a criterion of a story that has none of this id."""
    for claim in past.claims if project.parts else ():
        if project.find(claim.id):
            continue
        story = project.find(claim.id.partition(".")[0])
        if isinstance(story, Item) and not story.partial and story.id not in project.unclear:
            message = f"this test is for `{claim.id}`, and there is no such criterion"
            yield Finding(claim.span, message, _how(story), item=story.id)
        elif story is None and (gone := past.former(claim.id.partition(".")[0])):
            message = f"this test is for `{claim.id}`, and that story is gone"
            hint = f"remove the test, or write what it is for; the story went on {gone.day}"
            yield Finding(claim.span, message, hint)


def _how(story: Item) -> str:
    ids = [f"`{local_id(part, story)}`" for _, _, part in story.parts() if part.id]
    shown = [*ids[:_MOST], *(["others"] if len(ids) > _MOST else [])]
    return f"`{story.id}` has {' and '.join(shown)}" if ids else f"`{story.id}` has no criteria"
