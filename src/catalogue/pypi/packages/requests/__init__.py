"""HTTP for humans."""
__version__ = '@VERSION@'

from . import exceptions as exceptions, sessions as _sessions  # noqa: E402
from .exceptions import ConnectionError as ConnectionError, ConnectTimeout as ConnectTimeout, HTTPError as HTTPError, JSONDecodeError as JSONDecodeError, ReadTimeout as ReadTimeout, RequestException as RequestException, Timeout as Timeout, TooManyRedirects as TooManyRedirects, URLRequired as URLRequired  # noqa: E402
from .models import codes as codes, PreparedRequest as PreparedRequest, Request as Request, Response as Response  # noqa: E402
from .sessions import Session as Session, session as session  # noqa: E402


def request(method, url, **kwargs):
    """Sends a request and gives the response."""
    with _sessions.Session() as opened:
        return opened.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('options', url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('delete', url, **kwargs)
