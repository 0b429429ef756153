"""Pages and files of reports, and the audit chain."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from alongside.kit.access import project_role
from alongside.reporting import files, queries
from alongside.reporting.registry import all_reports

TEAM = ("lead", "facilitator", "analyst", "payments", "auditor")


@project_role(*TEAM)
@require_safe
def table(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One report on a page."""
    reported = queries.get_report(pk, key, request.viewer)  # type: ignore[attr-defined]
    facts = {"reported": reported, "series": reported.series, "stage": reported.report.stage}
    return render(request, "reporting/table.html", facts | {"reports": all_reports()})


@project_role(*TEAM)
@require_safe
def table_csv(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One report as a CSV file."""
    reported = queries.get_report(pk, key, request.viewer)  # type: ignore[attr-defined]
    return _file(files.as_csv(reported), files.CSV, files.name_of(reported, "csv"))


@project_role(*TEAM)
@require_safe
def table_xlsx(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One report as a spreadsheet."""
    reported = queries.get_report(pk, key, request.viewer)  # type: ignore[attr-defined]
    return _file(files.as_xlsx(reported), files.XLSX, files.name_of(reported, "xlsx"))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@project_role("lead", "auditor")
@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Whether anything was dropped or changed, and the head to note down."""
    return render(request, "reporting/audit.html", {"chain": queries.check_chain()})


@project_role("lead", "auditor")
@never_cache
@require_safe
def audit_file(request: HttpRequest) -> StreamingHttpResponse:
    """The whole chain, to be checked without us."""
    name = f"audit-{localdate().isoformat()}.jsonl"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(queries.chain_lines(), content_type="application/x-ndjson", headers=headers)
