"""Addresses of the safeguarding log."""

from django.urls import path

from alongside.safeguarding import views

app_name = "safeguarding"
urlpatterns = [
    path("sessions/<int:pk>/private-note/", views.tell, name="tell"),
    path("projects/<int:pk>/safeguarding/", views.log, name="log"),
    path("safeguarding/<int:pk>/", views.concern, name="concern"),
    path("safeguarding/<int:pk>/close/", views.close, name="close"),
]
