"""A client that calls an application without a network."""
import io
import json as _json
import mimetypes
import os
from urllib.parse import quote, unquote, urlencode, urljoin, urlsplit

from .datastructures import FileStorage, Headers, MultiDict
from .http import parse_cookie
from .wrappers import Response


def run_wsgi_app(app, environ, buffered=False):
    """Runs an application once: its body, status and headers."""
    started = []

    def start_response(status, headers, exc_info=None):
        if exc_info:
            raise exc_info[1].with_traceback(exc_info[2])
        started[:] = [status, headers]
        return lambda data: written.append(data)
    written = []
    result = app(environ, start_response)
    try:
        body = b''.join([*written, *result])
    finally:
        if hasattr(result, 'close'):
            result.close()
    return [body], started[0], Headers(started[1])


class EnvironBuilder:
    """Makes the environment of a request."""

    def __init__(self, path='/', base_url=None, query_string=None, method='GET', data=None, json=None, headers=None, content_type=None, environ_base=None, environ_overrides=None, auth=None, input_stream=None, json_dumps=_json.dumps, **_):
        parts = urlsplit(path)
        base = urlsplit(base_url or (f'{parts.scheme}://{parts.netloc}/' if parts.netloc else 'http://localhost/'))
        if query_string is None:
            query_string = parts.query
        self.path, self.base, self.method = parts.path or '/', base, method.upper()
        self.query_string = query_string if isinstance(query_string, str) else urlencode([(key, each) for key, value in query_string.items() for each in (value if isinstance(value, (list, tuple)) else [value])])
        self.headers = Headers(headers)
        if json is not None:
            data, content_type = json_dumps(json), content_type or 'application/json'
        self.body, self.content_type = self._encode(data, content_type) if input_stream is None else (input_stream.read(), content_type)
        if auth:
            import base64
            self.headers['Authorization'] = 'Basic ' + base64.b64encode(':'.join(auth).encode()).decode()
        self.base_environ, self.overrides = environ_base or {}, environ_overrides or {}

    def _encode(self, data, content_type):
        if data is None:
            return b'', content_type
        if isinstance(data, (str, bytes)):
            return (data.encode() if isinstance(data, str) else data), content_type
        if hasattr(data, 'read'):
            return data.read(), content_type
        pairs = [(key, each) for key, value in data.items() for each in (value if isinstance(value, list) else [value])]
        if any(isinstance(value, (tuple, FileStorage)) or hasattr(value, 'read') for _, value in pairs) or content_type == 'multipart/form-data':
            return self._multipart(pairs)
        return urlencode(pairs).encode(), content_type or 'application/x-www-form-urlencoded'

    def _multipart(self, pairs):
        boundary = '---------------WerkzeugFormPart_' + os.urandom(8).hex()
        out = io.BytesIO()
        for key, value in pairs:
            stream, filename, kind = None, None, None
            if isinstance(value, tuple):
                stream, filename, *rest = value
                kind = rest[0] if rest else None
            elif hasattr(value, 'read'):
                stream, filename = value, getattr(value, 'filename', None) or os.path.basename(getattr(value, 'name', '') or '')
            out.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"'.encode())
            if stream is None:
                out.write(f'\r\n\r\n{value}'.encode())
            else:
                kind = kind or mimetypes.guess_type(filename or '')[0] or 'application/octet-stream'
                out.write(f'; filename="{filename}"\r\nContent-Type: {kind}\r\n\r\n'.encode() + stream.read())
            out.write(b'\r\n')
        out.write(f'--{boundary}--\r\n'.encode())
        return out.getvalue(), f'multipart/form-data; boundary="{boundary}"'

    def get_environ(self):
        host = self.headers.get('Host', self.base.netloc)
        environ = {
            'REQUEST_METHOD': self.method, 'SCRIPT_NAME': self.base.path.rstrip('/'), 'PATH_INFO': unquote(self.path).encode().decode('latin-1'), 'QUERY_STRING': self.query_string, 'REQUEST_URI': quote(self.path), 'RAW_URI': self.path,
            'SERVER_NAME': self.base.hostname or 'localhost', 'SERVER_PORT': str(self.base.port or (443 if self.base.scheme == 'https' else 80)), 'HTTP_HOST': host, 'SERVER_PROTOCOL': 'HTTP/1.1', 'REMOTE_ADDR': '127.0.0.1',
            'wsgi.version': (1, 0), 'wsgi.url_scheme': self.base.scheme or 'http', 'wsgi.input': io.BytesIO(self.body), 'wsgi.errors': __import__('sys').stderr, 'wsgi.multithread': False, 'wsgi.multiprocess': False, 'wsgi.run_once': False,
            'HTTP_USER_AGENT': f'Werkzeug/{_version()}',
        }
        for key, value in self.headers:
            name = key.upper().replace('-', '_')
            environ[name if name in ('CONTENT_TYPE', 'CONTENT_LENGTH') else 'HTTP_' + name] = value
        if self.content_type:
            environ['CONTENT_TYPE'] = self.content_type
        if self.body:
            environ['CONTENT_LENGTH'] = str(len(self.body))
        return {**environ, **self.base_environ, **self.overrides}


def _version():
    from . import __version__
    return __version__


def create_environ(*args, **kwargs):
    return EnvironBuilder(*args, **kwargs).get_environ()


class TestResponse(Response):
    """An answer, with the request and those before it."""

    default_mimetype = None
    history = ()
    request = None


class Cookie:
    def __init__(self, key, value, attributes):
        self.key, self.decoded_key, self.value, self.decoded_value, self.attributes = key, key, value, value, attributes


class Client:
    __test__ = False

    def __init__(self, application, response_wrapper=None, use_cookies=True, **_):
        self.application, self.use_cookies = application, use_cookies
        self.response_wrapper = TestResponse if response_wrapper is None or not issubclass(response_wrapper, TestResponse) else response_wrapper
        self._cookies = {}

    def set_cookie(self, key, value='', **_):
        self._cookies[key] = value

    def delete_cookie(self, key, **_):
        self._cookies.pop(key, None)

    def get_cookie(self, key, **_):
        return Cookie(key, self._cookies[key], {}) if key in self._cookies else None

    def make_environ(self, *args, **kwargs):
        return EnvironBuilder(*args, **kwargs).get_environ()

    def open(self, *args, buffered=False, follow_redirects=False, **kwargs):
        environ = args[0] if args and isinstance(args[0], dict) else self.make_environ(*args, **kwargs)
        if self.use_cookies and self._cookies:
            given = environ.get('HTTP_COOKIE')
            environ['HTTP_COOKIE'] = '; '.join([*([given] if given else []), *(f'{key}={value}' for key, value in self._cookies.items())])
        body, status, headers = run_wsgi_app(self.application, environ)
        for value in headers.getlist('Set-Cookie'):
            key, text = next(iter(parse_cookie(value.partition(';')[0]).items()))
            if 'Max-Age=0' in value:
                self._cookies.pop(key, None)
            else:
                self._cookies[key] = text
        response = self.response_wrapper(body, status, headers)
        from .wrappers import Request
        response.request, response.history = Request(environ), ()
        seen = []
        while follow_redirects and response.status_code in (301, 302, 303, 305, 307, 308):
            seen.append(response)
            if len(seen) > 20:
                raise RuntimeError('Loop detected')
            keep = response.status_code in (307, 308)
            target = urljoin(response.request.url, response.headers['Location'])
            response = self.open(target, method=environ['REQUEST_METHOD'] if keep or environ['REQUEST_METHOD'] == 'HEAD' else 'GET', data=response.request.get_data() if keep else None, content_type=environ.get('CONTENT_TYPE') if keep else None)
        response.history = tuple(seen)
        return response


for _method in ('get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'):
    setattr(Client, _method, (lambda method: lambda self, *args, **kwargs: self.open(*args, **{**kwargs, 'method': method}))(_method.upper()))

_ = MultiDict
