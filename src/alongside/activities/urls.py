"""Addresses of activities: a partner's answer and words, the run sheet, the wall, results and paper."""

from django.urls import path

from alongside.activities import views

app_name = "activities"
urlpatterns = [
    path("seat/answer/<int:pk>/", views.answer, name="answer"),
    path("seat/words/", views.my_words, name="my_words"),
    path("seat/words/<uuid:pk>/take-back/", views.take_back, name="take_back"),
    path("sessions/<int:pk>/run/", views.run, name="run"),
    path("sessions/<int:pk>/run/<slug:verb>/", views.do_session, name="do_session"),
    path("sessions/<int:pk>/wall/", views.wall, name="wall"),
    path("sessions/<int:pk>/activities/new/", views.choose_kind, name="activity_choose"),
    path("sessions/<int:pk>/plans/<slug:key>/", views.use_plan, name="use_plan"),
    path("sessions/<int:pk>/activities/new/<slug:kind>/", views.new, name="activity_new"),
    path("sessions/<int:pk>/share-guide/", views.share_guide, name="share_guide"),
    path("sessions/<int:pk>/bring-in-guide/", views.bring_in, name="bring_in"),
    path("rounds/<int:pk>/guide/", views.guide, name="guide"),
    path("rounds/<int:pk>/together/<slug:key>/", views.pool, name="pool"),
    path("rounds/<int:pk>/together/<slug:key>/compare/", views.compare, name="compare"),
    path("rounds/<int:pk>/together/<slug:key>/table.csv", views.pool_csv, name="pool_csv"),
    path("items/<int:pk>/<slug:verb>/", views.do_item, name="do_item"),
    path("seats/<int:pk>/let-in/", views.admit, name="admit"),
    path("activities/<int:pk>/edit/", views.edit, name="activity_edit"),
    path("activities/<int:pk>/remove/", views.remove, name="activity_remove"),
    path("activities/<int:pk>/do/<slug:verb>/", views.do_activity, name="do_activity"),
    path("activities/<int:pk>/type-for/", views.type_for, name="type_for"),
    path("activities/<int:pk>/list/", views.listing, name="listing"),
    path("activities/<int:pk>/words/", views.words, name="words"),
    path("activities/<int:pk>/words/<slug:part>/", views.hide_part, name="hide_part"),
    path("activities/<int:pk>/result/", views.result, name="result"),
    path("activities/<int:pk>/ways/", views.adopt_ways, name="adopt_ways"),
    path("activities/<int:pk>/result.csv", views.result_csv, name="result_csv"),
    path("activities/<int:pk>/paper/", views.paper, name="paper"),
    path("activities/<int:pk>/printed/", views.printed, name="printed"),
    path("contributions/<uuid:pk>/hide/", views.hide, name="hide"),
    path("kinds/", views.kinds, name="kinds"),
]
