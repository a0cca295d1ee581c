"""Settings that are not what they were: a rule that is switched off is a change as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One setting of pmdocs; `old` or `new` is empty where it was not written."""

    name: str
    old: str
    new: str


def settings(old: Project, new: Project) -> tuple[SettingChange, ...]:
    """The settings that differ, in the order of their names."""
    before, after = _all(old), _all(new)
    return tuple(
        SettingChange(name, before.get(name, ""), after.get(name, ""))
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    )


def _all(project: Project) -> dict[str, str]:
    settings = project.settings
    values = settings.plugin.model_dump(mode="json", exclude_unset=True)
    return {**dict(_flat(values, "")), "docs_dir": settings.docs_dir}


def _flat(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            # The weight of a rule is what people write beside its name.
            yield from _flat(one, name if key == "severity" else f"{name}.{key}".lstrip("."))
    elif isinstance(value, list):
        yield name, ", ".join(str(one) for one in value)
    else:
        yield name, str(value)
