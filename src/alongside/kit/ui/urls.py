"""Addresses of the gallery and the offline page."""

from django.urls import path

from alongside.kit.ui import errors, views

app_name = "ui"
urlpatterns = [
    path("kit/", views.gallery, name="gallery"),
    path("offline/", errors.offline, name="offline"),
]
