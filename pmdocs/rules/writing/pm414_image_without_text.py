"""An image has no words for people who cannot see it.

Whoever has the page read to them hears nothing, or the name of a file. Search
engines and models that read the site know no more. When the image does not load,
the words stand in its place.

Write in the brackets what the image says, as you would on the telephone: `![The
timeline: the beta moves to March](timeline.png)`. An image that is only there to
please the eye may be written in HTML, with an empty `alt`: `<img src="…" alt="">`.

## Bad
    ```markdown
    # Notes of Monday

    ![](timeline.png)
    ```
## Good
    ```markdown
    # Notes of Monday

    ![The timeline: the beta moves to March](timeline.png)
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.prose import proses

_IMAGE = re.compile(r"(?<!\\)!\[(?P<alt>[^\[\]\n]*)\][(\[]|<img\b(?P<tag>[^<>]*)>", re.IGNORECASE)
_ALT = re.compile(
    r"\balt\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+))", re.IGNORECASE
)
_SAYS_NOTHING = re.compile(
    r"(?:alt(?:ernative)? text|images?|img|pictures?|photo|screen ?shots?|diagram|figure|untitled)?"
    r"[ _-]*\d*|\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)|(?:img|dsc|screenshot)[_-][\w.-]+",
    re.IGNORECASE,
)


@rule("PM414", "image-without-text", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the images whose alternative text is missing, or says nothing."""
    for prose in proses(project, "![", "<img", "<IMG"):
        for match in _IMAGE.finditer(prose.shown):
            alt = match["alt"] if match["tag"] is None else _alt(match["tag"])
            # In HTML an empty text says that the image is decoration.
            if alt is None or (_SAYS_NOTHING.fullmatch(alt.strip()) and (alt or not match["tag"])):
                said = f"says only `{alt.strip()}`" if alt and alt.strip() else "has no words"
                message = f"this image {said} for people who cannot see it"
                span = prose.span(*match.span())
                yield Finding(span, message, "write what it shows: `![…](…)`", item=prose.item)


def _alt(tag: str) -> str | None:
    match = _ALT.search(tag)
    return (match["a"] or match["b"] or match["c"] or "") if match else None
