"""Delphi as Django sees it."""

from django.apps import AppConfig


class DelphiConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.delphi"
    label = "kind_delphi"
