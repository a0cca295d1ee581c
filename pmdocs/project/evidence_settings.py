"""What the settings say about the results of tests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from pmdocs.model.item import Record
from pmdocs.model.values import Flag, read_whole
from pmdocs.model.wrong import said, wrong
from pmdocs.project.demand import HINT, read_demand
from pmdocs.project.rule_settings import Lines

Days = Annotated[int, Field(ge=1), BeforeValidator(read_whole)]


def _read_share(value: object) -> str:
    text = f"{value}".strip() if isinstance(value, str | int | float) else ""
    if read_demand(text) is None:
        raise wrong("text", f"{said(value)} is not a share that can be required", HINT)
    return text


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


Share = Annotated[str, BeforeValidator(_read_share)]


class EvidenceSettings(Record):
    """Where the results of your tests are, and what they are good for.

    A list alone is `files`.
    """

    files: Lines = ()
    """The files that test runners write, below the folder of mkdocs.yml: `reports/**/*.xml`."""
    previous: Lines = ()
    """Results of an earlier run, to tell what fails that passed before."""
    manual_days: Days = 180
    """For how many days it counts that a person has shown a criterion to hold."""
    tests_need_criteria: Flag = False
    """Whether each test has to name a criterion."""
    require: Annotated[tuple[Share, ...], BeforeValidator(_listed)] = ()
    """How much has to be proven: `90%`, or `90% of release:REL-1`."""

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {"files": value} if isinstance(value, str | list | tuple) else value
