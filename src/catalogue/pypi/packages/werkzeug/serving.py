"""The server for development."""
import io
import logging
import os
import platform
import signal
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote, urlsplit

_logger = None


def _log(kind, message, *args):
    global _logger
    if _logger is None:
        _logger = logging.getLogger('werkzeug')
        if _logger.level == logging.NOTSET:
            _logger.setLevel(logging.INFO)
        if not _has_handler(_logger):
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter('%(message)s'))
            _logger.addHandler(handler)
    getattr(_logger, kind)(message.rstrip(), *args)


def _has_handler(logger):
    current = logger
    while current:
        if current.handlers:
            return True
        if not current.propagate:
            break
        current = current.parent
    return False


def _style(text, *styles):
    codes = {'bold': 1, 'red': 31, 'green': 32, 'yellow': 33, 'magenta': 35, 'cyan': 36}
    return ''.join(f'\x1b[{codes[style]}m' for style in styles) + text + '\x1b[0m'


class WSGIRequestHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    @property
    def server_version(self):
        from . import __version__
        return f'Werkzeug/{__version__}'

    def version_string(self):
        return f'{self.server_version} Python/{platform.python_version()}'

    def make_environ(self):
        parts = urlsplit(self.path if not self.path.startswith('//') else '/' + self.path.lstrip('/'))
        environ = {
            'wsgi.version': (1, 0), 'wsgi.url_scheme': 'http', 'wsgi.input': self.rfile, 'wsgi.errors': sys.stderr, 'wsgi.multithread': self.server.multithread, 'wsgi.multiprocess': False, 'wsgi.run_once': False,
            'werkzeug.socket': self.connection, 'SERVER_SOFTWARE': self.server_version, 'REQUEST_METHOD': self.command, 'SCRIPT_NAME': '', 'PATH_INFO': unquote(parts.path).encode().decode('latin-1'), 'QUERY_STRING': parts.query,
            'REQUEST_URI': self.path, 'RAW_URI': self.path, 'REMOTE_ADDR': self.client_address[0], 'REMOTE_PORT': self.client_address[1], 'SERVER_NAME': self.server.server_address[0], 'SERVER_PORT': str(self.server.server_address[1]), 'SERVER_PROTOCOL': self.request_version,
        }
        for key, value in self.headers.items():
            name = key.upper().replace('-', '_')
            if name not in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
                name = f'HTTP_{name}'
            environ[name] = f'{environ[name]},{value}' if name in environ and name.startswith('HTTP_') else value
        if environ.get('HTTP_TRANSFER_ENCODING', '').strip().lower() == 'chunked':
            data = self._dechunk()
            environ['wsgi.input'], environ['CONTENT_LENGTH'] = io.BytesIO(data), str(len(data))
        return environ

    def _dechunk(self):
        data = b''
        while True:
            size = int(self.rfile.readline().split(b';')[0].strip() or b'0', 16)
            data += self.rfile.read(size)
            self.rfile.readline()
            if size == 0:
                return data

    def run_wsgi(self):
        if self.headers.get('Expect', '').lower().strip() == '100-continue':
            self.wfile.write(b'HTTP/1.1 100 Continue\r\n\r\n')
        self.environ = environ = self.make_environ()
        started, sent = [], []
        chunked = False

        def write(data):
            nonlocal chunked
            if not sent:
                status, headers = sent[:] = started
                code, _, message = status.partition(' ')
                self.send_response(int(code), message)
                names = {key.lower() for key, _ in headers}
                for key, value in headers:
                    self.send_header(key, value)
                if not ('content-length' in names or environ['REQUEST_METHOD'] == 'HEAD' or int(code) < 200 or int(code) in (204, 304)) and self.protocol_version >= 'HTTP/1.1':
                    chunked = True
                    self.send_header('Transfer-Encoding', 'chunked')
                self.send_header('Connection', 'close')
                self.end_headers()
            if data:
                self.wfile.write(f'{len(data):x}\r\n'.encode() + data + b'\r\n' if chunked else data)
                self.wfile.flush()

        def start_response(status, headers, exc_info=None):
            if exc_info and sent:
                raise exc_info[1].with_traceback(exc_info[2])
            started[:] = [status, headers]
            return write

        def execute(app):
            result = app(environ, start_response)
            try:
                for data in result:
                    write(data)
                if not sent:
                    write(b'')
                if chunked:
                    self.wfile.write(b'0\r\n\r\n')
            finally:
                if hasattr(result, 'close'):
                    result.close()

        try:
            execute(self.server.app)
        except (ConnectionError, socket.timeout):
            pass
        except Exception as error:
            if self.server.passthrough_errors:
                raise
            if sent:
                self.close_connection = True
            from .debug import traceback_text
            from .exceptions import InternalServerError
            try:
                if not sent:
                    execute(InternalServerError())
            except Exception:
                pass
            self.server.log('error', f'Error on request:\n{traceback_text(error)}')

    def handle_one_request(self):
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline:
            self.close_connection = True
        elif self.parse_request():
            self.close_connection = True
            self.run_wsgi()
            self.close_connection = True

    def handle(self):
        try:
            super().handle()
        except (ConnectionError, socket.timeout):
            pass

    def log_date_time_string(self):
        return time.strftime('%d/%b/%Y %H:%M:%S', time.localtime())

    def log_request(self, code='-', size='-'):
        message = f'{self.command} {self.path} {self.request_version}' if getattr(self, 'command', None) else self.requestline
        code = str(getattr(code, 'value', code))
        if code[0] == '1':
            message = _style(message, 'bold')
        elif code == '304':
            message = _style(message, 'cyan')
        elif code[0] == '3':
            message = _style(message, 'green')
        elif code == '404':
            message = _style(message, 'yellow')
        elif code[0] == '4':
            message = _style(message, 'red', 'bold')
        elif code[0] == '5':
            message = _style(message, 'magenta', 'bold')
        self.log('info', '"%s" %s %s', message, code, size)

    def log_error(self, format, *args):
        self.log('error', format, *args)

    def log_message(self, format, *args):
        self.log('info', format, *args)

    def log(self, kind, message, *args):
        _log(kind, f'{self.client_address[0]} - - [{self.log_date_time_string()}] {message}\n'.replace('%', '%%') % () if not args else f'{self.client_address[0]} - - [{self.log_date_time_string()}] {message % args}'.replace('%', '%%') % ())


class BaseWSGIServer:
    """Listens, and serves one connection after the other."""

    multithread = False
    passthrough_errors = False
    request_queue_size = 128

    def __init__(self, host, port, app, handler=None, fd=None):
        self.host, self.app = host, app
        self.handler = handler or WSGIRequestHandler
        if fd is not None:
            self.socket = socket.socket(fileno=fd)
        else:
            family = socket.AF_UNIX if host.startswith('unix://') else socket.AF_INET6 if ':' in host else socket.AF_INET
            self.socket = socket.socket(family, socket.SOCK_STREAM)
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                self.socket.bind(host[7:] if family == socket.AF_UNIX else (host, port))
            except OSError as error:
                self.socket.close()
                from ._reloader import errno_of
                text = error.strerror
                print(text, file=sys.stderr)
                if errno_of(error) == 98:
                    print(f'Port {port} is in use by another program. Either identify and stop that program, or start the server with a different port.', file=sys.stderr)
                sys.exit(1)
            self.socket.listen(self.request_queue_size)
        self.server_address = self.socket.getsockname()
        self.port = self.server_address[1] if isinstance(self.server_address, tuple) else 0

    def fileno(self):
        return self.socket.fileno()

    def log(self, kind, message, *args):
        _log(kind, message, *args)

    def serve_forever(self, poll_interval=0.5):
        try:
            while True:
                connection, address = self.socket.accept()
                self.process_request(connection, address)
                self.after_request()
        except KeyboardInterrupt:
            pass
        finally:
            self.server_close()

    def after_request(self):
        pass

    def process_request(self, connection, address):
        try:
            connection.settimeout(10)
            self.handler(connection, address, self)
        except (ConnectionError, socket.timeout):
            pass
        finally:
            try:
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            connection.close()

    def handle_request(self):
        self.process_request(*self.socket.accept())

    def server_close(self):
        self.socket.close()

    def log_startup(self):
        development = 'WARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead.'
        from . import _release
        scheme, messages = 'http', [_style(development, 'red', 'bold')] if _release >= (2, 2) else []
        if self.host in ('0.0.0.0', '::'):
            if _release >= (2, 0):
                messages.append(f' * Running on all addresses ({self.host})')
                localhost, own = ('127.0.0.1', interface_address()) if self.host == '0.0.0.0' else ('[::1]', '[::1]')
                messages += [f' * Running on {scheme}://{localhost}:{self.port}', f' * Running on {scheme}://{own}:{self.port}']
            else:
                messages.append(f' * Running on {scheme}://{self.host}:{self.port}/ (Press CTRL+C to quit)')
        else:
            host = f'[{self.host}]' if ':' in self.host else self.host
            messages.append(f' * Running on {scheme}://{host}:{self.port}' + ('' if _release >= (2, 1) else '/ (Press CTRL+C to quit)'))
        _log('info', '\n'.join(messages))
        if _release >= (2, 1):
            _log('info', _style('Press CTRL+C to quit', 'yellow'))


class ThreadedWSGIServer(BaseWSGIServer):
    """Serves each connection in a thread where there are threads."""

    multithread = True

    def process_request(self, connection, address):
        import threading
        worker = threading.Thread(target=super().process_request, args=(connection, address), daemon=True)
        try:
            worker.start()
        except RuntimeError:
            super().process_request(connection, address)


def interface_address():
    """The address that others reach this machine by."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(('10.253.155.219', 58162))
            return probe.getsockname()[0]
        except OSError:
            return '127.0.0.1'


def make_server(host, port, app, threaded=False, processes=1, request_handler=None, passthrough_errors=False, ssl_context=None, fd=None):
    server = (ThreadedWSGIServer if threaded else BaseWSGIServer)(host, port, app, request_handler, fd)
    server.passthrough_errors = passthrough_errors
    return server


def is_running_from_reloader():
    return os.environ.get('WERKZEUG_RUN_MAIN') == 'true'


def run_simple(hostname, port, application, use_reloader=False, use_debugger=False, use_evalex=True, extra_files=None, exclude_patterns=None, reloader_interval=1, reloader_type='auto', threaded=False, processes=1, request_handler=None, static_files=None, passthrough_errors=False, ssl_context=None):
    """Serves an application until Ctrl-C; with the reloader in a child that is started anew when a file changes."""
    if not isinstance(port, int):
        raise TypeError('port must be an integer')
    if use_debugger:
        from .debug import DebuggedApplication
        application = DebuggedApplication(application, use_evalex)
    if use_reloader and not is_running_from_reloader():
        # The parent keeps the socket: who connects while a child ends or starts waits for the next one.
        from ._reloader import restart_with_reloader
        server = make_server(hostname, port, application)
        server.socket.set_inheritable(True)
        os.environ['WERKZEUG_SERVER_FD'] = str(server.fileno())
        server.log_startup()
        sys.exit(restart_with_reloader())
    fd = int(os.environ['WERKZEUG_SERVER_FD']) if is_running_from_reloader() and 'WERKZEUG_SERVER_FD' in os.environ else None
    server = make_server(hostname, port, application, threaded, processes, request_handler, passthrough_errors, fd=fd)
    if not use_reloader:
        server.log_startup()
        server.serve_forever()
        return
    from ._reloader import run_with_reloader
    if use_debugger:
        application.announce()
    run_with_reloader(server, extra_files, reloader_interval)


_ = signal
