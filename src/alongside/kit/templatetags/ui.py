"""The parts of the visual system as template tags: `{% load ui %}`."""

import datetime
from dataclasses import asdict
from typing import Any

from django import forms, template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BoundField
from django.http import QueryDict
from django.template import Context
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.kit.access import Mark, mark_of
from alongside.kit.languages.choosing import ASKED, offered
from alongside.kit.ui.icons import FLIPPED_IN_RTL, ICONS
from alongside.kit.ui.qr import path_of
from alongside.kit.ui.thread import Stop, Words, drawn

register = template.Library()

MOST_STEPS = 15  # the look has places for this many steps of a header


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing beside words. Screen readers pass over it, so never let it stand alone."""
    flip = " flip" if name in FLIPPED_IN_RTL else ""
    drawing = mark_safe(ICONS[name])  # noqa: S308 - our own constant
    return format_html('<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', flip, drawing)


@register.inclusion_tag("ui/parts/mark.html")
def mark(copy: str | int = "a") -> dict[str, str | int]:
    """The mark. Give a second one on the same page another letter."""
    return {"copy": copy}


@register.inclusion_tag("ui/parts/stitches.html")
def stitches(at: int | str = 1, of: int | str = 1) -> dict[str, int]:
    """The thread of a header: `at` steps sewn out of `of`, the rest in chalk."""
    total = max(1, min(int(of or 1), MOST_STEPS))
    return {"at": max(0, min(int(at or 0), total)), "of": total}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, optional: str = "") -> dict[str, Any]:
    """A form's field with label, hint, what is wrong with it, and its input. `optional` goes behind the label."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return {"field": bound, "is_tick": True, "input": _input(bound, "")}
    is_code = "code" in widget.attrs.get("class", "").split()
    return {
        "field": bound,
        "optional": optional,
        "input": _input(bound, "input code" if is_code else "input"),
    }


@register.inclusion_tag("ui/parts/choices.html")
def choices(bound: BoundField, layout: str = "") -> dict[str, Any]:
    """A question with a few answers, each a whole row to press. `layout` is empty, “across” or “four”."""
    return {"field": bound, "layout": layout, "described_by": _described_by(bound)}


def _input(bound: BoundField, css: str) -> SafeString:
    attrs: dict[str, str | bool] = {"aria-describedby": _described_by(bound)} if _described_by(bound) else {}
    if css:
        attrs["class"] = css
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)


def _described_by(bound: BoundField) -> str:
    """The ids of the hint and of the message at the field, in the order they are read."""
    ids = [f"{bound.auto_id}-hint"] if bound.help_text else []
    if bound.errors:
        ids.append(f"{bound.auto_id}-problem")
    return " ".join(ids)


@register.inclusion_tag("ui/parts/problems.html")
def problems(*forms_of_page: forms.BaseForm | str | None) -> dict[str, Any]:
    """The list of what to put right, at the top of the page, with a link to each field. Empty when all is well."""
    found: list[tuple[str, str]] = []
    for form in forms_of_page:
        if isinstance(form, forms.BaseForm) and form.is_bound:
            found += [("", str(error)) for error in form.non_field_errors()]
            found += [(_anchor(bound), _named(bound, error)) for bound in form for error in bound.errors]
    return {"problems": found}


def _named(bound: BoundField, error: Any) -> str:
    """The sentence with the name of its field, so that the list can be read on its own."""
    return f"{str(bound.label).rstrip('?:. ')}: {error}" if bound.label else str(error)


def _anchor(bound: BoundField) -> str:
    """The id to jump to: the input itself, or the first row of a choice."""
    return bound.id_for_label or f"{bound.auto_id}_0"


@register.inclusion_tag("ui/parts/thread.html")
def thread(stops: list[Stop], css: str = "") -> dict[str, Any]:
    """The thread, upright. `css` may be “sewn” (drawn stop by stop once) or “tight”."""
    return {"drawn": drawn(list(stops)), "css": css}


@register.inclusion_tag("ui/parts/thread_row.html")
def thread_row(stops: list[Stop], label: str = "") -> dict[str, Any]:
    """The thread in one line: how far something has come."""
    return {"stops": list(stops), "label": label}


@register.inclusion_tag("ui/parts/qr.html")
def qr(address: str, label: str = "") -> dict[str, Any]:
    """A QR code that opens `address`."""
    side, path = path_of(address)
    said = label or _("QR code that opens %(address)s") % {"address": address}
    return {"box": f"-4 -4 {side + 8} {side + 8}", "side": side + 8, "path": path, "label": said}


@register.inclusion_tag("ui/parts/state.html")
def state(word: Words, icon: str = "", stop: str = "") -> dict[str, Any]:
    """How something stands, in words with a drawing. Without a `stop` it is plain: not yet."""
    return {"word": word, "icon": icon, "stop": stop}


@register.inclusion_tag("ui/parts/group.html")
def groups_token(group: Any, label: str = "") -> dict[str, Any]:
    """The shape of a group with its word. `group` is a Group, or the word of a shape with a `label`."""
    return {"shape": getattr(group, "shape", group), "label": label or getattr(group, "name", group)}


@register.simple_tag
def by_team(language: str = "") -> SafeString:
    """Attributes for a text that the team wrote, which may be in another language than the page around it."""
    written_in = language or settings.LANGUAGE_CODE
    lang = "" if written_in == get_language() else f' lang="{written_in}"'
    return mark_safe(f'dir="auto"{lang}')  # noqa: S308 - codes of our own list


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """The languages this page can be read in. Each is a plain link, so it works on every phone."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    rows = []
    for one in offered():
        query[ASKED] = one.code
        rows.append({"href": f"?{query.urlencode()}", **asdict(one)})
    return {"languages": rows, "now": get_language()}


@register.inclusion_tag("ui/parts/paged.html", takes_context=True)
def paged(context: template.Context, page: Page, label: str = "", name: str = "page") -> dict[str, Any]:
    """Links to the page before and after. Other parts of the address stay as they are; `name` is its own part."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    return {
        "paged": page,
        "label": label,
        "before": _other(page, query, -1, name),
        "after": _other(page, query, 1, name),
    }


def _other(page: Page, query: Any, step: int, name: str) -> str:
    """The address of the page `step` further, or nothing at the ends."""
    number = page.number + step
    if number < 1 or number > page.paginator.num_pages:
        return ""
    if query is None:
        return f"?{name}={number}"
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def day(text: str) -> str:
    """A day that is kept as 2026-12-15, as it reads: 15 December 2026. Other text stays as it is."""
    try:
        return date_format(datetime.date.fromisoformat(text), "j F Y")
    except ValueError:
        return text


STAGES = (
    # key, word, paper, icon, where it leads with a session in hand, where else
    ("plan", _lazy("Plan"), "said", "calendar", "", "home:series"),
    ("run", _lazy("Run"), "said", "speech", "activities:run", "workshops:series"),
    ("sense", _lazy("Make sense"), "theme", "theme", "recommendations:key_points", "workshops:series"),
    ("ask", _lazy("Ask"), "ask", "ask", "", "recommendations:listing"),
    ("change", _lazy("Change"), "change", "change", "", "resources:library"),
    ("tell", _lazy("Tell back"), "change", "heart", "", "recommendations:listing"),
)
_ANCHORS = {"run": "#sessions", "sense": "#sessions", "tell": "?show=to-tell"}


@register.inclusion_tag("ui/parts/stages.html", takes_context=True)
def stages(context: Context) -> dict[str, Any]:
    """The menu of a series: six stops from planning to telling people what changed."""
    series, session = context.get("series"), context.get("session")
    here = context.get("stage", "")
    rows = []
    for key, word, paper, drawing, with_session, otherwise in STAGES:
        nearest = door_of(context, with_session, session) if with_session and session else ""
        href = nearest or _address(otherwise, series, _ANCHORS.get(key, ""))
        rows.append({"word": word, "paper": paper, "icon": drawing, "href": href, "is_here": key == here})
    return {"rows": [row for row in rows if row["href"]]}


def _address(name: str, thing: Any, anchor: str = "") -> str:
    """The address called `name` for `thing`, or nothing when there is none."""
    pk = getattr(thing, "pk", None)
    if not name or pk is None:
        return ""
    try:
        return reverse(name, args=[pk]) + anchor
    except NoReverseMatch:
        return ""


@register.simple_tag
def address_of(name: str, thing: Any = None) -> str:
    """The address called `name`, or nothing: for links of the frame that lead to pages of other capabilities."""
    if thing is not None:
        return _address(name, thing)
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def door_of(context: Context, name: str, thing: Any = None) -> str:
    """The same, but nothing for a viewer who may not go there, so that no link leads to a shut door.

    Asked is the role the page wants, in the project of the page's `series`; without one, in any project.
    """
    address = address_of(name, thing)
    return address if address and _is_open(context, address, name) else ""


def _is_open(context: Context, address: str, name: str) -> bool:
    mark = _mark_at(name, address)
    if mark is None or mark.door != "role":
        return True
    viewer, series = context["request"].viewer, context.get("series")
    return bool(viewer.has_role(series.project_id, *mark.roles) if series else viewer.holds_any(mark.roles))


def _mark_at(name: str, address: str) -> Mark | None:
    """The mark of the page called `name`; looked up once."""
    if name not in _marks:
        _marks[name] = mark_of(resolve(address).func, name)
    return _marks[name]


_marks: dict[str, Mark | None] = {}
