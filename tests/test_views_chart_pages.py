"""Charts in a real browser: nothing lies over anything else, all can be read, at any width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests import test_views_script
from tests.charts import page_of_all
from tests.test_site_links import CONTRAST

open_page = test_views_script.open_page
Open = Callable[..., Page]

# The boxes of all words that are on the screen, and of those that lie over each other.
CLASHES = """
() => {
  const found = [];
  for (const chart of document.querySelectorAll("figure.pm-chart")) {
    const walker = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.textContent.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(".pm-sr")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width) boxes.push([box, node.textContent.trim()]);
    }
    for (const [n, [a, x]] of boxes.entries())
      for (const [b, y] of boxes.slice(n + 1))
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
          found.push(`${chart.className}: ${x} / ${y}`);
  }
  return found;
}
"""
SMALL = """
() => [...document.querySelectorAll("figure.pm-chart *")]
  .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
  .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 11)
  .map((e) => e.tagName + e.textContent)
"""


@pytest.mark.verifies("US-77.AC-2")
@pytest.mark.parametrize("width", [320, 375, 520, 700, 1280])
def test_no_words_lie_over_each_other_at_any_width(open_page: Open, width: int) -> None:
    page = open_page(page_of_all(), width=width)
    assert page.evaluate(CLASHES) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_that_lie_over_each_other_would_be_found(open_page: Open) -> None:
    page = open_page(page_of_all())
    page.add_style_tag(content=".pm-ends > span { top: 50% !important }")
    assert page.evaluate(CLASHES) != []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_words_can_be_told_from_what_is_behind_them(open_page: Open, scheme: str) -> None:
    page = open_page(f"<article>{page_of_all()}</article>")
    page.evaluate(
        """(scheme) => { document.body.dataset.mdColorScheme = scheme;
          if (scheme === "slate") document.documentElement.style.cssText = "--md-default-bg-color:#1e2129;--md-default-fg-color:hsla(225,15%,90%,.82);background:#1e2129;color:hsla(225,15%,90%,.82)"; }""",
        scheme,
    )
    for details in page.locator("details").all():
        details.evaluate("e => e.open = true")
    assert page.evaluate(CONTRAST) == []


def test_the_data_opens_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(page_of_all())
    first = page.locator("figure").first
    assert not first.get_by_role("table").is_visible()
    first.get_by_text("Show data").click()
    assert first.get_by_role("table").is_visible()
    context.close()
