"""What an import did."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(slots=True)
class Report:
    """How many rows were new, changed and already there, for each file."""

    series_id: int = 0
    new: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)

    def count(self, file: str, *, new: int, changed: int, same: int) -> None:
        """Add one file's numbers."""
        for kept, number in ((self.new, new), (self.changed, changed), (self.same, same)):
            kept[file] = kept.get(file, 0) + number

    @property
    def is_news(self) -> bool:
        """Whether anything was stored."""
        return any(self.new.values()) or any(self.changed.values())

    def __str__(self) -> str:
        if not self.is_news:
            return _("Nothing new: everything in these files is here already.")
        new, changed = sum(self.new.values()), sum(self.changed.values())
        added = ngettext("%(count)d row added", "%(count)d rows added", new) % {"count": new}
        return _("%(added)s, %(changed)d changed.") % {"added": added, "changed": changed}
