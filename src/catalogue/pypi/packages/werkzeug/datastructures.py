"""Dictionaries that HTTP needs: several values for a key, names in any case."""
import io
import os
import shutil


class BadRequestKeyMixin:
    pass


class MultiDict(dict):
    """A key may have several values; ``[]`` gives the first."""

    def __init__(self, mapping=None):
        super().__init__()
        if isinstance(mapping, MultiDict):
            for key, values in mapping.lists():
                dict.__setitem__(self, key, list(values))
        else:
            for key, value in (mapping.items() if hasattr(mapping, 'items') else mapping or ()):
                if isinstance(value, (list, tuple)):
                    self.setlist(key, list(value))
                else:
                    self.add(key, value)

    def add(self, key, value):
        dict.setdefault(self, key, []).append(value)

    def __getitem__(self, key):
        if key in self:
            values = dict.__getitem__(self, key)
            if values:
                return values[0]
        from .exceptions import BadRequestKeyError
        raise BadRequestKeyError(key)

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, [value])

    def get(self, key, default=None, type=None):
        if key not in self:
            return default
        value = self[key]
        if type is None:
            return value
        try:
            return type(value)
        except (ValueError, TypeError):
            return default

    def getlist(self, key, type=None):
        values = dict.get(self, key, [])
        if type is None:
            return list(values)
        found = []
        for value in values:
            try:
                found.append(type(value))
            except (ValueError, TypeError):
                pass
        return found

    def setlist(self, key, values):
        dict.__setitem__(self, key, list(values))

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def items(self, multi=False):
        for key, values in dict.items(self):
            for value in values if multi else values[:1]:
                yield key, value

    def lists(self):
        return ((key, list(values)) for key, values in dict.items(self))

    def values(self):
        return (values[0] for values in dict.values(self))

    def to_dict(self, flat=True):
        return dict(self.items()) if flat else dict(self.lists())

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        return dict.pop(self, key)[0]

    def copy(self):
        return self.__class__(self)

    def update(self, mapping):
        for key, value in (mapping.items(multi=True) if isinstance(mapping, MultiDict) else mapping.items()):
            self.add(key, value)

    def __repr__(self):
        return f'{type(self).__name__}({list(self.items(multi=True))!r})'


class ImmutableMultiDict(MultiDict):
    def _refuse(self, *_args, **_kwargs):
        raise TypeError(f'{type(self).__name__!r} objects are immutable')

    __setitem__ = __delitem__ = pop = popitem = clear = update = setdefault = _refuse

    def __init__(self, mapping=None):
        dict.__init__(self)
        source = MultiDict(mapping)
        for key, values in source.lists():
            dict.__setitem__(self, key, values)

    def add(self, key, value):
        self._refuse()

    def copy(self):
        return MultiDict(self)


class CombinedMultiDict(ImmutableMultiDict):
    def __init__(self, dicts=()):
        merged = MultiDict()
        for each in dicts:
            for key, values in each.lists():
                for value in values:
                    merged.add(key, value)
        super().__init__(merged)


class Headers:
    """Names and values in order; names in any case."""

    def __init__(self, defaults=None):
        self._list = []
        if defaults is not None:
            self.extend(defaults)

    def extend(self, values):
        for key, value in (values.items() if hasattr(values, 'items') else values):
            for each in value if isinstance(value, (list, tuple)) else [value]:
                self.add(key, each)

    def add(self, key, value, **kwargs):
        value = str(value)
        if '\n' in value or '\r' in value:
            raise ValueError('Header values must not contain newline characters.')
        self._list.append((key, value + ''.join(f'; {k.replace("_", "-")}={v}' for k, v in kwargs.items())))

    add_header = add

    def __getitem__(self, key):
        for name, value in self._list:
            if name.lower() == key.lower():
                return value
        from .exceptions import BadRequestKeyError
        raise BadRequestKeyError(key)

    def get(self, key, default=None, type=None):
        for name, value in self._list:
            if name.lower() == key.lower():
                try:
                    return value if type is None else type(value)
                except ValueError:
                    return default
        return default

    def getlist(self, key):
        return [value for name, value in self._list if name.lower() == key.lower()]

    get_all = getlist

    def __setitem__(self, key, value):
        self.set(key, value)

    def set(self, key, value, **kwargs):
        old = next((index for index, (name, _) in enumerate(self._list) if name.lower() == key.lower()), None)
        self.add(key, value, **kwargs)
        new = self._list.pop()
        if old is None:
            self._list.append(new)
        else:
            self._list = [pair for index, pair in enumerate(self._list) if index <= old or pair[0].lower() != key.lower()]
            self._list[old] = new

    def setdefault(self, key, value):
        if key not in self:
            self.set(key, value)
        return self[key]

    def update(self, values=None, **kwargs):
        for key, value in [*(values.items() if hasattr(values, 'items') else values or ()), *kwargs.items()]:
            self.set(key, value)

    def __delitem__(self, key):
        self.remove(key)

    def remove(self, key):
        self._list = [pair for pair in self._list if pair[0].lower() != key.lower()]

    def pop(self, key, default=None):
        value = self.get(key, default)
        self.remove(key)
        return value

    def __contains__(self, key):
        return any(name.lower() == key.lower() for name, _ in self._list)

    def __iter__(self):
        return iter(self._list)

    def __len__(self):
        return len(self._list)

    def items(self, lower=False):
        return ((key.lower() if lower else key, value) for key, value in self._list)

    def keys(self, lower=False):
        return (key for key, _ in self.items(lower))

    def values(self):
        return (value for _, value in self._list)

    def to_wsgi_list(self):
        return list(self._list)

    def copy(self):
        return self.__class__(self._list)

    def __eq__(self, other):
        return isinstance(other, Headers) and {(k.lower(), v) for k, v in self} == {(k.lower(), v) for k, v in other}

    __hash__ = None

    def __str__(self):
        return ''.join(f'{key}: {value}\r\n' for key, value in self._list) + '\r\n'

    def __repr__(self):
        return f'Headers({self._list!r})'


class EnvironHeaders(Headers):
    """The headers of a request as WSGI has them."""

    def __init__(self, environ):
        pairs = []
        for key, value in environ.items():
            if key.startswith('HTTP_') and key not in ('HTTP_CONTENT_TYPE', 'HTTP_CONTENT_LENGTH'):
                pairs.append((key[5:].replace('_', '-').title(), value))
            elif key in ('CONTENT_TYPE', 'CONTENT_LENGTH') and value:
                pairs.append((key.replace('_', '-').title(), value))
        super().__init__(pairs)


class FileStorage:
    """A file that came with a form."""

    def __init__(self, stream=None, filename=None, name=None, content_type=None, headers=None):
        self.stream, self.filename, self.name = stream or io.BytesIO(), filename, name
        self.content_type = content_type or 'application/octet-stream'
        self.mimetype = self.content_type.partition(';')[0]
        self.headers = Headers(headers)

    def save(self, dst, buffer_size=16384):
        target = open(dst, 'wb') if isinstance(dst, (str, os.PathLike)) else dst
        try:
            shutil.copyfileobj(self.stream, target, buffer_size)
        finally:
            if target is not dst:
                target.close()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __bool__(self):
        return bool(self.filename)

    def __iter__(self):
        return iter(self.stream)

    def __repr__(self):
        return f'<FileStorage: {self.filename!r} ({self.content_type!r})>'


class Authorization:
    def __init__(self, auth_type, data=None, token=None):
        self.type, self.parameters, self.token = auth_type, data or {}, token
        self.username, self.password = self.parameters.get('username'), self.parameters.get('password')

    @classmethod
    def from_header(cls, value):
        if not value:
            return None
        import base64
        scheme, _, rest = value.partition(' ')
        if scheme.lower() != 'basic':
            return cls(scheme.lower(), token=rest.strip())
        try:
            name, _, password = base64.b64decode(rest).decode().partition(':')
        except ValueError:
            return None
        return cls('basic', {'username': name, 'password': password})


class Accept(list):
    """What a client takes, the best first."""

    def __init__(self, header=''):
        found = []
        for index, part in enumerate(each for each in (header or '').split(',') if each.strip()):
            value, *params = part.split(';')
            quality = next((float(param.strip()[2:]) for param in params if param.strip().startswith('q=')), 1.0)
            found.append((-quality, index, value.strip()))
        super().__init__((value, -quality) for quality, _, value in sorted(found))

    @property
    def best(self):
        return self[0][0] if self else None

    def quality(self, wanted):
        for value, quality in self:
            if value in (wanted, '*/*', '*') or (value.endswith('/*') and wanted.startswith(value[:-1])):
                return quality
        return 0

    def __contains__(self, wanted):
        return self.quality(wanted) > 0

    def best_match(self, matches, default=None):
        best = max(matches, key=self.quality, default=None)
        return best if best is not None and self.quality(best) > 0 else default

    @property
    def accept_json(self):
        return 'application/json' in self

    @property
    def accept_html(self):
        return 'text/html' in self
