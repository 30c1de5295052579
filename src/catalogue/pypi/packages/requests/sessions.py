"""Sessions: what stays the same from request to request."""
import datetime
import http.client
import time
import zlib
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError, ReadTimeoutError, SSLError

from . import exceptions
from .models import PreparedRequest, Request, Response
from .structures import CaseInsensitiveDict


def default_headers():
    from . import __version__
    return CaseInsensitiveDict({'User-Agent': f'python-requests/{__version__}', 'Accept-Encoding': 'gzip, deflate', 'Accept': '*/*', 'Connection': 'keep-alive'})


class HTTPAdapter:
    """Sends a request over a connection of its own."""

    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=0, pool_block=False):
        self.max_retries = max_retries

    def connection(self, parts, timeout):
        kind = HTTPSConnection if parts.scheme == 'https' else HTTPConnection
        return kind(parts.hostname, parts.port or kind.default_port, timeout=timeout)

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        parts = urlsplit(request.url)
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        name = 'HTTPSConnectionPool' if parts.scheme == 'https' else 'HTTPConnectionPool'
        pool = f"{name}(host={parts.hostname!r}, port={parts.port or (443 if parts.scheme == 'https' else 80)})"
        connection = self.connection(parts, connect)
        try:
            connection.connect()
            connection.sock.settimeout(read)
            connection.putrequest(request.method, request.path_url, skip_host='Host' in request.headers, skip_accept_encoding=True)
            for key, value in request.headers.items():
                connection.putheader(key, value)
            connection.endheaders(request.body)
            raw = connection.getresponse()
        except NewConnectionError as error:
            raise exceptions.ConnectionError(MaxRetryError(pool, request.path_url, error), request=request) from error
        except ConnectTimeoutError as error:
            raise exceptions.ConnectTimeout(MaxRetryError(pool, request.path_url, error), request=request) from error
        except SSLError as error:
            raise exceptions.SSLError(MaxRetryError(pool, request.path_url, error), request=request) from error
        except TimeoutError as error:
            raise exceptions.ReadTimeout(ReadTimeoutError(pool, request.url, f'Read timed out. (read timeout={read})'), request=request) from error
        except (http.client.HTTPException, OSError) as error:
            words = 'Remote end closed connection without response' if isinstance(error, http.client.RemoteDisconnected) else None
            raise exceptions.ConnectionError(('Connection aborted.', type(error)(words) if words else error), request=request) from error
        return self.build_response(request, raw, connection, pool, read)

    def build_response(self, request, raw, connection, pool, read):
        response = Response()
        response.status_code, response.reason, response.url, response.request, response.raw = raw.status, raw.reason, request.url, request, raw
        response.connection_, response.pool, response.read_timeout = connection, pool, read
        for key in dict.fromkeys(key.lower() for key in raw.headers.keys()):
            original = next(each for each in raw.headers.keys() if each.lower() == key)
            response.headers[original] = ', '.join(raw.headers.get_all(key))
        kind = response.headers.get('content-type', '')
        if 'charset=' in kind:
            response.encoding = kind.split('charset=')[1].split(';')[0].strip('"\' ')
        elif kind.startswith('text'):
            response.encoding = 'ISO-8859-1'
        elif kind.partition(';')[0] == 'application/json':
            response.encoding = 'utf-8'
        for value in raw.headers.get_all('Set-Cookie') or []:
            for name, morsel in SimpleCookie(value).items():
                response.cookies[name] = morsel.value
        return response

    def close(self):
        pass


def read_all(response):
    try:
        data = response.raw.read()
    except TimeoutError as error:
        raise exceptions.ConnectionError(ReadTimeoutError(response.pool, response.url, 'Read timed out.')) from error
    except http.client.IncompleteRead as error:
        raise exceptions.ChunkedEncodingError(error) from error
    finally:
        response.connection_.close()
    coding = response.headers.get('content-encoding', '').lower()
    if coding in ('gzip', 'deflate') and data:
        data = zlib.decompress(data, 47 if coding == 'gzip' else 15)
    return data


class Session:
    def __init__(self):
        self.headers, self.auth, self.params, self.cookies, self.verify, self.cert, self.proxies = default_headers(), None, {}, {}, True, None, {}
        self.max_redirects, self.trust_env, self.hooks, self.stream = 30, True, {'response': []}, False
        self.adapters = {}
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter
        self.adapters = dict(sorted(self.adapters.items(), key=lambda pair: -len(pair[0])))

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise exceptions.InvalidSchema(f'No connection adapters were found for {url!r}')

    def prepare_request(self, request):
        headers = CaseInsensitiveDict({**self.headers, **(request.headers or {})})
        for key in [key for key, value in (request.headers or {}).items() if value is None]:
            headers.pop(key, None)
        params = request.params if isinstance(request.params, str) else {**self.params, **dict(request.params or {})}
        return PreparedRequest().prepare(request.method, request.url, headers, request.files, request.data, params, request.auth or self.auth, {**self.cookies, **(request.cookies or {})}, json=request.json)

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        prepared = self.prepare_request(Request(method.upper(), url, headers, files, data, params, auth, cookies, json=json))
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects, stream=bool(stream))

    def send(self, request, timeout=None, allow_redirects=True, stream=False, **_):
        adapter = self.get_adapter(request.url)
        started = time.monotonic()
        response = adapter.send(request, stream=stream, timeout=timeout)
        response.elapsed = datetime.timedelta(seconds=time.monotonic() - started)
        self.cookies.update(response.cookies)
        if not stream or (allow_redirects and response.is_redirect):
            response.content
        history = []
        while allow_redirects and response.is_redirect:
            history.append(response)
            if len(history) > self.max_redirects:
                raise exceptions.TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            method, body = response.request.method, response.request.body
            if (response.status_code == 303 and method != 'HEAD') or (response.status_code in (301, 302) and method == 'POST'):
                method, body = 'GET', None
            headers = {key: value for key, value in response.request.headers.items() if body is not None or key.lower() not in ('content-length', 'content-type')}
            headers.pop('Cookie', None)
            target = urljoin(response.url, response.headers['location'])
            if urlsplit(target).netloc != urlsplit(response.url).netloc:
                headers = {key: value for key, value in headers.items() if key.lower() != 'authorization'}
            following = PreparedRequest().prepare(method, target, headers, data=body, cookies=self.cookies)
            response = self.get_adapter(target).send(following, timeout=timeout)
            self.cookies.update(response.cookies)
            response.content if not stream else None
        response.history = history
        return response

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _method(method):
    def send(self, url, data=None, json=None, **kwargs):
        if method in ('GET', 'OPTIONS'):
            kwargs.setdefault('allow_redirects', True)
            return self.request(method, url, params=kwargs.pop('params', data), **kwargs)
        if method == 'HEAD':
            kwargs.setdefault('allow_redirects', False)
            return self.request(method, url, **kwargs)
        return self.request(method, url, data=data, json=json, **kwargs)
    return send


for _name in ('get', 'post', 'put', 'patch', 'delete', 'head', 'options'):
    setattr(Session, _name, _method(_name.upper()))


def session():
    return Session()
