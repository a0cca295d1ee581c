"""What the parser has read, as scenarios with places in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pmdocs.source.gherkin_outline import Name, read_outline
from pmdocs.source.gherkin_scenario import Level, Scenario, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gherkin.parser_types import Feature, Rule, TableRow
    from gherkin.parser_types import Scenario as ParsedScenario
    from gherkin.parser_types import Step as ParsedStep

    from pmdocs.source.gherkin_parse import Read
    from pmdocs.source.gherkin_text import Row
    from pmdocs.text import Source

_KEYWORDS = {"Context": "given", "Action": "when", "Outcome": "then"}
_FIRST = "and"
_Around = tuple["Level", ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines that were read, found by the numbers that the parser has for them."""

    source: Source
    rows: Sequence[Row]
    added: int
    head: str

    def row(self, line: int) -> Row | None:
        """The line with this number, None for one that is not in the file."""
        number = line - self.added - 1
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def text(self, line: int) -> str:
        """A line without the blanks around it."""
        row = self.row(line)
        return row.text.strip() if row else ""


def scenarios_in(source: Source, read: Read, rows: Sequence[Row]) -> Iterator[Scenario]:
    """The scenarios of what was read, those of rules too, in their order."""
    feature = read.document.get("feature")
    if feature is None:
        return
    language = feature["language"]
    head = "" if language == "en" else f"# language: {language}"
    lines = _Lines(source, rows, read.added, head)
    around = (level,) if (level := level_of(feature, lines)) else ()
    yield from _children(feature, lines, around, ())


def parsed_scenarios(read: Read) -> Iterator[ParsedScenario]:
    """The scenarios as the parser has them."""
    feature = read.document.get("feature")
    for child in cast("list[dict[str, Any]]", feature["children"] if feature else []):
        inner = child["rule"]["children"] if "rule" in child else [child]
        yield from (one["scenario"] for one in inner if "scenario" in one)


def feature_level(source: Source, read: Read, rows: Sequence[Row]) -> Level | None:
    """The feature of a file as a heading, None where there is none."""
    feature = read.document.get("feature")
    return level_of(feature, _Lines(source, rows, read.added, "")) if feature else None


def level_of(owner: Feature | Rule | ParsedScenario, lines: _Lines) -> Level | None:
    """A heading with its tags; None for one that is not in the file."""
    row = lines.row(owner["location"]["line"])
    if row is None:
        return None
    name = owner["name"]
    # The name is the last thing on its line.
    title = Name(name, *row.place(len(row.text.rstrip()) - len(name), len(name)))
    tags = []
    for tag in owner["tags"]:
        written, at = lines.row(tag["location"]["line"]), tag["location"].get("column", 1)
        bare = tag["name"].removeprefix("@")
        if written is not None:
            # Columns count from 1, and the first one is that of the `@`.
            tags.append(Name(bare, *written.place(at, len(bare))))
    return Level(tuple(tags), title)


def _children(
    owner: Feature | Rule, lines: _Lines, around: _Around, before: tuple[ParsedStep, ...]
) -> Iterator[Scenario]:
    for child in cast("list[dict[str, Any]]", owner["children"]):
        if "background" in child:
            before = (*before, *child["background"]["steps"])
        elif "scenario" in child:
            yield _scenario(child["scenario"], lines, around, before)
        else:
            level = level_of(child["rule"], lines)
            inner = (level, *around) if level else around
            yield from _children(child["rule"], lines, inner, before)


def _scenario(
    parsed: ParsedScenario, lines: _Lines, around: _Around, before: tuple[ParsedStep, ...]
) -> Scenario:
    row = lines.row(parsed["location"]["line"]) or lines.rows[0]
    start, end = row.place(len(row.text) - len(row.text.lstrip()), len(row.text.strip()))
    background = tuple(_steps(before, lines, _FIRST))
    keyword = background[-1].keyword if background else _FIRST
    level = level_of(parsed, lines)
    given = "\n".join(line for line in (lines.head, *_written(before, lines)) if line)
    own = "\n".join([*_written(parsed["steps"], lines), *_examples(parsed, lines)])
    last = lines.row(_last_line(parsed))
    return Scenario(
        lines.source,
        (level, *around) if level else around,
        tuple(_steps(parsed["steps"], lines, keyword)),
        start,
        end,
        last.end if last else end,
        background,
        read_outline(parsed, lines.rows, lines.added),
        "\n".join(filter(None, (given, own))),
        len(given),
    )


def _steps(parsed: Iterable[ParsedStep], lines: _Lines, keyword: str) -> Iterator[Step]:
    for step in parsed:
        row = lines.row(step["location"]["line"])
        if row is None:
            continue
        word, text = step["keyword"], step["text"]
        keyword = _KEYWORDS.get(step["keywordType"], keyword)
        column = row.text.find(text, row.text.find(word) + len(word))
        start, end = row.place(column, len(text))
        yield Step(keyword, word.strip(), text, start, end)


def _written(parsed: Iterable[ParsedStep], lines: _Lines) -> Iterator[str]:
    """The lines of steps with what stands below them, without comments and empty lines."""
    for step in parsed:
        if lines.row(step["location"]["line"]) is None:
            continue
        yield f"{step['keyword'].strip()} {step['text']}".rstrip()
        if "docString" in step:
            text = step["docString"]
            yield f"  {text['delimiter']}{text.get('mediaType', '')}"
            yield from (f"  {line}".rstrip() for line in text["content"].split("\n"))
            yield f"  {text['delimiter']}"
        if "dataTable" in step:
            yield from _table(step["dataTable"]["rows"], lines)


def _examples(parsed: ParsedScenario, lines: _Lines) -> Iterator[str]:
    for examples in parsed["examples"]:
        yield f"{examples['keyword']}: {examples['name']}".rstrip()
        header = examples.get("tableHeader")
        yield from _table([*([header] if header else []), *examples["tableBody"]], lines)


def _table(rows: Iterable[TableRow], lines: _Lines) -> Iterator[str]:
    return (f"  {lines.text(row['location']['line'])}" for row in rows)


def _last_line(parsed: ParsedScenario) -> int:
    """The number of the last line that belongs to a scenario."""
    numbers = [parsed["location"]["line"]]
    for step in parsed["steps"]:
        numbers.append(step["location"]["line"])
        if "docString" in step:
            text = step["docString"]
            numbers.append(text["location"]["line"] + text["content"].count("\n") + 2)
        if "dataTable" in step:
            numbers.append(step["dataTable"]["rows"][-1]["location"]["line"])
    for examples in parsed["examples"]:
        header = examples.get("tableHeader")
        rows = [*([header] if header else []), *examples["tableBody"]]
        numbers += [row["location"]["line"] for row in rows]
    return max(numbers)
