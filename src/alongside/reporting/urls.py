"""Addresses of reporting: each report has a page and two files under its own name."""

from django.urls import path

from alongside.reporting import views
from alongside.reporting.registry import all_reports

app_name = "reporting"
urlpatterns = [
    path("audit/", views.audit, name="audit"),
    path("audit/record.jsonl", views.audit_file, name="audit_file"),
]
for report in all_reports():
    here, key = f"series/<int:pk>/tables/{report.key}", {"key": report.key}
    urlpatterns += [
        path(f"{here}/", views.table, key, name=report.key),
        path(f"{here}.csv", views.table_csv, key, name=f"{report.key}_csv"),
        path(f"{here}.xlsx", views.table_xlsx, key, name=f"{report.key}_xlsx"),
    ]
