"""Do's and don'ts as Django sees them."""

from django.apps import AppConfig


class DosAndDontsConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.dos_and_donts"
    label = "kind_dos_and_donts"
