"""The Python SDK of the Docker Engine API: a client. There is no engine in it."""
__version__ = '@VERSION@'

from . import errors as errors, types as types  # noqa: E402
from .api import APIClient as APIClient  # noqa: E402
from .client import DockerClient as DockerClient, from_env as from_env  # noqa: E402
