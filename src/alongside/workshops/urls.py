"""Addresses of workshops."""

from django.urls import path

from alongside.workshops.views import attending, door, letters, planning, printing, running, seat, series

app_name = "workshops"
urlpatterns = [
    # a partner's phone
    path("join/", door.join, name="join"),
    path("j/<str:token>/", door.door_link, name="door_link"),
    path("me/<str:secret>/", door.back, name="back"),
    path("seat/", seat.seat, name="seat"),
    path("seat/expect/", seat.expect, name="expect"),
    path("seat/wait/", seat.wait, name="wait"),
    path("seat/link/", seat.my_link, name="my_link"),
    path("seat/break/", seat.pause, name="pause"),
    path("seat/leave/", seat.leave, name="leave"),
    path("seat/come-back/", seat.come_back, name="come_back"),
    path("seat/clear/", seat.clear, name="clear"),
    path("seat/pack/<int:pk>/", seat.my_pack, name="my_pack"),
    path("cleared/", seat.cleared, name="cleared"),
    path("i/<str:token>/", letters.invitation, name="invitation"),
    path("i/<str:token>/workshop.ics", letters.calendar_file, name="calendar_file"),
    path("register/<str:token>/", letters.register, name="register"),
    path("register/<str:token>/thank-you/", letters.registered, name="registered"),
    # the team's desk
    path("series/", series.series_list, name="series_list"),
    path("series/new/", series.series_new, name="series_new"),
    path("series/<int:pk>/rounds/", series.rounds, name="series"),
    path("series/<int:pk>/edit/", series.series_edit, name="series_edit"),
    path("series/<int:pk>/ways/", series.ways, name="ways"),
    path("series/<int:pk>/register-link/", series.register_link, name="register_link"),
    path("series/<int:pk>/rounds/new/", series.round_new, name="round_new"),
    path("rounds/<int:pk>/", series.round_page, name="round"),
    path("rounds/<int:pk>/edit/", series.round_edit, name="round_edit"),
    path("rounds/<int:pk>/close/", series.round_close, name="round_close"),
    path("deviations/<int:pk>/", series.deviation, name="deviation"),
    path("rounds/<int:pk>/sessions/new/", planning.session_new, name="session_new"),
    path("rounds/<int:pk>/pack/", planning.pack_new, name="pack_new"),
    path("packs/<int:pk>/edit/", planning.pack_edit, name="pack_edit"),
    path("sessions/<int:pk>/plan/", planning.plan, name="plan"),
    path("sessions/<int:pk>/edit/", planning.session_edit, name="session_edit"),
    path("sessions/<int:pk>/facilitators/", planning.facilitators, name="facilitators"),
    path("sessions/<int:pk>/agenda/", planning.agenda_add, name="agenda_add"),
    path("agenda/<int:pk>/", planning.agenda_edit, name="agenda_edit"),
    path("agenda/<int:pk>/move/", planning.agenda_move, name="agenda_move"),
    path("agenda/<int:pk>/remove/", planning.agenda_remove, name="agenda_remove"),
    path("sessions/<int:pk>/invitations/", attending.invitations, name="invitations"),
    path("sessions/<int:pk>/attendance/", attending.attendance, name="attendance"),
    path("sessions/<int:pk>/notes/", attending.notes, name="notes"),
    path("sessions/<int:pk>/door/", running.door, name="door"),
    path("sessions/<int:pk>/guide/", printing.guide, name="guide"),
    path("packs/<int:pk>/", printing.pack, name="pack"),
    path("sessions/<int:pk>/poster/", printing.poster, name="poster"),
]
