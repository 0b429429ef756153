"""One two four all as Django sees it."""

from django.apps import AppConfig


class OneTwoFourAllConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.one_two_four_all"
    label = "kind_one_two_four_all"
