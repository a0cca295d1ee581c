"""XML of a stranger, read piece by piece: no document type, no entities, nothing without end."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol
from xml.parsers import expat

from pmdocs.evidence.reading import LARGEST_STREAM, Refused, too_large
from pmdocs.text import Position

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1 << 16
_DEEPEST = 64
# A tag, a comment or a value that does not end would have to be kept as a whole.
_LONGEST_PIECE = 1_000_000


class Listener(Protocol):
    """Somebody who is told of the elements of a file, in their order."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Some of the text of an element, not always all of it at once."""


def read_xml(stream: IO[bytes], listen: Callable[[Callable[[], Position]], Listener]) -> None:
    """Tell a listener of all elements in a stream of XML.

    `listen` makes the listener; it gets a function that says where the reader is.
    `Refused` when this is no XML, or tries to exhaust the memory or the time.
    """
    _Stream(listen).read(stream)


class _Stream:
    """expat, with the limits that it does not have itself."""

    def __init__(self, listen: Callable[[Callable[[], Position]], Listener]) -> None:
        self._parser = parser = expat.ParserCreate()
        self._told = listener = listen(self._here)
        self._depth = 0
        self._silent = 0
        self._end = listener.end
        self._begin = listener.start
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._finish
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._heard
        parser.ProcessingInstructionHandler = self._heard
        parser.StartDoctypeDeclHandler = self._doctype

    def read(self, stream: IO[bytes]) -> None:
        """Read to the end."""
        size = 0
        try:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST_STREAM:
                    raise too_large(LARGEST_STREAM)
                self._silent += len(chunk)
                self._parser.Parse(chunk, False)  # noqa: FBT003 - it has no name there
                if self._silent > _LONGEST_PIECE:
                    raise self._hostile("a tag or a comment has no end within a million bytes")
            self._parser.Parse(b"", True)  # noqa: FBT003 - as above
        except expat.ExpatError as error:
            raise _broken(error) from None
        except (LookupError, ValueError):
            # Python looks up what `encoding=` names, or cannot read it piece by piece.
            text, hint = "this is not XML: unknown encoding", "write the file in UTF-8"
            raise Refused("PM850", text, hint, self._here()) from None

    def _here(self) -> Position:
        return Position(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._silent = 0
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._hostile(f"elements stand in each other more than {_DEEPEST} levels deep")
        self._begin(name, attributes)

    def _finish(self, name: str) -> None:
        self._silent = 0
        self._depth -= 1
        self._end(name)

    def _text(self, text: str) -> None:
        self._silent = 0
        self._told.text(text)

    def _heard(self, *_: str) -> None:
        self._silent = 0

    def _doctype(self, *_: object) -> None:
        raise self._hostile("the file declares a document type, which results of tests do not have")

    def _hostile(self, message: str) -> Refused:
        return Refused("PM852", message, "make the file anew with your test runner", self._here())


def _broken(error: expat.ExpatError) -> Refused:
    at = Position(max(error.lineno, 1), error.offset + 1)
    reason = expat.ErrorString(error.code) or "something is wrong"
    hint = "make the file anew: the run of the tests may have been stopped"
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]:
        hint = "make the file anew, without colours and other control characters (`NO_COLOR=1`)"
    return Refused("PM850", f"this is not XML: {reason}", hint, at)
