"""The request as the access middleware hands it to a view: it knows who is looking."""

from django.http import HttpRequest

from alongside.kit.access import Viewer


class Request(HttpRequest):
    """A request with its viewer. For types only: nobody makes one."""

    viewer: Viewer
