"""HTTP connections: the errors and names that requests and its users know."""
from . import exceptions as exceptions
from .connection import HTTPConnection as HTTPConnection, HTTPSConnection as HTTPSConnection

__version__ = '@VERSION@'


def disable_warnings(category=None):
    import warnings
    warnings.simplefilter('ignore', category or exceptions.HTTPWarning)


class Timeout:
    def __init__(self, total=None, connect=None, read=None):
        self.connect_timeout, self.read_timeout = connect or total, read or total


class Retry:
    def __init__(self, total=10, connect=None, read=None, status_forcelist=(), backoff_factor=0, **_):
        self.total, self.connect, self.read, self.status_forcelist, self.backoff_factor = total, connect, read, status_forcelist, backoff_factor
