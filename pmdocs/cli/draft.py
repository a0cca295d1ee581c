"""The first text of a new item: valid, with a TODO wherever words are missing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    import datetime as dt

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item

_TODO = "TODO"
_HELPFUL = {"story": ("so_that", "criteria"), "prd": ("goals", "requirements", "out_of_scope")}
_TITLES = {"criteria": "Acceptance criteria"}
_EXAMPLES: dict[Any, Any] = {
    Money: "1 EUR",
    Effort: "1d",
    Percent: 50,
    bool: False,
    int: 1,
    float: 1,
}


def as_yaml(kind: type[Item], id: str, title: str, today: dt.date) -> str:
    """The item as a YAML file."""
    values = _values(kind, today)
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    for key, value in values.items():
        if key != "status" and _TODO not in str(value):
            # Nobody should take what stands in for a value for the value itself.
            text = re.sub(rf"^({key}: .*)$", rf"\1  # {_TODO}", text, flags=re.MULTILINE)
    return f"id: {id}\ntitle: {_quoted(title)}\n{text}"


def as_markdown(kind: type[Item], id: str, title: str, today: dt.date) -> str:
    """The item as a Markdown page: texts as sections, the rest as front matter."""
    values, fields = _values(kind, today), fields_of(kind)
    front = {k: v for k, v in values.items() if not (fields[k].rich or _is_list_of_words(v))}
    text = yaml.safe_dump(front, sort_keys=False, allow_unicode=True) if front else ""
    sections = "".join(
        f"\n## {_TITLES.get(key, fields[key].label)}\n\n{_section(value)}\n"
        for key, value in values.items()
        if key not in front
    )
    return f"---\nid: {id}\ntitle: {_quoted(title)}\n{text}---\n\n# {title}\n{sections}"


def _is_list_of_words(value: Any) -> bool:
    """Whether these are parts with nothing but an id and a text, as a list can say them."""
    return isinstance(value, list) and all(
        isinstance(one, dict) and one.keys() == {"id", "text"} for one in value
    )


def _section(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    return "\n".join(
        f"- **{v['id']}** {v['text']}" if isinstance(v, dict) else f"- {v}" for v in value
    )


def _values(model: type[BaseModel], today: dt.date) -> dict[str, Any]:
    wanted = _HELPFUL.get(getattr(model, "kind", ""), ())
    values: dict[str, Any] = {}
    for key, field in fields_of(model).items():
        if key == "status" and field.choices:
            values[key] = field.choices[0]
        elif key not in {"id", "title"} and (field.required or key in wanted):
            values[key] = _value(field, today)
    return values


def _value(field: Field, today: dt.date) -> Any:
    if field.part:
        inner = _values(field.part, today)
        one: Any = {"id": f"{field.part.prefixes[0]}-1", **inner}
        if len(one) == 1:
            one["text"] = _TODO
        one |= {"title": _TODO} if "title" in fields_of(field.part) else {}
    elif field.record:
        one = _values(field.record, today)
    elif field.choices:
        one = field.choices[0]
    elif field.core is Date:
        one = f"{today:%Y}"
    else:
        one = _EXAMPLES.get(field.core, _TODO)
    return [one] if field.many else one


def _quoted(title: str) -> str:
    # JSON's strings are YAML's double-quoted ones.
    plain = (
        title[0].isalpha() and not any(sign in title for sign in ":#\"'\\") and title.isprintable()
    )
    words = {"true", "false", "null"}
    return title if plain and title.lower() not in words else json.dumps(title, ensure_ascii=False)
