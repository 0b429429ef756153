"""A test client that is a quality gate: each page it fetches is parsed strictly and checked."""

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.db import connections
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.kit.testing import checks


@dataclass
class Page:
    """A page as a person gets it. `tree` is its parsed HTML, `queries` the SQL that made it."""

    response: Any
    status: int
    text: str
    tree: Element | None
    queries: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words in the browser's tab."""
        return checks.words(checks.first(self.tree, "title"))

    @property
    def h1(self) -> str:
        """The one main heading."""
        return checks.words(checks.first(self.tree, "h1"))

    @property
    def location(self) -> str:
        """Where a redirect leads; empty when the page is not one."""
        return str(self.response.headers.get("Location", ""))

    @property
    def words(self) -> str:
        """All words a reader sees, with single spaces."""
        return checks.words(checks.first(self.tree, "body"))

    def all(self, tag: str) -> list[Element]:
        """Every element of one kind, in order."""
        return [] if self.tree is None else list(self.tree.iter(tag))

    def links(self) -> list[str]:
        """Where the page's links lead."""
        return [link.get("href", "") for link in self.all("a")]

    def form(self, action: str = "") -> dict[str, str]:
        """The fields of the first form (whose action ends in `action`) with what stands in them."""
        return checks.form_values(self.tree, action)


class PageClient:
    """GET and POST as a browser does, with cookies; every HTML answer must pass `checks.problems`."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=False, raise_request_exception=True)

    def get(self, path: str, *, status: int = 200, follow: bool = False, **headers: str) -> Page:
        """Fetch a page; fails unless the answer has this status and reads well."""
        return self._ask("get", path, status, follow=follow, headers=headers or None)

    def post(
        self,
        path: str,
        data: dict[str, Any] | None = None,
        *,
        status: int = 302,
        follow: bool = False,
        **headers: str,
    ) -> Page:
        """Send a form; a change answers with a redirect (302) unless another status is named."""
        return self._ask("post", path, status, data=data or {}, follow=follow, headers=headers or None)

    def _ask(self, method: str, path: str, status: int, **options: Any) -> Page:
        counts = [CaptureQueriesContext(connections[alias]) for alias in connections]
        for count in counts:
            count.__enter__()
        try:
            response = getattr(self.client, method)(path, **options)
        finally:
            for count in counts:
                count.__exit__(None, None, None)
        queries = [str(query["sql"]) for count in counts for query in count.captured_queries]
        expected = 200 if options.get("follow") and status == 302 else status
        assert response.status_code == expected, _wrong_status(method, path, expected, response)
        return _page(response, path, queries)


def _page(response: HttpResponseBase, path: str, queries: list[str]) -> Page:
    """Parse and check what came back."""
    text, tree = "", None
    if not response.streaming:
        body: bytes = response.content  # type: ignore[attr-defined]
        text = body.decode(response.charset, "replace")
    if response.headers.get("Content-Type", "").startswith("text/html") and text.strip():
        tree = checks.parse(text)
        wrong = checks.problems(text, tree, response)
        assert not wrong, f"{path} does not read well:\n  " + "\n  ".join(wrong)
    return Page(response, response.status_code, text, tree, queries)


def _wrong_status(method: str, path: str, expected: int, response: Any) -> str:
    found = f"{method.upper()} {path}: {response.status_code} instead of {expected}"
    where = response.headers.get("Location")
    said = "" if response.streaming else html5lib_words(response.content.decode("utf-8", "replace"))
    return f"{found}{f' (to {where})' if where else ''}\n{said[:1500]}"


def html5lib_words(text: str) -> str:
    """The words of a page, for messages."""
    tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return checks.words(tree.find("body"))
