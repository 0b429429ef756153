"""Every address of the product: each capability brings its own `urls.py`, named by the capability."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("alongside.home.urls")),
    path("", include("alongside.workshops.urls")),
    path("", include("alongside.activities.urls")),
    path("", include("alongside.recommendations.urls")),
    path("", include("alongside.resources.urls")),
    path("", include("alongside.reporting.urls")),
    path("", include("alongside.kit.ui.urls")),
    path("", include("alongside.kit.mail.urls")),
    path("accounts/", include("allauth.urls")),
]

handler400 = "alongside.kit.ui.errors.bad_request"
handler403 = "alongside.kit.ui.errors.forbidden"
handler404 = "alongside.kit.ui.errors.not_found"
handler500 = "alongside.kit.ui.errors.broken"
