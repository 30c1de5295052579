"""Requests and responses."""
import io
import json as _json
from urllib.parse import parse_qsl, quote

from .datastructures import Accept, Authorization, CombinedMultiDict, EnvironHeaders, FileStorage, Headers, ImmutableMultiDict
from .exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType
from .http import dump_cookie, HTTP_STATUS_CODES, http_date, parse_cookie, parse_options_header
from .utils import cached_property


class Request:
    """What a client asked, from its WSGI environment."""

    charset = 'utf-8'
    max_content_length = None

    def __init__(self, environ, populate_request=True, shallow=False):
        self.environ = environ
        self.method = environ.get('REQUEST_METHOD', 'GET').upper()
        self.scheme = environ.get('wsgi.url_scheme', 'http')
        self.headers = EnvironHeaders(environ)
        self.path = '/' + environ.get('PATH_INFO', '').encode('latin-1').decode('utf-8', 'replace').lstrip('/')
        self.root_path = environ.get('SCRIPT_NAME', '').rstrip('/')
        self.script_root = self.root_path
        self.query_string = environ.get('QUERY_STRING', '').encode('latin-1')
        self.remote_addr = environ.get('REMOTE_ADDR')
        self.content_type = environ.get('CONTENT_TYPE')
        self.content_length = int(environ['CONTENT_LENGTH']) if environ.get('CONTENT_LENGTH', '').isdigit() else None
        self.mimetype, self.mimetype_params = parse_options_header(self.content_type)
        self.mimetype = self.mimetype.lower()

    @property
    def args(self):
        return self._args

    @cached_property
    def _args(self):
        return ImmutableMultiDict(parse_qsl(self.query_string.decode('latin-1'), keep_blank_values=True))

    @cached_property
    def data(self):
        return self.get_data()

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        if '_data' not in self.__dict__:
            if self.max_content_length is not None and (self.content_length or 0) > self.max_content_length:
                raise RequestEntityTooLarge()
            stream = self.environ.get('wsgi.input')
            self._data = stream.read(self.content_length) if stream and self.content_length else b''
        return self._data.decode('utf-8', 'replace') if as_text else self._data

    @property
    def stream(self):
        return io.BytesIO(self.get_data())

    @cached_property
    def _form(self):
        if self.mimetype == 'application/x-www-form-urlencoded':
            return ImmutableMultiDict(parse_qsl(self.get_data().decode('utf-8', 'replace'), keep_blank_values=True)), ImmutableMultiDict()
        if self.mimetype == 'multipart/form-data':
            return self._multipart()
        return ImmutableMultiDict(), ImmutableMultiDict()

    def _multipart(self):
        boundary = b'--' + self.mimetype_params.get('boundary', '').encode()
        fields, files = [], []
        for part in self.get_data().split(boundary)[1:]:
            if part.startswith(b'--'):
                break
            head, _, body = part.lstrip(b'\r\n').partition(b'\r\n\r\n')
            body = body[:-2] if body.endswith(b'\r\n') else body
            headers = Headers(line.split(': ', 1) for line in head.decode('utf-8', 'replace').split('\r\n') if ': ' in line)
            _, params = parse_options_header(headers.get('Content-Disposition'))
            if 'filename' in params:
                files.append((params.get('name'), FileStorage(io.BytesIO(body), params['filename'], params.get('name'), headers.get('Content-Type'), headers)))
            else:
                fields.append((params.get('name'), body.decode('utf-8', 'replace')))
        return ImmutableMultiDict(fields), ImmutableMultiDict(files)

    @property
    def form(self):
        return self._form[0]

    @property
    def files(self):
        return self._form[1]

    @property
    def values(self):
        return CombinedMultiDict([self.args, self.form] if self.method in ('POST', 'PUT', 'PATCH') else [self.args])

    @cached_property
    def cookies(self):
        return ImmutableMultiDict(parse_cookie(self.environ.get('HTTP_COOKIE')))

    @property
    def is_json(self):
        return self.mimetype == 'application/json' or (self.mimetype.startswith('application/') and self.mimetype.endswith('+json'))

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False, cache=True):
        if not (force or self.is_json):
            return None if silent else self.on_json_loading_failed(None)
        try:
            return _json.loads(self.get_data())
        except ValueError as error:
            return None if silent else self.on_json_loading_failed(error)

    def on_json_loading_failed(self, error):
        if error is not None:
            raise BadRequest(f'Failed to decode JSON object: {error}')
        raise UnsupportedMediaType("Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")

    host = property(lambda self: self.environ.get('HTTP_HOST') or self.environ.get('SERVER_NAME', '') + (':' + self.environ['SERVER_PORT'] if self.environ.get('SERVER_PORT') not in (None, '80', '443') else ''))
    host_url = property(lambda self: f'{self.scheme}://{self.host}/')
    url_root = property(lambda self: f'{self.scheme}://{self.host}{self.root_path}/')
    root_url = url_root
    base_url = property(lambda self: self.url_root.rstrip('/') + quote(self.path, safe="/!$&'()*+,:;=@%"))
    url = property(lambda self: self.base_url + ('?' + self.query_string.decode('latin-1') if self.query_string else ''))
    full_path = property(lambda self: f"{self.path}?{self.query_string.decode('latin-1')}")
    is_secure = property(lambda self: self.scheme in ('https', 'wss'))
    access_route = property(lambda self: [each.strip() for each in self.environ['HTTP_X_FORWARDED_FOR'].split(',')] if 'HTTP_X_FORWARDED_FOR' in self.environ else [self.remote_addr] if self.remote_addr else [])
    referrer = property(lambda self: self.headers.get('Referer'))
    origin = property(lambda self: self.headers.get('Origin'))
    authorization = property(lambda self: Authorization.from_header(self.headers.get('Authorization')))
    user_agent = property(lambda self: UserAgent(self.headers.get('User-Agent', '')))
    accept_mimetypes = property(lambda self: Accept(self.headers.get('Accept')))
    accept_languages = property(lambda self: Accept(self.headers.get('Accept-Language')))
    remote_user = property(lambda self: self.environ.get('REMOTE_USER'))
    is_multithread = property(lambda self: bool(self.environ.get('wsgi.multithread')))

    def __repr__(self):
        return f"<{type(self).__name__} {self.url!r} [{self.method}]>"


class UserAgent(str):
    string = property(lambda self: str(self))


class Response:
    """What is answered; itself a WSGI application."""

    charset = 'utf-8'
    default_status = 200
    default_mimetype = 'text/plain'
    autocorrect_location_header = False

    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None, direct_passthrough=False):
        self.headers = headers if isinstance(headers, Headers) else Headers(headers)
        if content_type is None:
            if mimetype is None and 'content-type' not in self.headers:
                mimetype = self.default_mimetype
            if mimetype is not None:
                text = mimetype.startswith('text/') or mimetype in ('application/xml', 'application/javascript') or mimetype.endswith('+xml')
                content_type = f'{mimetype}; charset={self.charset}' if text and 'charset' not in mimetype else mimetype
        if content_type is not None:
            self.headers['Content-Type'] = content_type
        self.status = self.default_status if status is None else status
        self._on_close = []
        self.direct_passthrough = direct_passthrough
        if response is None:
            self.response = []
        elif isinstance(response, (str, bytes, bytearray)):
            self.set_data(response)
        else:
            self.response = response

    @property
    def status(self):
        return self._status

    @status.setter
    def status(self, value):
        value = getattr(value, 'value', value)
        if isinstance(value, int):
            self._code = value
            self._status = f'{value} {HTTP_STATUS_CODES.get(value, "UNKNOWN").upper()}'
        else:
            code, _, rest = str(value).strip().partition(' ')
            if not code:
                raise ValueError('Empty status argument')
            self._code = int(code) if code.isdigit() else 0
            self._status = value if rest else f'{code} {HTTP_STATUS_CODES.get(self._code, "UNKNOWN").upper()}'

    @property
    def status_code(self):
        return self._code

    @status_code.setter
    def status_code(self, code):
        self.status = code

    def set_data(self, value):
        data = value.encode('utf-8') if isinstance(value, str) else bytes(value)
        self.response = [data]
        self.headers['Content-Length'] = str(len(data))

    def get_data(self, as_text=False):
        if not isinstance(self.response, list):
            self.response = list(self.response)
        data = b''.join(part.encode('utf-8') if isinstance(part, str) else part for part in self.response)
        self.response = [data]
        return data.decode('utf-8') if as_text else data

    data = property(get_data, set_data)

    @property
    def is_json(self):
        return self.mimetype == 'application/json' or (self.mimetype or '').endswith('+json')

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False):
        if not (force or self.is_json):
            return None
        try:
            return _json.loads(self.get_data())
        except ValueError:
            if silent:
                return None
            raise

    @property
    def text(self):
        return self.get_data(as_text=True)

    @property
    def mimetype(self):
        value = self.headers.get('Content-Type')
        return value.partition(';')[0].strip() if value else None

    @mimetype.setter
    def mimetype(self, value):
        self.headers['Content-Type'] = f'{value}; charset=utf-8' if value.startswith('text/') else value

    @property
    def content_type(self):
        return self.headers.get('Content-Type')

    @content_type.setter
    def content_type(self, value):
        self.headers['Content-Type'] = value

    @property
    def content_length(self):
        return self.headers.get('Content-Length', type=int)

    @property
    def location(self):
        return self.headers.get('Location')

    @location.setter
    def location(self, value):
        self.headers['Location'] = value

    def set_cookie(self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, samesite=None):
        self.headers.add('Set-Cookie', dump_cookie(key, value, max_age, expires, path, domain, secure, httponly, samesite))

    def delete_cookie(self, key, path='/', domain=None, **kwargs):
        self.set_cookie(key, expires=0, max_age=0, path=path, domain=domain, **kwargs)

    def call_on_close(self, function):
        self._on_close.append(function)
        return function

    def close(self):
        if hasattr(self.response, 'close'):
            self.response.close()
        for function in self._on_close:
            function()

    def add_etag(self, overwrite=False, weak=False):
        import hashlib
        if overwrite or 'etag' not in self.headers:
            self.headers['ETag'] = f'"{hashlib.sha1(self.get_data()).hexdigest()}"'

    def make_conditional(self, *_args, **_kwargs):
        return self

    def iter_encoded(self):
        for part in self.response:
            yield part.encode('utf-8') if isinstance(part, str) else part

    def freeze(self):
        self.get_data()

    @property
    def is_streamed(self):
        return not isinstance(self.response, (list, tuple))

    def get_wsgi_headers(self, environ):
        headers = self.headers.copy()
        if isinstance(self.response, list) and 'content-length' not in headers and self.status_code not in (204, 304) and self.status_code >= 200:
            headers['Content-Length'] = str(sum(len(part) for part in self.iter_encoded()))
        if self.status_code in (204, 304) or 100 <= self.status_code < 200:
            headers.remove('Content-Length')
        return headers

    def __call__(self, environ, start_response):
        headers = self.get_wsgi_headers(environ)
        start_response(self.status, headers.to_wsgi_list())
        if environ['REQUEST_METHOD'] == 'HEAD' or self.status_code in (204, 304) or 100 <= self.status_code < 200:
            return ()
        return _Closing(self.iter_encoded(), self.close)

    @classmethod
    def force_type(cls, response, environ=None):
        if not isinstance(response, Response):
            response = Response.from_app(response, environ)
        response.__class__ = cls
        return response

    @classmethod
    def from_app(cls, app, environ, buffered=False):
        from .test import run_wsgi_app
        body, status, headers = run_wsgi_app(app, environ)
        return cls(body, status, headers)

    last_modified = property(lambda self: self.headers.get('Last-Modified'), lambda self, value: self.headers.set('Last-Modified', http_date(value)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        length = f'{sum(len(part) for part in self.iter_encoded())} bytes' if isinstance(self.response, list) else 'streamed'
        return f'<{type(self).__name__} {length} [{self.status}]>'


class _Closing:
    def __init__(self, parts, close):
        self.parts, self.close = parts, close

    def __iter__(self):
        return self.parts


BaseRequest, BaseResponse = Request, Response
