"""`{{ setup|explained_in }}`: the words that were explained beforehand."""

from django import template

from alongside.activities.kinds.evidence_walk_through.tally import explained_in

register = template.Library()
register.filter(explained_in)
