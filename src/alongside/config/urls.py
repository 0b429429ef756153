"""Every address of the product: each capability brings its own `urls.py`, named by the capability."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

CAPABILITIES = (
    "home",
    "reporting",
    "rehearsals",
    "safeguarding",
    "recommendations",
    "resources",
    "activities",
    "facilitation",
    "workshops",
    "projects",
    "kit.ui",
    "kit.mail",
)

urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path("", include(f"alongside.{name}.urls"))
        for name in CAPABILITIES
        if find_spec(f"alongside.{name}.urls")
    ),
    path("accounts/", include("alongside.people.urls")),
]

handler400 = "alongside.kit.ui.errors.bad_request"
handler403 = "alongside.kit.ui.errors.forbidden"
handler404 = "alongside.kit.ui.errors.not_found"
handler500 = "alongside.kit.ui.errors.broken"
