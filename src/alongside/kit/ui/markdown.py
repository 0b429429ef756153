"""Markdown as safe HTML: packs, guides and resources are written in it."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ALLOWED = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel"}


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def as_html(text: str, top: int = 2) -> SafeString:
    """The text as HTML without anything that could run or load. Its highest heading becomes `h{top}`."""
    tokens = _reader().parse(text or "")
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + top, 4)}"
    html = _reader().renderer.render(tokens, _reader().options, {})
    cleaned = nh3.clean(
        html, tags=ALLOWED, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel="noopener noreferrer"
    )
    return mark_safe(cleaned)  # noqa: S308 - cleaned by nh3 in the line above
