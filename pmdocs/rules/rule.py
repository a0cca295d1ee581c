"""What a rule is."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from pmdocs.analysis.proof.book import Proofs
from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.past import Past
from pmdocs.model.item import Item, Record

if TYPE_CHECKING:
    from pmdocs.project.project import Project
    from pmdocs.rules.judge import Judge

Check: TypeAlias = Callable[..., Iterator[Finding]]
_NONE = " | None"
_EXAMPLE = re.compile(r"^## (Bad|Good)\n+((?:(?!^## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^ *```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule's page shows, or shell commands that make one.

    `language` is `yaml`, `markdown` or `sh`; `path` is where the file stands.
    """

    language: str
    path: str
    text: str


class Options(Record):
    """What a rule may be told in the settings; each has a usual value."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with the code and the name that people use for it.

    `subject` is what the check is called for: a kind of item, or the project.
    It is `None` for a rule that reading itself enforces. `reads` names the
    fields of an item that it looks at, so that it can still judge an item that
    has a mistake elsewhere; `None` stands for all. `options` is what it can be
    told in the settings. A `pedantic` rule is off, unless the settings name it or
    are strict. One `on_demand` is only looked for where somebody asks for it; what a
    rule `asks` for is what git or tests know, and it says nothing where that is missing.
    `about` and `group` are the page and the topic of a rule that does not come with
    pmdocs; others have them from their file.
    """

    code: str
    name: str
    severity: Severity
    module: str
    check: Check | None = None
    subject: type | None = None
    reads: frozenset[str] | None = None
    options: type[Options] = Options
    pedantic: bool = False
    on_demand: bool = False
    about: str = ""
    group: str = ""
    asks: tuple[type, ...] = ()
    optional: frozenset[type] = frozenset()

    @property
    def page(self) -> str:
        """What the rule is for, with examples: the docstring of its file."""
        return self.about or inspect.cleandoc(sys.modules[self.module].__doc__ or "")

    @property
    def looks_back(self) -> bool:
        """Whether it asks what git knows."""
        return Past in self.asks

    @property
    def summary(self) -> str:
        """The first sentence of its page."""
        return self.page.partition("\n\n")[0].replace("\n", " ")

    @property
    def topic(self) -> str:
        """The folder that it stands in."""
        return self.group or self.module.split(".")[-2]

    @property
    def is_about_all(self) -> bool:
        """Whether it is called once for the project, and not for each item."""
        return self.subject is not None and not issubclass(self.subject, Item)

    def examples(self, which: str) -> list[Example]:
        """The examples under `## Bad` or `## Good`."""
        bodies = (m[2] for m in _EXAMPLE.finditer(self.page + "\n") if m[1] == which)
        return [_example(*m.groups()) for body in bodies for m in _BLOCK.finditer(body)]

    def run(self, project: Project, judge: Judge, *given: object) -> Iterator[Finding]:
        """Run the check on everything that it is for, except half-read items.

        `given` is what there is to ask: what git knows, what is proven, or `None` for either.
        """
        known = {type(one): one for one in given}
        if self.check is None or self.subject is None or not self._may_ask(known):
            return
        asked = [known.get(one) for one in self.asks]
        if issubclass(self.subject, Item):
            for item in project.of(self.subject):
                if item.knows(self.reads) and judge.is_on(self, item):
                    for finding in self.check(item, project, *asked, *self._told(judge, item)):
                        yield replace(finding, code=self.code, item=finding.item or item.id)
        else:
            for finding in self.check(project, *asked, *self._told(judge, None)):
                yield replace(finding, code=self.code)

    def _may_ask(self, known: Collection[type]) -> bool:
        return all(one in known or one in self.optional for one in self.asks)

    def _told(self, judge: Judge, item: Item | None) -> tuple[Options, ...]:
        return () if self.options is Options else (judge.options(self, item),)


def rule(
    code: str,
    name: str,
    severity: Severity = Severity.ERROR,
    reads: tuple[str, ...] | None = None,
    *,
    pedantic: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a check.

    The annotation of the check's first parameter says what it is called for:
    a kind of item (`Item` for all), or the project. A parameter after the project
    whose annotation is `Past` gets what git knows, one with `Proofs` what is proven; with
    `| None` behind it the check is called also where there is nothing to ask. A
    last parameter whose annotation is a class of `Options` gets what the settings say.
    """

    def wrap(check: Check) -> Rule:
        parameters = inspect.signature(check).parameters.values()
        classes = [_class_of(parameter, check) for parameter in parameters]
        optional = (_class_of(one, check) for one in parameters if _may_be_none(one))
        asks = tuple(one for one in classes if one in {Past, Proofs})
        made = Rule(code, name, severity, check.__module__, check, classes[0])
        return replace(
            made,
            reads=None if reads is None else frozenset(reads),
            options=classes[-1] if issubclass(classes[-1], Options) else Options,
            pedantic=pedantic,
            on_demand=bool(asks),
            asks=asks,
            optional=frozenset(optional),
        )

    return wrap


def raised_while_reading(
    code: str,
    name: str,
    severity: Severity = Severity.ERROR,
    *,
    pedantic: bool = False,
    on_demand: bool = False,
) -> Rule:
    """Name and document what reading itself finds, for the file that calls this."""
    frame = sys._getframe(1)  # noqa: SLF001 - the file of a rule is its page
    module = frame.f_globals["__name__"]
    return Rule(code, name, severity, module, pedantic=pedantic, on_demand=on_demand)


def _may_be_none(parameter: inspect.Parameter) -> bool:
    annotation = parameter.annotation
    if isinstance(annotation, str):
        return annotation.endswith(_NONE)
    return NoneType in get_args(annotation)


def _class_of(parameter: inspect.Parameter, check: Check) -> type:
    annotation: Any = parameter.annotation
    if _may_be_none(parameter):
        is_text = isinstance(annotation, str)
        annotation = annotation.removesuffix(_NONE) if is_text else get_args(annotation)[0]
    if isinstance(annotation, str):
        first, *rest = annotation.split(".")
        if first not in check.__globals__:
            words = f"`{first}` is known to type checkers only: import it outside of TYPE_CHECKING"
            raise TypeError(words)
        annotation = reduce(getattr, rest, check.__globals__[first])
    return annotation if isinstance(annotation, type) else object


def _example(language: str, path: str | None, text: str) -> Example:
    default = "content/page.md" if language == "markdown" else "roadmap/example.yaml"
    return Example(language, path or default, inspect.cleandoc("\n" + text) + "\n")
