"""WSGI: requests, responses, routes, and a server for development."""
__version__ = '@VERSION@'
_release = tuple(int(part) for part in __version__.split('.')[:2])

from .wrappers import Request as Request, Response as Response  # noqa: E402
from .serving import run_simple as run_simple  # noqa: E402
from .test import Client as Client  # noqa: E402
