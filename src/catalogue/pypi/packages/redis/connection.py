"""A connection: commands out, replies in, as RESP has them."""
import re
import socket
from urllib.parse import parse_qs, unquote, urlsplit

from .exceptions import AuthenticationError, BusyLoadingError, ConnectionError, DataError, InvalidResponse, NoPermissionError, NoScriptError, ReadOnlyError, ResponseError, TimeoutError

_kinds = {'LOADING': BusyLoadingError, 'READONLY': ReadOnlyError, 'NOSCRIPT': NoScriptError, 'NOAUTH': AuthenticationError, 'WRONGPASS': AuthenticationError, 'NOPERM': NoPermissionError}


def _number(error):
    """Linux's number of an OSError, as its words show it."""
    found = re.match(r'\[Errno (-?\d+)\]', str(error))
    return int(found.group(1)) if found else error.errno


def encode(value, encoding='utf-8'):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise DataError(f"Invalid input of type: '{type(value).__name__}'. Convert to a bytes, string, int or float first.")
    return (repr(value) if isinstance(value, float) else str(value)).encode(encoding)


class Connection:
    def __init__(self, host='localhost', port=6379, db=0, password=None, username=None, socket_timeout=None, socket_connect_timeout=None, unix_socket_path=None, decode_responses=False, encoding='utf-8', client_name=None, **_):
        self.host, self.port, self.db, self.password, self.username, self.path, self.client_name = host, int(port), db, password, username, unix_socket_path, client_name
        self.socket_timeout, self.connect_timeout = socket_timeout, socket_connect_timeout or socket_timeout
        self.decode_responses, self.encoding = decode_responses, encoding
        self._sock, self._file = None, None

    def connect(self):
        if self._sock is not None:
            return
        try:
            if self.path:
                self._sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                self._sock.settimeout(self.connect_timeout)
                self._sock.connect(self.path)
            else:
                self._sock = socket.create_connection((self.host, self.port), self.connect_timeout)
        except socket.timeout:
            self._sock = None
            raise TimeoutError('Timeout connecting to server') from None
        except OSError as error:
            self._sock = None
            where = f'unix socket: {self.path}' if self.path else f'{self.host}:{self.port}'
            text = error.strerror or str(error)
            raise ConnectionError(f"Error {_number(error)} connecting to {where}. {text}.") from None
        self._sock.settimeout(self.socket_timeout)
        self._file = self._sock.makefile('rb')
        if self.password:
            self.send('AUTH', *([self.username] if self.username else []), self.password)
            self.read()
        if self.client_name:
            self.send('CLIENT', 'SETNAME', self.client_name)
            self.read()
        if self.db:
            self.send('SELECT', self.db)
            self.read()

    def disconnect(self):
        if self._sock is not None:
            self._file.close()
            self._sock.close()
        self._sock = self._file = None

    def pack(self, *args):
        words = [encode(args[0], self.encoding)] if isinstance(args[0], bytes) else [part.encode() for part in args[0].split()]
        words += [encode(arg, self.encoding) for arg in args[1:]]
        return b'*%d\r\n' % len(words) + b''.join(b'$%d\r\n%s\r\n' % (len(word), word) for word in words)

    def send(self, *args):
        self.send_packed(self.pack(*args))

    def send_packed(self, data):
        self.connect()
        try:
            self._sock.sendall(data)
        except socket.timeout:
            self.disconnect()
            raise TimeoutError('Timeout writing to socket') from None
        except OSError as error:
            self.disconnect()
            raise ConnectionError(f'Error {_number(error)} while writing to socket. {error.strerror}.') from None

    def read(self, raise_errors=True):
        try:
            value = self._read()
        except socket.timeout:
            self.disconnect()
            raise TimeoutError('Timeout reading from socket' if not self.host or self.path else f'Timeout reading from {self.host}:{self.port}') from None
        except OSError as error:
            self.disconnect()
            raise ConnectionError(f'Error while reading from {self.host}:{self.port} : {error}') from None
        if isinstance(value, (ResponseError, ConnectionError)) and raise_errors:
            raise value
        return value

    def _read(self):
        line = self._file.readline()
        if not line.endswith(b'\r\n'):
            self.disconnect()
            raise ConnectionError('Connection closed by server.')
        kind, rest = line[:1], line[1:-2]
        if kind == b'+':
            return self.decode(rest)
        if kind == b'-':
            text = rest.decode('utf-8', 'replace')
            code, _, message = text.partition(' ')
            if code in _kinds:
                return _kinds[code](message if code not in ('NOAUTH', 'WRONGPASS') else message)
            return ResponseError(message if code == 'ERR' else text)
        if kind == b':':
            return int(rest)
        if kind == b'$':
            length = int(rest)
            return None if length < 0 else self.decode(self._file.read(length + 2)[:-2])
        if kind == b'*':
            length = int(rest)
            return None if length < 0 else [self._read() for _ in range(length)]
        raise InvalidResponse(f'Protocol Error: {line!r}')

    def decode(self, value):
        return value.decode(self.encoding) if self.decode_responses else value

    @property
    def has_data(self):
        import select
        return bool(select.select([self._sock], [], [], 0)[0])

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__}(host={self.host},port={self.port},db={self.db})>'


class ConnectionPool:
    """Connections that are free."""

    def __init__(self, connection_class=Connection, max_connections=None, **kwargs):
        self.connection_class, self.connection_kwargs, self._free = connection_class, kwargs, []

    @classmethod
    def from_url(cls, url, **kwargs):
        parts = urlsplit(url)
        if parts.scheme not in ('redis', 'rediss', 'unix'):
            raise ValueError('Redis URL must specify one of the following schemes (redis://, rediss://, unix://)')
        options = {'password': unquote(parts.password) if parts.password else None, 'username': unquote(parts.username) if parts.username else None}
        if parts.scheme == 'unix':
            options['unix_socket_path'] = parts.path
        else:
            options.update(host=parts.hostname or 'localhost', port=parts.port or 6379)
            if parts.path.strip('/').isdigit():
                options['db'] = int(parts.path.strip('/'))
        for key, values in parse_qs(parts.query).items():
            options[key] = int(values[0]) if values[0].isdigit() else values[0] in ('true', 'True', 'yes') if key == 'decode_responses' else values[0]
        return cls(**{key: value for key, value in {**options, **kwargs}.items() if value is not None})

    def get_connection(self, *_args, **_kwargs):
        return self._free.pop() if self._free else self.connection_class(**self.connection_kwargs)

    def release(self, connection):
        self._free.append(connection)

    def disconnect(self):
        for connection in self._free:
            connection.disconnect()
        self._free = []

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__}({self.connection_class(**self.connection_kwargs)!r})>'
