"""The overview on a desktop, a phone and paper, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from pmdocs.views.overview import View
from tests.browser import open_page
from tests.test_views_overview import full, written

__all__ = ["full", "open_page"]


def lefts(page: Page) -> int:
    """In how many columns the panels stand."""
    script = (
        "[...document.querySelectorAll('.pm-panel')].map((p) => p.getBoundingClientRect().left)"
    )
    return len(set(page.evaluate(script)))


@pytest.mark.parametrize("width", [320, 375, 700])
def test_a_phone_shows_one_column_and_never_scrolls_sideways(
    open_page: Callable[..., Page], full: View, width: int
) -> None:
    page = open_page(written(full), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert lefts(page) == 1


def test_a_desktop_shows_two_columns(open_page: Callable[..., Page], full: View) -> None:
    assert lefts(open_page(written(full))) == 2


@pytest.mark.verifies("US-66.AC-5")
def test_it_is_printed_on_two_pages_at_most(open_page: Callable[..., Page], full: View) -> None:
    page = open_page(written(full))
    assert 1 <= page.pdf(format="A4").count(b"/Type /Page\n") <= 2
