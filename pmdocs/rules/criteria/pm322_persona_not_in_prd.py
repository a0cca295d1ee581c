"""A story is for a persona for whom its PRD is not.

The PRD lists whom it serves, and this persona is not among them. Either the story
serves somebody whom nobody had in mind, and belongs to another PRD; or the PRD
does not know how many people it is for.

Add the persona to the PRD, or give the story to the right one. A PRD without
`personas` is left alone, and so is a story whose `as_a` is in words.

## Bad
    ```yaml
    - {id: PER-1, title: Ana, role: manager, goals: [agree], pains: [mails]}
    - {id: PER-2, title: Bo, role: tester, goals: [sleep], pains: [late news]}
    - {id: PRD-1, title: Share a roadmap, problem: customers ask by mail, personas: [PER-1]}
    - {id: US-1, title: Share, as_a: PER-2, i_want: a link, so_that: I need not ask, prd: PRD-1}
    ```
## Good
    ```yaml
    - {id: PER-1, title: Ana, role: manager, goals: [agree], pains: [mails]}
    - {id: PER-2, title: Bo, role: tester, goals: [sleep], pains: [late news]}
    - {id: PRD-1, title: Share a roadmap, problem: customers ask by mail, personas: [PER-1, PER-2]}
    - {id: US-1, title: Share, as_a: PER-2, i_want: a link, so_that: I need not ask, prd: PRD-1}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.persona import Persona
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM322", "persona-not-in-prd", Severity.INFO, reads=("status", "as_a", "persona", "prd"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find the stories whose persona is not one of their PRD's."""
    prd = project.items.get(project.present(story.prd or "").partition(".")[0])
    if not isinstance(prd, Prd) or not prd.personas or not prd.knows(("personas",)):
        return
    served = {project.present(id) for id in prd.personas}
    field = "persona" if story.persona else "as_a"
    persona = project.find(story.persona or story.as_a)
    if isinstance(persona, Persona) and persona.id not in served and not story.state.closed:
        message = f"`{prd.id}` is not for `{persona.id}`, and `{story.id}` is"
        hint = f"add `{persona.id}` to the personas of `{prd.id}`, or choose another PRD"
        note = Note(prd.key("personas"), "the personas that it is for")
        yield Finding(story.at(field), message, hint, (note,))
