"""The evidence walk-through as Django sees them."""

from django.apps import AppConfig


class EvidenceWalkThroughConfig(AppConfig):
    """An app without models: templates and tests only."""

    name = "alongside.activities.kinds.evidence_walk_through"
    label = "kind_evidence_walk_through"
