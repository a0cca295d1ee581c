"""A status goes a way that the settings do not allow.

A team that says that a draft is read before it is built wants to hear when one was not.

Which ways there are stands in the setting `transitions`, by kind and by the status
that an item leaves; a status without an entry may be left for any other. `new` names
those that a new item may begin with. The status of before is that of the last commit,
or with `pmdocs check --since REV` that of the commit where the branch left REV: what
happened in between is no matter.

## Bad
    ```sh
    cat > mkdocs.yml <<END
    site_name: x
    docs_dir: content
    plugins:
      - pmdocs:
          transitions: {story: {draft: [ready, dropped]}}
    END
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: $1, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: the link opens}]}"
    }
    write draft > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Think of links"
    write done > roadmap/stories.yaml
    ```
## Good
    ```sh
    cat > mkdocs.yml <<END
    site_name: x
    docs_dir: content
    plugins:
      - pmdocs:
          transitions: {story: {draft: [ready, dropped]}}
    END
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: $1, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: AC-1, text: the link opens}]}"
    }
    write draft > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Think of links"
    write ready > roadmap/stories.yaml
    ```
"""

from collections.abc import Iterator, Mapping

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.past import Past
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.project.transitions import NEW, transitions_of, way
from pmdocs.rules.rule import rule


@rule("PM702", "forbidden-transition", Severity.ERROR, reads=("status",))
def check(item: Item, project: Project, past: Past) -> Iterator[Finding]:
    """Find the statuses that were not to follow on those before."""
    allowed = transitions_of(type(item), project.settings)
    if not allowed or not item.status or not past.may_differ(item):
        return
    old = _status_before(item, project, past)
    if old != item.status and item.status not in allowed.get(old, (item.status,)):
        yield _finding(item, old, allowed)


def _status_before(item: Item, project: Project, past: Past) -> str:
    """The status that an item had, in the words that items have today; `new` without any."""
    before = past.before(item)
    if before is None:
        return NEW
    own = project.settings.plugin.statuses.get(item.kind, {})
    written = before.values.get("status") or type(item).model_fields["status"].default
    return own.get(str(written), str(written))


def _finding(item: Item, old: str, allowed: Mapping[str, tuple[str, ...]]) -> Finding:
    if old == NEW:
        message = f"`{item.id}` is new, and begins as `{item.status}`"
        hint = f"begin with {_either(allowed[NEW])}"
    else:
        message = f"`{item.id}` goes from `{old}` to `{item.status}`"
        steps = way(allowed, old, item.status)
        words = ", then ".join(f"`{step}`" for step in steps)
        hint = f"first {words}" if steps else f"from `{old}` it may go to {_either(allowed[old])}"
    return Finding(item.at("status"), message, hint)


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(f"`{word}`" for word in words) or "no other"
