"""Nothing is made for a persona.

A persona was drawn to be built for. If no story, PRD or vision names it, either
it is nobody's customer, or those who write stories have forgotten it.

Name it where something is for it: in `as_a` or `persona` of stories, `personas`
of PRDs, visions and launches. Its title or role in `as_a` counts, too. Give up
one that nobody needs: `status: retired`. Products without stories and PRDs are
not asked.

## Bad
    ```yaml
    - {id: PER-1, title: Maria, role: skipper, goals: [come home], pains: [fog]}
    - {id: PER-2, title: Piet, role: keeper, goals: [sleep], pains: [alarms]}
    - {id: US-1, title: Blink, as_a: PER-1, i_want: a light that blinks, so_that: I know it}
    ```
## Good
    ```yaml
    - {id: PER-1, title: Maria, role: skipper, goals: [come home], pains: [fog]}
    - {id: US-1, title: Blink, as_a: PER-1, i_want: a light that blinks, so_that: I know it}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.persona import Persona
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import is_astray, named
from pmdocs.rules.rule import rule


@rule("PM213", "unused-persona", Severity.INFO)
def check(project: Project) -> Iterator[Finding]:
    """Find the personas that nothing refers to, in a product with stories or PRDs."""
    unused = [p for p in project.of(Persona) if not project.graph.into(p.id)]
    asked = any(project.of(Story)) or any(project.of(Prd))
    if not unused or not asked or any(is_astray(project, f) for f in ("personas", "persona")):
        return
    heard = named(project)
    roles = {story.as_a.casefold() for story in project.of(Story)}
    for persona in unused:
        called = {persona.title.casefold(), persona.role.casefold()} & roles
        known = persona.id in heard or persona.id in project.mentioned_in
        if not (called or known or persona.partial or persona.status == "retired"):
            message = f"nothing is made for `{persona.id}`"
            hint = "name it in `as_a` of a story, or set `status: retired`"
            yield Finding(persona.span, message, hint, item=persona.id)
