"""Scale and sliders as Django sees them."""

from django.apps import AppConfig


class ScaleSlidersConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.scale_sliders"
    label = "kind_scale_sliders"
