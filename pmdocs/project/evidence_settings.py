"""What the settings say about the results of tests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from pmdocs.model.item import Record
from pmdocs.model.values import Flag, read_whole
from pmdocs.project.rule_settings import Lines

Days = Annotated[int, Field(ge=1), BeforeValidator(read_whole)]


class EvidenceSettings(Record):
    """Where the results of your tests are, and what they are good for.

    A list alone is `files`.
    """

    files: Lines = ()
    """The files that test runners write, below the folder of mkdocs.yml: `reports/**/*.xml`."""
    manual_days: Days = 180
    """For how many days it counts that a person has shown a criterion to hold."""
    tests_need_criteria: Flag = False
    """Whether each test has to name a criterion."""

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {"files": value} if isinstance(value, str | list | tuple) else value
