"""Links for other devices."""

import pytest
from django.test import RequestFactory

from alongside.kit import network


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("localhost:8000", "http://192.168.1.7:8000"),
        ("127.0.0.1", "http://192.168.1.7"),
        ("[::1]:8000", "http://192.168.1.7:8000"),
        ("192.168.1.9:8000", "http://192.168.1.9:8000"),
        ("laptop.local", "http://laptop.local"),
    ],
)
def test_a_phone_can_open_what_a_laptop_shows(host, asked, settings, monkeypatch):
    settings.ALLOWED_HOSTS, settings.PUBLIC_URL = ["*"], ""
    monkeypatch.setattr(network, "lan_address", lambda: "192.168.1.7")
    assert network.public_url(RequestFactory().get("/", headers={"host": host})) == asked


def test_the_public_address_goes_first(settings):
    settings.PUBLIC_URL = "https://together.example.org"
    assert network.public_url(RequestFactory().get("/")) == "https://together.example.org"
