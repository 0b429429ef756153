"""What every page must keep: valid HTML, one h1, a title, labels, no inline script or style, a strict policy."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponseBase
from html5lib.constants import E as SAYINGS

UNLABELLED = {"hidden", "submit", "button", "reset", "image"}
SPOKEN = ("aria-label", "aria-labelledby")


def parse(text: str) -> Element:
    """The page's tree; a fragment (no <html>) is wrapped, so both can be searched alike."""
    tree: Element = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return tree


def is_whole(text: str) -> bool:
    """A page of its own, not a part to be swapped in."""
    return "<html" in text[:400].lower()


def problems(text: str, tree: Element, response: HttpResponseBase) -> list[str]:
    """Everything wrong with one page, in words; empty when it reads well."""
    found = [
        *_broken_html(text),
        *_inline(tree),
        *_labels(tree),
        *_doubled_ids(tree),
        *_forms(tree),
        *_pictures(tree),
    ]
    if is_whole(text):
        found += [*_heading(tree), *_language(tree), *_policy(response)]
    return found


def _broken_html(text: str) -> Iterator[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(text) if is_whole(text) else parser.parseFragment(text)
    for (line, _), code, details in parser.errors:
        yield f"line {line}: {SAYINGS.get(code, code) % details} | {text.splitlines()[line - 1].strip()[:90]}"


def _heading(tree: Element) -> Iterator[str]:
    count = len(list(tree.iter("h1")))
    if count != 1:
        yield f"{count} h1 instead of one"
    if not words(first(tree, "title")):
        yield "no title"


def _language(tree: Element) -> Iterator[str]:
    if not tree.get("lang"):
        yield "html has no lang"


def _policy(response: HttpResponseBase) -> Iterator[str]:
    policy = response.headers.get("Content-Security-Policy", "")
    if not policy:
        yield "no content security policy"
    if "unsafe-" in policy:
        yield f"a weak content security policy: {policy}"


def _inline(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "style" or (element.tag == "script" and not _may_stand(element)):
            yield f"inline <{element.tag}>"
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"{name}= on <{element.tag}>"


def _may_stand(script: Element) -> bool:
    return bool(script.get("src")) or script.get("type") == "application/json"


def _labels(tree: Element) -> Iterator[str]:
    named = {label.get("for") for label in tree.iter("label")}
    inside = {id(item) for label in tree.iter("label") for item in label.iter()}
    for item in tree.iter():
        if item.tag not in {"input", "select", "textarea"} or item.get("type") in UNLABELLED:
            continue
        if (
            item.get("id") not in named
            and id(item) not in inside
            and not any(item.get(name) for name in SPOKEN)
        ):
            yield f"<{item.tag} name={item.get('name')}> has no label"
    for button in tree.iter("button"):
        if not words(button) and not any(button.get(name) for name in SPOKEN):
            yield "a button without words"


def _doubled_ids(tree: Element) -> Iterator[str]:
    counts = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    yield from (f"id “{name}” stands {count} times" for name, count in counts.items() if count > 1)


def _forms(tree: Element) -> Iterator[str]:
    for form in tree.iter("form"):
        if (form.get("method") or "get").lower() != "post":
            continue
        if not any(item.get("name") == "csrfmiddlewaretoken" for item in form.iter("input")):
            yield f"the form to “{form.get('action', '')}” has no csrf token"


def _pictures(tree: Element) -> Iterator[str]:
    for picture in tree.iter("img"):
        if picture.get("alt") is None:
            yield f"<img src={picture.get('src')}> has no alt"


def first(tree: Element | None, tag: str) -> Element | None:
    """The first element of one kind."""
    return None if tree is None else next(tree.iter(tag), None)


def words(element: Element | None) -> str:
    """The text of an element with single spaces."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def form_values(tree: Element | None, action: str = "") -> dict[str, str]:
    """Names and values of a form's fields, as a browser would send them untouched."""
    for form in [] if tree is None else tree.iter("form"):
        if (form.get("action") or "").endswith(action):
            return dict(_values(form))
    raise AssertionError(f"no form whose action ends in “{action}”")


def _values(form: Element) -> Iterator[tuple[str, str]]:
    for item in form.iter():
        name = item.get("name")
        if not name or item.get("disabled") is not None:
            continue
        if item.tag == "textarea":
            yield name, (item.text or "").removeprefix("\n")
        elif item.tag == "select":
            yield name, _chosen(item)
        elif item.tag == "input" and item.get("type") in {"radio", "checkbox"}:
            if item.get("checked") is not None:
                yield name, item.get("value", "on")
        elif item.tag == "input" and item.get("type") not in {"submit", "button", "file"}:
            yield name, item.get("value", "")


def _chosen(select: Element) -> str:
    options = list(select.iter("option"))
    picked = [option for option in options if option.get("selected") is not None] or options[:1]
    return (picked[0].get("value") or words(picked[0])) if picked else ""
