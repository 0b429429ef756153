"""What the safeguarding log keeps. It is in no export and is not erased on demand: the law may need it."""

from django.utils.translation import gettext_lazy as _

from alongside.kit.personal_data import Declaration, declare
from alongside.safeguarding.models import Concern, Step


def declare_all() -> None:
    """Tell the kit; called when Django starts. Nobody's own data is looked for in here by machine."""
    for model, about in ((Concern, _("Safeguarding notes")), (Step, _("What was done about them"))):
        declare(
            Declaration(
                model=model,
                about=about,
                kept_for=_(
                    "as long as the organisation’s safeguarding policy says; ask its safeguarding lead"
                ),
                find=lambda _subject, model=model: model._default_manager.none(),  # type: ignore[misc]
                tell=lambda _rows: [],
                erase=lambda _rows: 0,
            )
        )
