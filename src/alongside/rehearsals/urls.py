"""Addresses of rehearsals."""

from django.urls import path

from alongside.rehearsals import views

app_name = "rehearsals"
urlpatterns = [
    path("sessions/<int:pk>/rehearse/", views.begin, name="begin"),
    path("sessions/<int:pk>/rehearse/end/", views.finish, name="finish"),
]
