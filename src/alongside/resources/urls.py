"""Addresses of resources. A version's address never changes."""

from django.urls import path

from alongside.resources import views

app_name = "resources"
urlpatterns = [
    path("series/<int:pk>/resources/", views.library, name="library"),
    path("series/<int:pk>/resources/new/", views.new, name="new"),
    path("resources/preview/", views.preview, name="preview"),
    path("resources/<int:pk>/", views.resource, name="resource"),
    path("resources/<int:pk>/versions/new/", views.new_version, name="new_version"),
    path("versions/<int:pk>/", views.version, name="version"),
    path("versions/<int:pk>/work/", views.version_work, name="version_work"),
    path("versions/<int:pk>/change/", views.change_version, name="change_version"),
    path("versions/<int:pk>/release/", views.release, name="release"),
]
