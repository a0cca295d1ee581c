"""Two states of one project, of which most is the same: that is read once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pmdocs.project.features import ENDING, stories_in
from pmdocs.project.reader import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pmdocs.model.item import Item
    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project
    from pmdocs.text import Source

T = TypeVar("T")


def like(settings: Settings, other: Settings) -> Settings:
    """The settings with the kinds of the other, where both say the same about kinds."""
    return replace(settings, kinds=other.kinds) if _same_kinds(settings, other) else settings


def build_like(twin: Project, sources: Iterable[Source], settings: Settings) -> Project:
    """What `build` makes of these texts, with the items of the twin where its texts are the same.

    An item of a file that did not change is the very same object in both. Nothing
    is shared where an id is used twice, since what counts then depends on the order.
    """
    by_path = {source.path: source for source in sources}
    same = {path for path, source in by_path.items() if twin.sources.get(path) == source}
    same -= _around_features(twin, by_path)
    fresh = build((s for path, s in by_path.items() if path not in same), settings, twin.today)
    kept = _below(twin, same)
    # The kinds of pmdocs are the same objects in all settings, and so are shared ones.
    alone = settings.kinds is twin.settings.kinds and not settings.unclear
    if not alone or twin.settings.unclear or _clash(fresh, kept) or _twice(twin):
        return build(by_path.values(), settings, twin.today)
    return _together(by_path, fresh, kept)


def _around_features(twin: Project, sources: Mapping[str, Source]) -> set[str]:
    """The files with features, and those of stories that changed features speak of.

    Features are read anew each time: they belong to stories in other files.
    """
    now = {path: source for path, source in sources.items() if path.endswith(ENDING)}
    then = {path: source for path, source in twin.sources.items() if path.endswith(ENDING)}
    changed = [path for path in {*now, *then} if now.get(path) != then.get(path)]
    texts = [one for path in changed for one in (now.get(path), then.get(path)) if one]
    ids = {id for source in texts for id in stories_in(source, twin.settings)}
    touched = {item.path for item in twin.items.values() if not ids.isdisjoint(_names(item))}
    return {*now, *touched}


def _names(item: Item) -> tuple[str, ...]:
    return (item.id, *item.aliases)


def _same_kinds(one: Settings, other: Settings) -> bool:
    ours, theirs = one.plugin, other.plugin
    return (ours.kinds, ours.fields, ours.statuses) == (
        theirs.kinds,
        theirs.fields,
        theirs.statuses,
    )


def _below(twin: Project, paths: set[str]) -> Project:
    """What of the twin was read from some files."""
    return replace(
        twin,
        items={id: item for id, item in twin.items.items() if item.path in paths},
        unread={id: one for id, one in twin.unread.items() if one.node.source.path in paths},
        problems=tuple(p for p in twin.problems if _stays(p.span.path, p.item, twin, paths)),
        mentions=tuple(m for m in twin.mentions if _stays(m.span.path, m.source, twin, paths)),
        pages={path: page for path, page in twin.pages.items() if path in paths},
        blocks={path: found for path, found in twin.blocks.items() if path in paths},
    )


def _stays(path: str, item: str | None, twin: Project, paths: set[str]) -> bool:
    """Whether something was read from these files, or from a feature for an item in them."""
    owner = twin.items.get(item or "") if path.endswith(ENDING) else None
    return path in paths or (owner is not None and owner.path in paths)


def _clash(one: Project, other: Project) -> bool:
    return not {*one.items, *one.unread}.isdisjoint({*other.items, *other.unread})


def _twice(project: Project) -> bool:
    """Whether an id is used twice, as far as anybody can tell while some files are unread."""
    taken = any(problem.code == "PM202" for problem in project.problems)
    return taken or bool(project.again or project.unread)


def _together(sources: Mapping[str, Source], fresh: Project, kept: Project) -> Project:
    """One project of two that share no id, in the order of the files."""
    place = {path: number for number, path in enumerate(sources)}

    def listed(name: str, path: Callable[[T], str]) -> tuple[T, ...]:
        both: list[T] = [*getattr(fresh, name), *getattr(kept, name)]
        return tuple(sorted(both, key=lambda one: place[path(one)]))

    def named(name: str, path: Callable[[str, T], str]) -> dict[str, T]:
        both: dict[str, T] = {**getattr(fresh, name), **getattr(kept, name)}
        return dict(sorted(both.items(), key=lambda pair: place[path(*pair)]))

    return replace(
        fresh,
        sources=sources,
        items=named("items", lambda _, item: item.path),
        unread=named("unread", lambda _, one: one.node.source.path),
        problems=listed("problems", lambda problem: problem.span.path),
        mentions=listed("mentions", lambda mention: mention.span.path),
        pages=named("pages", lambda path, _: path),
        blocks=named("blocks", lambda path, _: path),
    )
