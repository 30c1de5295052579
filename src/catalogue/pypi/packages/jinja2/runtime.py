"""What runs when a template is rendered: names, undefined values, filters and tests."""
import json
import random
import re
import urllib.parse
from itertools import groupby as _groupby

from markupsafe import Markup, escape, soft_str

from .exceptions import TemplateRuntimeError, UndefinedError


class Undefined:
    """A name that there is not: empty as text, an error when used."""

    def __init__(self, hint=None, obj=None, name=None):
        self._hint, self._obj, self._name = hint, obj, name

    @property
    def _message(self):
        if self._hint:
            return self._hint
        if self._obj is None:
            return f'{self._name!r} is undefined'
        kind = type(self._obj)
        owner = f'{kind.__module__}.{kind.__qualname__} object' if kind.__module__ != 'builtins' else f'{kind.__name__} object'
        return f'{owner!r} has no attribute {self._name!r}' if isinstance(self._name, str) else f'{owner} has no element {self._name!r}'

    def _fail(self, *_args, **_kwargs):
        raise UndefinedError(self._message)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        self._fail()

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __mod__ = __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __neg__ = _fail

    def __eq__(self, other):
        return type(self) is type(other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return id(type(self))

    def __str__(self):
        return ''

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __bool__(self):
        return False

    def __repr__(self):
        return 'Undefined'


class ChainableUndefined(Undefined):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __getitem__(self, _name):
        return self


class StrictUndefined(Undefined):
    __str__ = __len__ = __iter__ = __bool__ = __eq__ = __ne__ = Undefined._fail
    __hash__ = Undefined.__hash__


def undefined(context, hint=None, obj=None, name=None):
    return context.environment.undefined(hint and f'{hint} evaluated to false and no else section was defined.', obj, name)


def attribute(context, value, name):
    try:
        return getattr(value, name)
    except AttributeError:
        try:
            return value[name]
        except (TypeError, LookupError, AttributeError):
            return undefined(context, obj=value, name=name)


def item(context, value, key):
    if isinstance(value, Undefined) and not isinstance(value, ChainableUndefined):
        value._fail()
    try:
        return value[key]
    except (AttributeError, TypeError, LookupError):
        if isinstance(key, str) and hasattr(value, key):
            return getattr(value, key)
        return undefined(context, obj=value, name=key)


def call(context, function, args, kwargs):
    if getattr(function, 'takes_context', False):
        args = [context, *args]
    return function(*args, **kwargs)


class Loop:
    """``loop`` inside of a for."""

    def __init__(self, items, depth=0):
        self.items, self.index0, self.depth0 = list(items), -1, depth

    index = property(lambda self: self.index0 + 1)
    length = property(lambda self: len(self.items))
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index0 == len(self.items) - 1)
    revindex = property(lambda self: len(self.items) - self.index0)
    revindex0 = property(lambda self: len(self.items) - self.index0 - 1)
    depth = property(lambda self: self.depth0 + 1)
    previtem = property(lambda self: self.items[self.index0 - 1] if self.index0 else Undefined('there is no previous item'))
    nextitem = property(lambda self: self.items[self.index0 + 1] if not self.last else Undefined('there is no next item'))

    def cycle(self, *args):
        return args[self.index0 % len(args)]


class Namespace:
    def __init__(self, *args, **kwargs):
        self.__dict__.update(dict(*args, **kwargs))


class Cycler:
    def __init__(self, *items):
        self.items, self.pos = items, 0

    def next(self):
        found = self.items[self.pos]
        self.pos = (self.pos + 1) % len(self.items)
        return found


def _by(context_key):
    if context_key is None:
        return lambda value: value.lower() if isinstance(value, str) else value

    def key(value):
        for part in str(context_key).split('.'):
            value = getattr(value, part, None) if hasattr(value, part) else value[int(part) if part.isdigit() else part]
        return value
    return key


def _default(value, default_value='', boolean=False):
    return default_value if isinstance(value, Undefined) or (boolean and not value) else value


def _join(value, d='', attribute=None):
    items = [_by(attribute)(each) if attribute else each for each in value]
    if any(isinstance(each, Markup) for each in [d, *items]):
        return escape(d).join(items)
    return str(d).join(map(str, items))


def _truncate(text, length=255, killwords=False, end='...', leeway=5):
    if len(text) <= length + leeway:
        return text
    cut = text[:length - len(end)]
    return cut + end if killwords else cut.rsplit(' ', 1)[0] + end


def _tojson(value, indent=None):
    text = json.dumps(value, indent=indent, sort_keys=True)
    for character, code in (('<', '\\u003c'), ('>', '\\u003e'), ('&', '\\u0026'), ("'", '\\u0027')):
        text = text.replace(character, code)
    return Markup(text)


def _select(context, values, test=None, *args, on=None, wanted=True):
    function = (lambda value, *_: bool(value)) if test is None else context.environment.tests[test]
    return [value for value in values if bool(function(_by(on)(value) if on else value, *args)) is wanted]


def _map(context, values, name=None, *args, attribute=None, default=None):
    if attribute:
        return [_by(attribute)(value) for value in values]
    return [context.environment.filters[name](value, *args) for value in values]


def _takes_context(function):
    function.takes_context = True
    return function


def _urlize(text):
    return re.sub(r'(https?://[^\s<]+)', r'<a href="\1" rel="noopener">\1</a>', str(escape(text)))


def _wordwrap(text, width=79):
    import textwrap
    return '\n'.join('\n'.join(textwrap.wrap(line, width)) for line in text.splitlines())


FILTERS = {
    'abs': abs, 'capitalize': lambda s: soft_str(s).capitalize(), 'center': lambda s, width=80: soft_str(s).center(width), 'count': len, 'length': len, 'd': _default, 'default': _default,
    'dictsort': lambda d, case_sensitive=False, by='key', reverse=False: sorted(d.items(), key=lambda pair: _by(None)(pair[0 if by == 'key' else 1]), reverse=reverse),
    'e': escape, 'escape': escape, 'first': lambda values: next(iter(values), Undefined('No first item, sequence was empty.')), 'float': lambda value, default=0.0: _number(float, value, default),
    'forceescape': lambda value: escape(str(value)), 'format': lambda text, *args, **kwargs: soft_str(text) % (kwargs or args),
    'groupby': lambda values, attribute: [(key, list(group)) for key, group in _groupby(sorted(values, key=_by(attribute)), _by(attribute))],
    'indent': lambda text, width=4, first=False, blank=False: ('' if not first else ' ' * width) + ('\n' + ' ' * width).join(str(text).splitlines()), 'int': lambda value, default=0, base=10: _number(int, value, default),
    'items': lambda value: value.items(), 'join': _join, 'last': lambda values: list(values)[-1] if list(values) else Undefined('No last item, sequence was empty.'), 'list': list,
    'lower': lambda s: soft_str(s).lower(), 'map': _takes_context(_map), 'max': lambda values, attribute=None: max(values, key=_by(attribute)), 'min': lambda values, attribute=None: min(values, key=_by(attribute)),
    'pprint': lambda value: __import__('pprint').pformat(value), 'random': lambda values: random.choice(list(values)), 'reject': _takes_context(lambda c, values, *args: _select(c, values, *args, wanted=False)),
    'rejectattr': _takes_context(lambda c, values, on, *args: _select(c, values, *args, on=on, wanted=False)), 'replace': lambda s, old, new, count=-1: soft_str(s).replace(old, new, count if count is not None else -1),
    'reverse': lambda value: value[::-1] if isinstance(value, str) else list(reversed(list(value))), 'round': lambda value, precision=0, method='common': round(value, precision) if method == 'common' else _rounded(value, precision, method),
    'safe': Markup, 'select': _takes_context(_select), 'selectattr': _takes_context(lambda c, values, on, *args: _select(c, values, *args, on=on)), 'slice': lambda values, n: [list(values)[i::n] for i in range(n)],
    'batch': lambda values, n, fill=None: [list(values)[i:i + n] for i in range(0, len(list(values)), n)], 'sort': lambda values, reverse=False, case_sensitive=False, attribute=None: sorted(values, key=_by(attribute), reverse=reverse),
    'string': soft_str, 'striptags': lambda value: Markup(value).striptags(), 'sum': lambda values, attribute=None, start=0: sum((_by(attribute)(each) if attribute else each for each in values), start),
    'title': lambda s: re.sub(r"[^-\s({\[<]+", lambda m: m.group()[0].upper() + m.group()[1:].lower(), soft_str(s)), 'tojson': _tojson, 'trim': lambda s, chars=None: soft_str(s).strip(chars), 'truncate': _truncate,
    'unique': lambda values, case_sensitive=False, attribute=None: list({_by(attribute)(each): each for each in reversed(list(values))}.values())[::-1], 'upper': lambda s: soft_str(s).upper(),
    'urlencode': lambda value: '&'.join(f'{urllib.parse.quote(str(k), "")}={urllib.parse.quote(str(v), "")}' for k, v in (value.items() if hasattr(value, 'items') else value)) if not isinstance(value, str) else urllib.parse.quote(value, '/'),
    'urlize': lambda text: Markup(_urlize(text)), 'wordcount': lambda s: len(re.findall(r'\w+', soft_str(s))), 'wordwrap': _wordwrap, 'xmlattr': lambda d: Markup(''.join(f' {escape(k)}="{escape(v)}"' for k, v in d.items() if v is not None and not isinstance(v, Undefined))),
    'attr': lambda value, name: getattr(value, name, Undefined(obj=value, name=name)), 'filesizeformat': lambda value, binary=False: _size(float(value), binary),
}


def _number(kind, value, default):
    try:
        return kind(value)
    except (TypeError, ValueError):
        try:
            return kind(float(value))
        except (TypeError, ValueError):
            return default


def _rounded(value, precision, method):
    import math
    return getattr(math, method)(value * 10 ** precision) / 10 ** precision


def _size(value, binary):
    base, units = (1024, ('KiB', 'MiB', 'GiB', 'TiB')) if binary else (1000, ('kB', 'MB', 'GB', 'TB'))
    if value < base:
        return f'{int(value)} Byte{"" if value == 1 else "s"}'
    for power, unit in enumerate(units, 1):
        if value < base ** (power + 1):
            break
    return f'{value / base ** power:.1f} {unit}'


TESTS = {
    'defined': lambda value: not isinstance(value, Undefined), 'undefined': lambda value: isinstance(value, Undefined), 'none': lambda value: value is None, 'boolean': lambda value: value is True or value is False,
    'true': lambda value: value is True, 'false': lambda value: value is False, 'string': lambda value: isinstance(value, str), 'number': lambda value: isinstance(value, (int, float)), 'integer': lambda value: isinstance(value, int) and not isinstance(value, bool),
    'float': lambda value: isinstance(value, float), 'mapping': lambda value: hasattr(value, 'keys'), 'sequence': lambda value: hasattr(value, '__getitem__') and hasattr(value, '__len__'), 'iterable': lambda value: hasattr(value, '__iter__'), 'callable': callable,
    'even': lambda value: value % 2 == 0, 'odd': lambda value: value % 2 == 1, 'divisibleby': lambda value, n: value % n == 0, 'lower': lambda value: str(value).islower(), 'upper': lambda value: str(value).isupper(), 'escaped': lambda value: hasattr(value, '__html__'),
    'sameas': lambda value, other: value is other, 'in': lambda value, other: value in other, 'eq': lambda a, b: a == b, 'equalto': lambda a, b: a == b, 'ne': lambda a, b: a != b, 'lt': lambda a, b: a < b, 'le': lambda a, b: a <= b, 'gt': lambda a, b: a > b, 'ge': lambda a, b: a >= b,
}
