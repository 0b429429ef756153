"""Addresses of key points, recommendations, the thread, and one's own words."""

from django.urls import path

from alongside.recommendations import views

app_name = "recommendations"
urlpatterns = [
    path("sessions/<int:pk>/key-points/", views.key_points, name="key_points"),
    path("sessions/<int:pk>/key-points/add/", views.add_key_point, name="add_key_point"),
    path("key-points/<int:pk>/read-back/", views.read_back, name="read_back"),
    path("key-points/<int:pk>/words/", views.tie_words, name="tie_words"),
    path("key-points/<int:pk>/hold-up/", views.hold_up, name="hold_up"),
    path("key-points/<int:pk>/checked/", views.checked, name="checked"),
    path("seat/right/<int:pk>/", views.is_it_right, name="is_it_right"),
    path("series/<int:pk>/recommendations/", views.listing, name="listing"),
    path("series/<int:pk>/recommendations/paper/", views.listing_paper, name="listing_paper"),
    path("series/<int:pk>/recommendations/new/", views.new, name="new"),
    path("recommendations/<int:pk>/", views.detail, name="detail"),
    path("recommendations/<int:pk>/decide/", views.decide, name="decide"),
    path("recommendations/<int:pk>/respond/", views.respond, name="respond"),
    path("recommendations/<int:pk>/impact/", views.impact, name="impact"),
    path("recommendations/<int:pk>/tell/", views.tell, name="tell"),
    path("recommendations/<int:pk>/tell-room/", views.tell_room, name="tell_room"),
    path("recommendations/<int:pk>/preview/", views.preview, name="preview"),
    path("seat/changed/", views.because, name="because"),
    path("seat/changed/<uuid:pk>/", views.because_words, name="because_words"),
    path("seat/changed/<uuid:pk>/<int:recommendation>/", views.because_one, name="because_one"),
    path("told/<str:token>/", views.told, name="told"),
    path("thread/words/<uuid:pk>/", views.thread_contribution, name="thread_contribution"),
    path("thread/recommendation/<int:pk>/", views.thread_recommendation, name="thread_recommendation"),
    path("thread/version/<int:pk>/", views.thread_version, name="thread_version"),
]
