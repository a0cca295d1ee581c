"""Two letters in a circle, in place of a face."""

from __future__ import annotations

_MOST = 2
_SMALL_WORDS = {"the", "a", "an", "who", "of", "and", "in", "at", "for", "with", "that"}


def of_person(name: str) -> str:
    """The letters of the first and the last name: `HO` for `harbour office`."""
    words = _words(name.replace("-", " "))
    return _letters(words if len(words) <= _MOST else [words[0], words[-1]])


def of_persona(title: str) -> str:
    """The letters of the first two words that matter: `NS` for `The night sailor`."""
    words = _words(title)
    return _letters([word for word in words if word.lower() not in _SMALL_WORDS] or words)


def _words(text: str) -> list[str]:
    return [word for word in text.split() if word[0].isalnum()]


def _letters(words: list[str]) -> str:
    return "".join(word[0] for word in words[:_MOST]).upper()
