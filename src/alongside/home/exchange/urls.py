"""Addresses of import and export; they stand among those of home."""

from django.urls import path

from alongside.home.exchange import views

urlpatterns = [
    path("import/", views.import_series, name="import_series"),
    path("import/yes/", views.import_confirm, name="import_confirm"),
    path("series/<int:pk>/export.zip", views.export_zip, name="export_zip"),
]
