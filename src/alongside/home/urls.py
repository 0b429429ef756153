"""Addresses of pages that cross capabilities."""

from django.urls import include, path

from alongside.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("privacy/", views.privacy, name="privacy"),
    path("day/", views.day, name="day"),
    path("series/<int:pk>/", views.series, name="series"),
    path("", include("alongside.home.exchange.urls")),
    path("setup/", views.setup, name="setup"),
    path("demo/in/<str:token>/", views.demo_in, name="demo_in"),
]
