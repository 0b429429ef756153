"""What every step of a story is checked for: no accessibility fault, nothing that scrolls sideways."""

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def axe_source() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands now, each with the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{one['id']}: {one['help']} → {node['html'][:160]}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


def reads_well(page: Page) -> Page:
    """Fails on any accessibility fault, or where the page is wider than the screen."""
    found = faults(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 1:
        found.append(f"the page is {wide} pixels wider than the screen")
    assert not found, f"{page.url}\n" + "\n".join(found)
    return page
