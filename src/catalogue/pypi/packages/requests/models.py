"""Requests and responses."""
import base64
import json as _json
import os
from http import HTTPStatus
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit

from . import exceptions
from .structures import CaseInsensitiveDict, LookupDict

codes = LookupDict(name='status_codes')
for _status in HTTPStatus:
    for _name in (_status.name.lower(), _status.name):
        setattr(codes, _name, _status.value)
codes.ok = codes.OK = 200
codes.created, codes.not_found, codes.teapot, codes.server_error = 201, 404, 418, 500


def _pairs(data):
    items = data.items() if hasattr(data, 'items') else data
    return [(key, each) for key, value in items for each in (value if isinstance(value, (list, tuple)) else [value]) if each is not None]


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None, json=None):
        self.method, self.url, self.headers, self.files, self.data, self.params, self.auth, self.cookies, self.json = method, url, headers or {}, files, data or [], params or {}, auth, cookies, json

    def prepare(self):
        return PreparedRequest().prepare(self.method, self.url, self.headers, self.files, self.data, self.params, self.auth, self.cookies, json=self.json)

    def __repr__(self):
        return f'<Request [{self.method}]>'


class PreparedRequest:
    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None, json=None):
        self.method = method.upper()
        self.url = self._url(url, params)
        self.headers = CaseInsensitiveDict({key: value for key, value in (headers or {}).items() if value is not None})
        self.body = self._body(data, files, json)
        if self.body is not None:
            self.headers.setdefault('Content-Length', str(len(self.body)))
        elif self.method not in ('GET', 'HEAD'):
            self.headers['Content-Length'] = '0'
        parts = urlsplit(self.url)
        if auth is None and parts.username:
            auth = (parts.username, parts.password or '')
        if callable(auth):
            auth(self)
        elif auth:
            self.headers['Authorization'] = 'Basic ' + base64.b64encode(':'.join(map(str, auth)).encode('latin-1')).decode()
        if cookies and 'Cookie' not in self.headers:
            self.headers['Cookie'] = '; '.join(f'{key}={value}' for key, value in cookies.items())
        return self

    def _url(self, url, params):
        url = url.decode() if isinstance(url, bytes) else str(url).lstrip()
        if ':' in url and not url.lower().startswith('http'):
            return url
        try:
            parts = urlsplit(url)
            parts.port
        except ValueError as error:
            raise exceptions.InvalidURL(f'Failed to parse: {url}') from error
        if not parts.scheme:
            raise exceptions.MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        if not parts.hostname:
            raise exceptions.InvalidURL(f'Invalid URL {url!r}: No host supplied')
        extra = params if isinstance(params, str) else urlencode(_pairs(params or {}))
        query = '&'.join(part for part in (parts.query, extra) if part)
        return urlunsplit((parts.scheme, parts.netloc, quote(parts.path or '/', safe="!#$%&'()*+,/:;=?@[]~"), quote(query, safe="!#$%&'()*+,/:;=?@[]~"), parts.fragment))

    def _body(self, data, files, json):
        if not data and json is not None:
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as error:
                raise exceptions.InvalidJSONError(error, request=self) from error
            self.headers.setdefault('Content-Type', 'application/json')
            return body.encode()
        if files:
            return self._multipart(data, files)
        if not data:
            return None
        if isinstance(data, (str, bytes)):
            return data.encode() if isinstance(data, str) else data
        if hasattr(data, 'read'):
            body = data.read()
            return body.encode() if isinstance(body, str) else body
        if hasattr(data, '__next__'):
            return b''.join(data)
        self.headers.setdefault('Content-Type', 'application/x-www-form-urlencoded')
        return urlencode(_pairs(data)).encode()

    def _multipart(self, data, files):
        boundary = os.urandom(16).hex()
        out = b''
        for key, value in _pairs(data) if data else []:
            out += f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in files.items() if hasattr(files, 'items') else files:
            name, content, kind = key, value, None
            if isinstance(value, (tuple, list)):
                name, content, *rest = value
                kind = rest[0] if rest else None
            elif getattr(value, 'name', None):
                name = os.path.basename(value.name)
            content = content.read() if hasattr(content, 'read') else content
            content = content.encode() if isinstance(content, str) else content
            out += f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"; filename="{name}"\r\n'.encode() + (f'Content-Type: {kind}\r\n'.encode() if kind else b'') + b'\r\n' + content + b'\r\n'
        self.headers['Content-Type'] = f'multipart/form-data; boundary={boundary}'
        return out + f'--{boundary}--\r\n'.encode()

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or '/') + (f'?{parts.query}' if parts.query else '')

    def copy(self):
        import copy
        return copy.copy(self)

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class Response:
    def __init__(self):
        self._content, self.raw, self._read = False, None, False
        self.status_code, self.url, self.encoding, self.reason, self.request, self.elapsed = None, None, None, None, None, None
        self.headers, self.history, self.cookies = CaseInsensitiveDict(), [], {}

    @property
    def content(self):
        if self._content is False:
            from .sessions import read_all
            self._content = read_all(self) if self.raw is not None else b''
        return self._content

    @property
    def apparent_encoding(self):
        from charset_normalizer import detect
        return detect(self.content)['encoding']

    @property
    def text(self):
        if not self.content:
            return ''
        try:
            return str(self.content, self.encoding or self.apparent_encoding, errors='replace')
        except LookupError:
            return str(self.content, errors='replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.content.decode('utf-8-sig') if not self.encoding else self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise exceptions.JSONDecodeError(error.msg, error.doc, error.pos) from None

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 302, 303, 307, 308)

    def raise_for_status(self):
        kind = 'Client' if 400 <= self.status_code < 500 else 'Server' if 500 <= self.status_code < 600 else None
        if kind:
            raise exceptions.HTTPError(f'{self.status_code} {kind} Error: {self.reason} for url: {self.url}', response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        data = self.content
        size = chunk_size or len(data) or 1
        for at in range(0, len(data), size):
            part = data[at:at + size]
            yield part.decode(self.encoding or 'utf-8', 'replace') if decode_unicode else part

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        lines = self.content.split(delimiter) if delimiter else self.content.splitlines()
        for line in lines:
            yield line.decode(self.encoding or 'utf-8') if decode_unicode else line

    def close(self):
        if self.raw is not None:
            self.raw.close()

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


_ = urljoin
