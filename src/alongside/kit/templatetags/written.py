"""`{% load written %}`: text written in Markdown, shown as HTML."""

from django import template
from django.utils.safestring import SafeString

from alongside.kit.ui.markdown import as_html

register = template.Library()


@register.filter
def markdown(text: str, top: int = 2) -> SafeString:
    """Markdown as safe HTML; `top` is the level of its highest heading."""
    return as_html(text, int(top))
