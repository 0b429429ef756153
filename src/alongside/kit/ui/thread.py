"""The thread: from someone's words to what changed. One drawing of it, upright or in a row, used on every page."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

ORDER = ("said", "theme", "ask", "decide", "change", "told")

NAMES: dict[str, Words] = {
    "said": _("Said"),
    "theme": _("Theme"),
    "ask": _("Recommendation"),
    "decide": _("Decision"),
    "change": _("Change"),
    "told": _("Told"),
}

_ICONS = {
    "said": "speech",
    "theme": "theme",
    "ask": "ask",
    "decide": "decide",
    "change": "change",
    "told": "heart",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop on a thread.

    `stop` is one of ORDER. `kicker` is the small line above (“You said · 12 May”), `title` the sentence one reads,
    `text` a second sentence. `is_done=False` draws chalk: say in `title` what is owed, in `text` by whom and when.
    `is_fork=True` draws an arrow leaving the line: passed on to somebody else. `group` puts a shape beside `who`.
    """

    stop: str
    kicker: Words
    title: Words
    text: Words = ""
    href: str = ""
    is_done: bool = True
    is_fork: bool = False
    who: Words = ""
    group: str = ""

    def __post_init__(self) -> None:
        if self.stop not in ORDER:
            raise ValueError(f"A thread has the stops {', '.join(ORDER)}; not “{self.stop}”.")

    @property
    def icon(self) -> str:
        """The drawing in the bead."""
        return "route" if self.is_fork else _ICONS[self.stop]

    @property
    def paper(self) -> str:
        """The coloured paper of the bead; a fork and “told” have none."""
        if self.is_fork:
            return "route"
        return "" if self.stop == "told" else self.stop

    @property
    def is_card(self) -> bool:
        """Said and changed are cards; what lies between are beads on the line."""
        return self.is_done and not self.is_fork and self.stop in {"said", "change"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stop with what its place on the line adds: whether the line that leaves it is chalk."""

    stop: Stop
    is_chalk_next: bool


def drawn(stops: list[Stop]) -> list[Drawn]:
    """Pair each stop with the kind of line that leads on: thread when the next one is done, chalk when not."""
    following = [*stops[1:], None]
    return [
        Drawn(stop, after is not None and not after.is_done)
        for stop, after in zip(stops, following, strict=True)
    ]
