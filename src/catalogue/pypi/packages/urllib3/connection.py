"""Connections that say what went wrong in words of their own."""
import http.client
import socket

from .exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, SSLError


class HTTPConnection(http.client.HTTPConnection):
    def connect(self):
        try:
            self.sock = socket.create_connection((self.host, self.port), self.timeout)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, f'Connection to {self.host} timed out. (connect timeout={self.timeout})') from error
        except OSError as error:
            raise NewConnectionError(self, f'Failed to establish a new connection: {error}') from error

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>'

    __str__ = __repr__


class HTTPSConnection(HTTPConnection):
    default_port = 443

    def connect(self):
        super().connect()
        import ssl
        try:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
        except (OSError, RuntimeError) as error:
            self.sock.close()
            raise SSLError(error) from error


class UnixHTTPConnection(HTTPConnection):
    """HTTP over a socket in the file system."""

    def __init__(self, path, timeout=None):
        super().__init__('localhost', timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)
