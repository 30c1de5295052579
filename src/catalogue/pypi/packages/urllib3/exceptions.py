"""What can go wrong."""
from . import _version as _version


class HTTPError(Exception):
    pass


class HTTPWarning(Warning):
    pass


class InsecureRequestWarning(HTTPWarning):
    pass


class PoolError(HTTPError):
    def __init__(self, pool, message):
        self.pool = pool
        super().__init__(f'{pool}: {message}')


class RequestError(PoolError):
    def __init__(self, pool, url, message):
        self.url = url
        super().__init__(pool, message)


class MaxRetryError(RequestError):
    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, f'Max retries exceeded with url: {url} (Caused by {reason!r})')


class TimeoutError(HTTPError):
    pass


class ReadTimeoutError(TimeoutError, RequestError):
    pass


class ConnectTimeoutError(TimeoutError):
    pass


class ProtocolError(HTTPError):
    pass


class SSLError(HTTPError):
    pass


class NewConnectionError(ConnectTimeoutError):
    def __init__(self, conn, message):
        self.conn = conn
        super().__init__(f'{conn}: {message}')


if _version.release < (2, 0):
    class NameResolutionError(NewConnectionError):
        """Before version 2 a name that is not found is a connection that is not made."""

        def __init__(self, host, conn, reason):
            super().__init__(conn, f'Failed to establish a new connection: {reason}')

        def __repr__(self):
            return f'NewConnectionError({self.args[0]!r})'
else:
    class NameResolutionError(NewConnectionError):
        def __init__(self, host, conn, reason):
            super().__init__(conn, f"Failed to resolve '{host}' ({reason})")
