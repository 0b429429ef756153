"""Open notes as Django sees them."""

from django.apps import AppConfig


class OpenNotesConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.open_notes"
    label = "kind_open_notes"
