"""The two verbs: take a series in, give it out."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.home.exchange import leaving, markdown, pictures, reading
from alongside.home.exchange.layout import FOR_PEOPLE, SERIES_FILE, SHEETS, WAYS_FILE
from alongside.home.exchange.problems import ImportRefused, Problem
from alongside.home.exchange.report import Report
from alongside.home.exchange.storing import STEPS, Keeping
from alongside.home.rules import may_take_away
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.projects.models import Project, Role, RoleName
from alongside.projects.rules import may_do
from alongside.workshops.models import Series

Tell = Callable[[str, int, int], None]
"""Called with (file, how many are done, of how many)."""


def _quiet(_file: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def import_files(
    files: Mapping[str, bytes], *, by: Viewer, tell: Tell = _quiet, is_rehearsal: bool = False
) -> Report:
    """Take a whole series in, all or nothing. The same files again change nothing.

    A rehearsal does everything and keeps nothing: for a preview. Raises ImportRefused with every problem; Refused
    when `by` may not change the project the files name. A new project gets `by` as its lead.
    """
    problems = [Problem(name, 0, _unknown(name)) for name in sorted(files) if not _is_known(name)]
    series_file = markdown.read_series(files, problems)
    ways_file = markdown.read_ways(files, problems)
    sheets = reading.read_sheets(files, problems)
    drawn = {} if problems else pictures.read_pictures(files, problems)
    if problems or series_file is None:
        raise ImportRefused(problems)
    _check_may_import(series_file.facts["project_key"], series_file.facts["key"], by)
    # The keys of people's words are written first and fall with the rest, so that a rehearsal leaves none behind.
    with transaction.atomic(), transaction.atomic(using="keys"):
        report = _store(Keeping(sheets, series_file, ways_file, by, drawn), tell)
        if is_rehearsal:
            transaction.set_rollback(True)
            transaction.set_rollback(True, using="keys")
    return report


def _store(keeping: Keeping, tell: Tell) -> Report:
    for done, (file, step) in enumerate(STEPS):
        tell(file, done, len(STEPS))
        step(keeping)
    if keeping.problems:
        raise ImportRefused(keeping.problems)
    if keeping.by.account_id and not keeping.project.team.exists():
        Role.objects.create(project=keeping.project, account_id=keeping.by.account_id, role=RoleName.LEAD)
    if keeping.report.is_news:
        content = {"new": sum(keeping.report.new.values()), "changed": sum(keeping.report.changed.values())}
        record("series imported", keeping.series, by=keeping.by, content=content)
    tell("", len(STEPS), len(STEPS))
    return keeping.report


def _is_known(name: str) -> bool:
    is_file = name in {SERIES_FILE, WAYS_FILE, *FOR_PEOPLE} or any(sheet.file == name for sheet in SHEETS)
    return is_file or pictures.FILE.fullmatch(name) is not None


def _unknown(name: str) -> str:
    near = ", ".join([SERIES_FILE, WAYS_FILE, *(sheet.file for sheet in SHEETS)])
    return _("We do not know this file. The files are: %(near)s.") % {"near": near}


def _check_may_import(project_key: str, series_key: str, by: Viewer) -> None:
    """An account may change only a project it leads. The command line (no account) may do all."""
    other = Series.objects.filter(key=series_key).exclude(project__key=project_key).first()
    if other:
        raise ImportRefused(
            [Problem(SERIES_FILE, 1, _("Another project has a series with this key. Choose another."))]
        )
    project = Project.objects.filter(key=project_key).first()
    if project and by.account_id:
        may_do("plan", project.pk, by).require()


def export_files(series: Series) -> dict[str, bytes]:
    """The files of a series, by name. Whoever calls has asked `may_see` first."""
    return leaving.files_of(series)


@transaction.atomic
def export_for(*, series: Series, by: Viewer) -> dict[str, bytes]:
    """The files of a series for somebody who takes them away; that they did is written down."""
    may_take_away(series, by).require()
    record("series exported", series, by=by)
    return export_files(series)
