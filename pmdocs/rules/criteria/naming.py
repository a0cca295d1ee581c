"""What a criterion is called in a message."""

from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story


def called(story: Story, index: int) -> str:
    """The full id of a criterion, or which one it is where it has none."""
    part = story.criteria[index]
    if part.id:
        return f"`{story.id}.{local_id(part, story)}`"
    return f"criterion {index + 1} of `{story.id}`"
