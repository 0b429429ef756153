"""Addresses of projects."""

from django.urls import path

from alongside.projects import views

app_name = "projects"
urlpatterns = [
    path("projects/<int:pk>/", views.project, name="project"),
    path("projects/<int:pk>/team/", views.team, name="team"),
    path("projects/<int:pk>/team/safeguarding/", views.name_safeguarding, name="name_safeguarding"),
    path("projects/<int:pk>/partners/", views.partners, name="partners"),
    path("roles/<int:pk>/remove/", views.role_remove, name="role_remove"),
    path("partners/<int:pk>/contact/", views.contact, name="contact"),
]
