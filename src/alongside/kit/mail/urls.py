"""Addresses of the kept mail."""

from django.urls import path

from alongside.kit.mail import views

app_name = "mail"
urlpatterns = [path("mail/", views.kept, name="list")]
