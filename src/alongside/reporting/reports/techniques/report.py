"""The techniques of a project under the principle each lives by."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.projects.models import Principle, Technique
from alongside.reporting.api import Part, Report, Row, Table
from alongside.workshops.models import Series

# What NIHR says each principle means, as table 3 of Bayley et al. (2025) gives it.
MEANINGS = {
    Principle.POWER: gettext_lazy(
        "The research is jointly owned, and people work together to achieve a joint understanding"
    ),
    Principle.PERSPECTIVES: gettext_lazy("Make sure the research team includes all those who can contribute"),
    Principle.KNOWLEDGE: gettext_lazy("Everyone is of equal importance"),
    Principle.RECIPROCITY: gettext_lazy("Everybody benefits from working together"),
}


def build(series: Series) -> Table:
    """Every technique of the series' project; principles that nothing was written for are named too."""
    techniques = list(Technique.objects.filter(project_id=series.project_id).order_by("position"))
    parts = [_part(principle, techniques) for principle in Principle] if techniques else []
    return Table(
        columns=[_("Technique"), _("How we know")],
        parts=parts,
        parts_are=_("Principle"),
        bases=[_base(techniques, parts)] if techniques else [],
        nothing_yet=_("No techniques written down yet."),
    )


def _part(principle: Principle, techniques: list[Technique]) -> Part:
    rows = [Row([each.text, each.evidence or "–"]) for each in techniques if each.principle == principle]
    return Part(rows, str(principle.label), str(MEANINGS.get(principle, "")))


def _base(techniques: list[Technique], parts: list[Part]) -> str:
    principles = sum(bool(part.rows) for part in parts)
    return ngettext("{n} technique", "{n} techniques", len(techniques)).format(n=len(techniques)) + _(
        " under {used} of the {all} principles of co-production (NIHR)."
    ).format(used=principles, all=len(parts))


REPORT = Report(
    key="techniques",
    name=gettext_lazy("How we worked"),
    title=gettext_lazy("How we worked, by principle"),
    build=build,
    position=2,
    widths=("text", "text"),
)
