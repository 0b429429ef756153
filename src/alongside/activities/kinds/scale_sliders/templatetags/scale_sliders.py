"""`{{ scale|in_words }}` in the pictures of scales."""

from django import template

from alongside.activities.kinds.scale_sliders.words import in_words

register = template.Library()
register.filter(in_words)
