"""Text that is safe in HTML, and how other text becomes it."""
import re
import string

__version__ = '@VERSION@'
_release = tuple(int(part) for part in __version__.split('.')[:2])


def escape(value):
    """``&``, ``<``, ``>`` and quotes become entities; what has ``__html__`` is safe already."""
    if hasattr(value, '__html__'):
        return Markup(value.__html__())
    text = str(value)
    for character, entity in (('&', '&amp;'), ('>', '&gt;'), ('<', '&lt;'), ("'", '&#39;'), ('"', '&#34;')):
        text = text.replace(character, entity)
    return Markup(text)


def escape_silent(value):
    return Markup() if value is None else escape(value)


def soft_str(value):
    return value if isinstance(value, str) else str(value)


if _release < (2, 1):
    soft_unicode = soft_str


class Markup(str):
    """A string that is not escaped any more; what is joined with it is."""

    __slots__ = ()

    def __new__(cls, base='', encoding=None, errors='strict'):
        if hasattr(base, '__html__'):
            base = base.__html__()
        return super().__new__(cls, base) if encoding is None else super().__new__(cls, base, encoding, errors)

    def __html__(self):
        return self

    def __add__(self, other):
        if isinstance(other, str) or hasattr(other, '__html__'):
            return self.__class__(super().__add__(escape(other)))
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, str) or hasattr(other, '__html__'):
            return escape(other) + self
        return NotImplemented

    def __mul__(self, count):
        return self.__class__(super().__mul__(count))

    __rmul__ = __mul__

    def __mod__(self, args):
        if isinstance(args, tuple):
            args = tuple(_Escaped(each) for each in args)
        elif isinstance(args, dict):
            args = {key: _Escaped(value) for key, value in args.items()}
        else:
            args = _Escaped(args)
        return self.__class__(super().__mod__(args))

    def __repr__(self):
        return f'{self.__class__.__name__}({super().__repr__()})'

    def join(self, items):
        return self.__class__(super().join(escape(item) for item in items))

    def format(self, *args, **kwargs):
        return self.__class__(_EscapingFormatter().vformat(self, args, kwargs))

    def unescape(self):
        import html
        return html.unescape(str(self))

    def striptags(self):
        text = re.sub(r'<!--.*?-->', '', str(self), flags=re.S)
        return self.__class__(' '.join(re.sub(r'<[^>]*>', '', text).split())).unescape()

    @classmethod
    def escape(cls, value):
        return cls(escape(value))


def _wrapped(name):
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        args = [escape(arg) if isinstance(arg, str) else arg for arg in args]
        found = method(self, *args, **kwargs)
        return [self.__class__(each) for each in found] if isinstance(found, list) else self.__class__(found)
    call.__name__ = name
    return call


for _name in ('replace', 'strip', 'lstrip', 'rstrip', 'lower', 'upper', 'title', 'capitalize', 'split', 'rsplit', 'splitlines', 'center', 'ljust', 'rjust', 'zfill', 'removeprefix', 'removesuffix'):
    setattr(Markup, _name, _wrapped(_name))


class _Escaped:
    def __init__(self, value):
        self.value = value

    def __getitem__(self, key):
        return _Escaped(self.value[key])

    def __str__(self):
        return str(escape(self.value))

    def __repr__(self):
        return str(escape(repr(self.value)))

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)


class _EscapingFormatter(string.Formatter):
    def format_field(self, value, spec):
        if hasattr(value, '__html_format__'):
            return value.__html_format__(spec)
        return str(escape(format(value, spec) if not hasattr(value, '__html__') else value))
