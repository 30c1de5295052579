"""One connection: a request, and its answer."""
import io
import sys
import time
import traceback
from email.utils import formatdate
from urllib.parse import unquote

from . import SERVER, SERVER_SOFTWARE


class Connection:
    def __init__(self, arbiter, connection, address, server):
        self.arbiter, self.connection, self.address, self.server = arbiter, connection, address, server

    def handle(self):
        try:
            self.connection.settimeout(self.arbiter.settings.timeout or None)
            environ = self.read()
            if environ is not None:
                self.answer(environ)
        except (ConnectionError, TimeoutError):
            pass
        finally:
            self.connection.close()

    def read(self):
        file = self.connection.makefile('rb')
        line = file.readline(8190).decode('latin-1').rstrip('\r\n')
        if not line:
            return None
        parts = line.split(' ')
        if len(parts) != 3 or not parts[2].startswith('HTTP/'):
            self.refuse(f'Invalid Request Line: {line!r}' if len(parts) != 3 else f'Invalid HTTP Version: {parts[2]!r}')
            return None
        method, target, protocol = parts
        path, _, query = target.partition('?')
        environ = {
            'wsgi.errors': sys.stderr, 'wsgi.version': (1, 0), 'wsgi.multithread': False, 'wsgi.multiprocess': self.arbiter.settings.workers > 1, 'wsgi.run_once': False, 'wsgi.url_scheme': 'http', 'gunicorn.pid': self.arbiter.pid,
            'SERVER_SOFTWARE': SERVER_SOFTWARE, 'REQUEST_METHOD': method, 'QUERY_STRING': query, 'RAW_URI': target, 'SERVER_PROTOCOL': protocol, 'PATH_INFO': unquote(path).encode().decode('latin-1'), 'SCRIPT_NAME': '',
            'REMOTE_ADDR': self.address[0] if isinstance(self.address, tuple) else '', 'REMOTE_PORT': str(self.address[1]) if isinstance(self.address, tuple) else '', 'SERVER_NAME': self.server[0] if isinstance(self.server, tuple) else self.server, 'SERVER_PORT': str(self.server[1]) if isinstance(self.server, tuple) else '',
        }
        while True:
            header = file.readline(8190).decode('latin-1').rstrip('\r\n')
            if not header:
                break
            key, _, value = header.partition(':')
            name = key.upper().replace('-', '_')
            name = name if name in ('CONTENT_TYPE', 'CONTENT_LENGTH') else 'HTTP_' + name
            environ[name] = f'{environ[name]},{value.strip()}' if name in environ else value.strip()
        length = int(environ.get('CONTENT_LENGTH') or 0)
        if environ.get('HTTP_TRANSFER_ENCODING', '').lower() == 'chunked':
            data = b''
            while True:
                size = int(file.readline().split(b';')[0] or b'0', 16)
                data += file.read(size)
                file.readline()
                if not size:
                    break
            environ['wsgi.input'], environ['CONTENT_LENGTH'] = io.BytesIO(data), str(len(data))
        else:
            if environ.get('HTTP_EXPECT', '').lower() == '100-continue':
                self.connection.sendall(b'HTTP/1.1 100 Continue\r\n\r\n')
            environ['wsgi.input'] = io.BytesIO(file.read(length) if length else b'')
        return environ

    def answer(self, environ):
        started = time.time()
        head, sent = [], [0, False]

        def start_response(status, headers, exc_info=None):
            head[:] = [status, headers]
            return write

        def write(data):
            if not sent[1]:
                names = {key.lower() for key, _ in head[1]}
                self.chunked = 'content-length' not in names and environ['SERVER_PROTOCOL'] == 'HTTP/1.1' and environ['REQUEST_METHOD'] != 'HEAD' and not head[0].startswith(('1', '204', '304'))
                lines = [f"{environ['SERVER_PROTOCOL']} {head[0]}", f'Server: {SERVER}', f'Date: {formatdate(usegmt=True)}', 'Connection: close', *(['Transfer-Encoding: chunked'] if self.chunked else []), *(f'{key}: {value}' for key, value in head[1])]
                self.connection.sendall(('\r\n'.join(lines) + '\r\n\r\n').encode('latin-1'))
                sent[1] = True
            if data:
                self.connection.sendall(b'%x\r\n%s\r\n' % (len(data), data) if self.chunked else data)
                sent[0] += len(data)

        try:
            result = self.arbiter.app(environ, start_response)
            try:
                for part in result:
                    write(part)
                if not sent[1]:
                    write(b'')
                if self.chunked:
                    self.connection.sendall(b'0\r\n\r\n')
            finally:
                if hasattr(result, 'close'):
                    result.close()
            self.arbiter.log.access(environ, head[0], sent[0], started)
        except ConnectionError:
            pass
        except Exception:
            self.arbiter.say(f"Error handling request {environ['RAW_URI']}\n{traceback.format_exc().rstrip()}", 'error')
            if not sent[1]:
                body = b'<html>\n  <head>\n    <title>Internal Server Error</title>\n  </head>\n  <body>\n    <h1><p>Internal Server Error</p></h1>\n    \n  </body>\n</html>\n'
                self.connection.sendall(b'HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))

    def refuse(self, reason):
        self.arbiter.say(f'Invalid request from ip={self.address[0] if isinstance(self.address, tuple) else ""}: {reason}', 'warning')
        body = f'<html>\n  <head>\n    <title>Bad Request</title>\n  </head>\n  <body>\n    <h1><p>Bad Request</p></h1>\n    {reason}\n  </body>\n</html>\n'.encode()
        self.connection.sendall(b'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))
