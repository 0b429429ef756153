"""Addresses of facilitation."""

from django.urls import path

from alongside.facilitation import views

app_name = "facilitation"
urlpatterns = [
    # a partner's phone
    path("seat/park/", views.park, name="park"),
    path("seat/park/<int:pk>/take-back/", views.take_back, name="take_back"),
    path("seat/on-break/", views.on_break, name="on_break"),
    # the console
    path("sessions/<int:pk>/lead/", views.hand_over, name="hand_over"),
    path("sessions/<int:pk>/card/<slug:verb>/", views.card, name="card"),
    path("sessions/<int:pk>/turn/", views.turn, name="turn"),
    path("sessions/<int:pk>/aside/", views.aside, name="aside"),
    path("sessions/<int:pk>/chair/<slug:verb>/", views.chair, name="chair"),
    path("sessions/<int:pk>/parked/", views.parked, name="parked"),
    path("parked/<int:pk>/", views.settle, name="settle"),
]
