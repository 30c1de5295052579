"""The Engine API as methods that give what the engine answers."""
import json
import os
import struct
from urllib.parse import quote, urlencode

import requests
from requests.sessions import HTTPAdapter
from urllib3.connection import UnixHTTPConnection

from . import errors

DEFAULT_UNIX_SOCKET = 'unix:///var/run/docker.sock'


class UnixAdapter(HTTPAdapter):
    def __init__(self, path):
        super().__init__()
        self.path = path

    def connection(self, parts, timeout):
        return UnixHTTPConnection(self.path, timeout)


class APIClient(requests.Session):
    def __init__(self, base_url=None, version=None, timeout=60, tls=False, user_agent=None, **_):
        super().__init__()
        from . import __version__
        base_url = base_url or DEFAULT_UNIX_SOCKET
        self.timeout = timeout
        self.headers['User-Agent'] = user_agent or f'docker-sdk-python/{__version__}'
        if base_url.startswith(('unix://', 'http+unix://')):
            path = '/' + base_url.split('://', 1)[1].lstrip('/')
            self.base_url = 'http+docker://localhost'
            self.mount('http+docker://', UnixAdapter(path))
        else:
            self.base_url = base_url.replace('tcp://', 'http://').rstrip('/')
        self._version = version
        if version in (None, 'auto'):
            try:
                self._version = self.version(api_version=False)['ApiVersion']
            except (requests.exceptions.RequestException, OSError) as error:
                raise errors.DockerException(f'Error while fetching server API version: {error}') from error

    @property
    def api_version(self):
        return self._version

    def _url(self, pattern, *args, versioned=True):
        path = pattern.format(*[quote(str(arg), safe='/:') for arg in args])
        return f'{self.base_url}/v{self._version}{path}' if versioned else self.base_url + path

    def _call(self, method, pattern, *args, params=None, data=None, headers=None, versioned=True, stream=False, timeout=-1):
        url = self._url(pattern, *args, versioned=versioned)
        params = {key: ('1' if value is True else '0' if value is False else value) for key, value in (params or {}).items() if value is not None}
        if params:
            url += '?' + urlencode(params)
        body = json.dumps(data) if isinstance(data, (dict, list)) else data
        headers = {**({'Content-Type': 'application/json'} if isinstance(data, (dict, list)) else {}), **(headers or {})}
        from requests.models import PreparedRequest
        request = PreparedRequest()
        request.method, request.url, request.body = method, url, body.encode() if isinstance(body, str) else body
        from requests.structures import CaseInsensitiveDict
        request.headers = CaseInsensitiveDict({**self.headers, **headers})
        if request.body is not None:
            request.headers['Content-Length'] = str(len(request.body))
        elif method != 'GET':
            request.headers['Content-Length'] = '0'
        response = self.get_adapter(url).send(request, stream=True, timeout=self.timeout if timeout == -1 else timeout)
        if response.status_code >= 400:
            raise errors.create_api_error(response)
        if not stream:
            response.content
        return response

    def _json(self, *args, **kwargs):
        response = self._call(*args, **kwargs)
        return response.json() if response.content else None

    def version(self, api_version=True):
        return self._json('GET', '/version', versioned=api_version)

    def ping(self):
        return self._call('GET', '/_ping').text == 'OK'

    def info(self):
        return self._json('GET', '/info')

    def df(self):
        return self._json('GET', '/system/df')

    def events(self, since=None, until=None, filters=None, decode=None):
        response = self._call('GET', '/events', params={'since': since, 'until': until, 'filters': json.dumps(filters) if filters else None}, stream=True, timeout=None)
        return _lines(response, decode)

    def containers(self, quiet=False, all=False, trunc=False, latest=False, since=None, before=None, limit=-1, size=False, filters=None):
        found = self._json('GET', '/containers/json', params={'limit': 1 if latest else limit if limit >= 0 else None, 'all': int(all), 'size': int(size), 'filters': _filters(filters)})
        return [{'Id': each['Id']} for each in found] if quiet else found

    def create_container(self, image, command=None, name=None, platform=None, **config):
        body = {'Image': image, **({'Cmd': command} if command is not None else {}), **config}
        return self._json('POST', '/containers/create', params={'name': name, 'platform': platform}, data=body)

    def inspect_container(self, container):
        return self._json('GET', '/containers/{0}/json', container)

    def start(self, container):
        self._call('POST', '/containers/{0}/start', container)

    def stop(self, container, timeout=None):
        self._call('POST', '/containers/{0}/stop', container, params={'t': timeout}, timeout=None)

    def restart(self, container, timeout=10):
        self._call('POST', '/containers/{0}/restart', container, params={'t': timeout}, timeout=None)

    def kill(self, container, signal=None):
        self._call('POST', '/containers/{0}/kill', container, params={'signal': signal})

    def pause(self, container):
        self._call('POST', '/containers/{0}/pause', container)

    def unpause(self, container):
        self._call('POST', '/containers/{0}/unpause', container)

    def rename(self, container, name):
        self._call('POST', '/containers/{0}/rename', container, params={'name': name})

    def wait(self, container, timeout=None, condition=None):
        return self._json('POST', '/containers/{0}/wait', container, params={'condition': condition}, timeout=timeout)

    def remove_container(self, container, v=False, link=False, force=False):
        self._call('DELETE', '/containers/{0}', container, params={'v': v, 'link': link, 'force': force})

    def logs(self, container, stdout=True, stderr=True, stream=False, timestamps=False, tail='all', since=None, follow=None, until=None):
        tty = self.inspect_container(container)['Config']['Tty']
        follow = stream if follow is None else follow
        response = self._call('GET', '/containers/{0}/logs', container, params={'stdout': int(stdout), 'stderr': int(stderr), 'timestamps': int(timestamps), 'follow': int(follow), 'tail': tail, 'since': since, 'until': until}, stream=stream, timeout=None)
        if stream:
            return _raw(response) if tty else _frames(response)
        return response.content if tty else b''.join(_unframe(response.content))

    def top(self, container, ps_args=None):
        return self._json('GET', '/containers/{0}/top', container, params={'ps_args': ps_args})

    def stats(self, container, decode=None, stream=True, one_shot=None):
        response = self._call('GET', '/containers/{0}/stats', container, params={'stream': stream, 'one-shot': one_shot}, stream=stream, timeout=None)
        return _lines(response, decode) if stream else response.json()

    def diff(self, container):
        return self._json('GET', '/containers/{0}/changes', container)

    def commit(self, container, repository=None, tag=None, message=None, author=None, **_):
        return self._json('POST', '/commit', params={'container': container, 'repo': repository, 'tag': tag, 'comment': message, 'author': author})

    def exec_create(self, container, cmd, **config):
        import shlex
        body = {'Cmd': shlex.split(cmd) if isinstance(cmd, str) else cmd, 'AttachStdout': True, 'AttachStderr': True, **config}
        return self._json('POST', '/containers/{0}/exec', container, data=body)

    def exec_start(self, exec_id, detach=False, tty=False, **_):
        response = self._call('POST', '/exec/{0}/start', exec_id, data={'Detach': detach, 'Tty': tty}, timeout=None)
        return b'' if detach else response.content if tty else b''.join(_unframe(response.content))

    def exec_inspect(self, exec_id):
        return self._json('GET', '/exec/{0}/json', exec_id)

    def images(self, name=None, quiet=False, all=False, filters=None):
        filters = {**(filters or {}), **({'reference': name} if name else {})}
        found = self._json('GET', '/images/json', params={'all': int(all), 'filters': _filters(filters)})
        return [each['Id'] for each in found] if quiet else found

    def inspect_image(self, image):
        return self._json('GET', '/images/{0}/json', image)

    def pull(self, repository, tag=None, stream=False, decode=False, **_):
        if tag is None and ':' in repository.rsplit('/', 1)[-1] and '@' not in repository:
            repository, tag = repository.rsplit(':', 1)
        response = self._call('POST', '/images/create', params={'fromImage': repository, 'tag': tag or 'latest'}, stream=stream, timeout=None)
        return _lines(response, decode) if stream else response.text

    def push(self, repository, tag=None, stream=False, decode=False, **_):
        response = self._call('POST', '/images/{0}/push', repository, params={'tag': tag}, headers={'X-Registry-Auth': 'e30='}, stream=stream, timeout=None)
        return _lines(response, decode) if stream else response.text

    def tag(self, image, repository, tag=None, **_):
        self._call('POST', '/images/{0}/tag', image, params={'repo': repository, 'tag': tag})
        return True

    def remove_image(self, image, force=False, noprune=False):
        return self._json('DELETE', '/images/{0}', image, params={'force': force, 'noprune': noprune})

    def history(self, image):
        return self._json('GET', '/images/{0}/history', image)

    def build(self, path=None, tag=None, dockerfile=None, nocache=False, rm=False, decode=False, buildargs=None, fileobj=None, **_):
        import io
        import tarfile
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode='w') as archive:
            if fileobj is not None:
                data = fileobj.read()
                entry = tarfile.TarInfo('Dockerfile')
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
            else:
                archive.add(path, arcname='.')
        response = self._call('POST', '/build', params={'t': tag, 'dockerfile': dockerfile, 'nocache': nocache, 'rm': rm, 'buildargs': json.dumps(buildargs) if buildargs else None}, data=buffer.getvalue(), headers={'Content-Type': 'application/tar'}, stream=True, timeout=None)
        return _lines(response, decode)

    def networks(self, names=None, ids=None, filters=None):
        return self._json('GET', '/networks', params={'filters': _filters({**(filters or {}), **({'name': names} if names else {}), **({'id': ids} if ids else {})})})

    def create_network(self, name, driver=None, **config):
        return self._json('POST', '/networks/create', data={'Name': name, 'Driver': driver or 'bridge', **config})

    def inspect_network(self, network):
        return self._json('GET', '/networks/{0}', network)

    def remove_network(self, network):
        self._call('DELETE', '/networks/{0}', network)

    def connect_container_to_network(self, container, network, **_):
        self._call('POST', '/networks/{0}/connect', network, data={'Container': container})

    def disconnect_container_from_network(self, container, network, force=False):
        self._call('POST', '/networks/{0}/disconnect', network, data={'Container': container, 'Force': force})

    def volumes(self, filters=None):
        return self._json('GET', '/volumes', params={'filters': _filters(filters)})

    def create_volume(self, name=None, driver=None, labels=None, **_):
        return self._json('POST', '/volumes/create', data={'Name': name, 'Driver': driver or 'local', 'Labels': labels or {}})

    def inspect_volume(self, name):
        return self._json('GET', '/volumes/{0}', name)

    def remove_volume(self, name, force=False):
        self._call('DELETE', '/volumes/{0}', name, params={'force': force})

    def prune(self, what, filters=None):
        return self._json('POST', '/{0}/prune', what, params={'filters': _filters(filters)})


def _filters(filters):
    if not filters:
        return None
    words = lambda value: 'true' if value is True else 'false' if value is False else str(value)  # noqa: E731
    return json.dumps({key: [words(each) for each in (value if isinstance(value, (list, tuple)) else [value])] for key, value in filters.items()})


def _raw(response):
    while True:
        part = response.raw.read1(65536) if hasattr(response.raw, 'read1') else response.raw.read(65536)
        if not part:
            return
        yield part


def _exactly(response, length):
    data = b''
    while len(data) < length:
        part = response.raw.read(length - len(data))
        if not part:
            return data
        data += part
    return data


def _frames(response):
    while True:
        head = _exactly(response, 8)
        if len(head) < 8:
            return
        yield _exactly(response, struct.unpack('>BxxxL', head)[1])


def _unframe(data):
    at = 0
    while at + 8 <= len(data):
        length = struct.unpack('>BxxxL', data[at:at + 8])[1]
        yield data[at + 8:at + 8 + length]
        at += 8 + length


def _lines(response, decode):
    rest = b''
    for part in _raw(response):
        *lines, rest = (rest + part).split(b'\n')
        for line in lines:
            if line.strip():
                yield json.loads(line) if decode else line + b'\n'
    if rest.strip():
        yield json.loads(rest) if decode else rest


_ = os
