"""A client for Redis."""
__version__ = '@VERSION@'
_release_of = tuple(int(part) for part in __version__.split('.')[:2])

from . import exceptions as exceptions  # noqa: E402
from .client import Pipeline as Pipeline, Redis as Redis, StrictRedis as StrictRedis  # noqa: E402
from .connection import Connection as Connection, ConnectionPool as ConnectionPool  # noqa: E402
from .exceptions import AuthenticationError as AuthenticationError, BusyLoadingError as BusyLoadingError, ConnectionError as ConnectionError, DataError as DataError, InvalidResponse as InvalidResponse, PubSubError as PubSubError, ReadOnlyError as ReadOnlyError, RedisError as RedisError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError  # noqa: E402


def from_url(url, **kwargs):
    return Redis.from_url(url, **kwargs)
