"""Which function answers a URL, and which URL a function has."""
import re
import uuid
from urllib.parse import quote, urlencode

from .exceptions import HTTPException, MethodNotAllowed, NotFound, RequestRedirect


class RoutingException(Exception):
    pass


class BuildError(RoutingException, LookupError):
    def __init__(self, endpoint, values, method, adapter=None):
        super().__init__(endpoint, values, method)
        self.endpoint, self.values, self.method, self.adapter = endpoint, values, method, adapter

    def __str__(self):
        import difflib
        text = f"Could not build url for endpoint {self.endpoint!r}"
        if self.method:
            text += f' ({self.method!r})'
        if self.values:
            text += f" with values {sorted(self.values)!r}"
        text += '.'
        rules = self.adapter.map._rules if self.adapter else []
        same = next((rule for rule in rules if rule.endpoint == self.endpoint), None)
        if same:
            missing = [name for name in same.arguments if name not in self.values]
            if missing:
                text += f' Did you forget to specify values {sorted(missing)!r}?'
        elif rules:
            close = max(rules, key=lambda rule: difflib.SequenceMatcher(None, rule.endpoint, self.endpoint).ratio())
            text += f' Did you mean {close.endpoint!r} instead?'
        return text


class ValidationError(ValueError):
    pass


class BaseConverter:
    regex = '[^/]+'
    weight = 100

    def __init__(self, map=None, *args, **kwargs):
        self.map = map

    def to_python(self, value):
        return value

    def to_url(self, value):
        return quote(str(value), safe="!$&'()*+,/:;=@")


class UnicodeConverter(BaseConverter):
    def __init__(self, map=None, minlength=1, maxlength=None, length=None):
        super().__init__(map)
        self.regex = '[^/]{%s}' % (int(length) if length is not None else f'{int(minlength)},{"" if maxlength is None else int(maxlength)}')

    def to_url(self, value):
        return quote(str(value), safe="!$&'()*+,:;=@")


class AnyConverter(BaseConverter):
    def __init__(self, map=None, *items):
        super().__init__(map)
        self.regex = '(?:' + '|'.join(re.escape(item) for item in items) + ')'


class PathConverter(BaseConverter):
    regex = '[^/].*?'
    weight = 200


class IntegerConverter(BaseConverter):
    regex = r'\d+'
    weight = 50

    def __init__(self, map=None, fixed_digits=0, min=None, max=None, signed=False):
        super().__init__(map)
        self.regex = r'-?\d+' if signed else r'\d+'
        self.fixed_digits, self.min, self.max = fixed_digits, min, max

    def to_python(self, value):
        if self.fixed_digits and len(value) != self.fixed_digits:
            raise ValidationError()
        number = int(value)
        if (self.min is not None and number < self.min) or (self.max is not None and number > self.max):
            raise ValidationError()
        return number

    def to_url(self, value):
        return str(int(value)).zfill(self.fixed_digits)


class FloatConverter(BaseConverter):
    regex = r'\d+\.\d+'
    weight = 50

    def __init__(self, map=None, min=None, max=None, signed=False):
        super().__init__(map)
        self.regex = r'-?\d+\.\d+' if signed else r'\d+\.\d+'

    to_python = float

    def to_python(self, value):
        return float(value)


class UUIDConverter(BaseConverter):
    regex = '[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}'

    def to_python(self, value):
        return uuid.UUID(value)


DEFAULT_CONVERTERS = {'default': UnicodeConverter, 'string': UnicodeConverter, 'any': AnyConverter, 'path': PathConverter, 'int': IntegerConverter, 'float': FloatConverter, 'uuid': UUIDConverter}
_part = re.compile(r'<(?:(?P<converter>[a-zA-Z_][\w]*)(?:\((?P<args>.*?)\))?:)?(?P<name>[a-zA-Z_]\w*)>')


class Rule:
    def __init__(self, string, defaults=None, methods=None, endpoint=None, strict_slashes=None, redirect_to=None, **_):
        if not string.startswith('/'):
            raise ValueError(f'URL rule {string!r} must start with a slash.')
        self.rule, self.defaults, self.endpoint, self.redirect_to = string, defaults or {}, endpoint, redirect_to
        self.strict_slashes = strict_slashes
        self.methods = None if methods is None else {method.upper() for method in methods}
        if self.methods is not None and 'GET' in self.methods:
            self.methods.add('HEAD')
        self.is_leaf = not string.endswith('/')
        self.provide_automatic_options = None

    def bind(self, map):
        self.map = map
        if self.strict_slashes is None:
            self.strict_slashes = map.strict_slashes
        self.converters, pattern, at, self.parts = {}, '', 0, []
        weights = []
        for match in _part.finditer(self.rule):
            text = self.rule[at:match.start()]
            kind = map.converters.get(match['converter'] or 'default')
            if kind is None:
                raise LookupError(f"the converter {match['converter']!r} does not exist")
            args, kwargs = _arguments(match['args'])
            converter = kind(map, *args, **kwargs)
            self.converters[match['name']] = converter
            pattern += re.escape(text) + f'(?P<{match["name"]}>{converter.regex})'
            self.parts += [text, match['name']]
            weights += [0] * text.count('/') + [converter.weight]
            at = match.end()
        self.parts.append(self.rule[at:])
        rest = self.rule[at:]
        pattern += re.escape(rest[:-1] if not self.is_leaf else rest)
        self.pattern = re.compile('^' + pattern + ('(?P<__slash__>/?)' if not self.is_leaf else '') + '$')
        self.arguments = set(self.converters) | set(self.defaults)
        self.weight = (bool(self.converters), weights, -len(self.rule))

    def match(self, path, method):
        found = self.pattern.match(path)
        if not found:
            return None
        values = found.groupdict()
        slash = values.pop('__slash__', None)
        try:
            result = {name: self.converters[name].to_python(value) for name, value in values.items()}
        except ValidationError:
            return None
        if slash == '' and self.rule != '/' and self.strict_slashes:
            raise _NeedsSlash()
        return {**self.defaults, **result}

    def build(self, values, append_unknown=True):
        url = ''
        for index, part in enumerate(self.parts):
            url += quote(part, safe="!$&'()*+,/:;=@") if index % 2 == 0 else self.converters[part].to_url(values[part])
        extra = {key: value for key, value in values.items() if key not in self.arguments and value is not None}
        return url + ('?' + urlencode([(key, each) for key, value in extra.items() for each in (value if isinstance(value, (list, tuple)) else [value])]) if extra and append_unknown else '')

    def __str__(self):
        return self.rule

    def __repr__(self):
        methods = f' ({", ".join(self.methods)})' if self.methods is not None else ''
        return f"<Rule {self.rule!r}{methods} -> {self.endpoint}>"


class _NeedsSlash(Exception):
    pass


def _arguments(text):
    if not text:
        return (), {}
    import ast
    try:
        call = ast.parse(f'f({text})', mode='eval').body
        value = lambda node: node.id if isinstance(node, ast.Name) else ast.literal_eval(node)  # noqa: E731
        return tuple(value(arg) for arg in call.args), {keyword.arg: value(keyword.value) for keyword in call.keywords}
    except (SyntaxError, ValueError):
        return tuple(part.strip() for part in text.split(',')), {}


class Map:
    def __init__(self, rules=None, strict_slashes=True, converters=None, host_matching=False, **_):
        self._rules, self.strict_slashes, self.host_matching = [], strict_slashes, host_matching
        self.converters = {**DEFAULT_CONVERTERS, **(converters or {})}
        for rule in rules or ():
            self.add(rule)

    def add(self, rule):
        rule.bind(self)
        self._rules.append(rule)
        self._sorted = None

    def iter_rules(self, endpoint=None):
        return iter(rule for rule in self._rules if endpoint is None or rule.endpoint == endpoint)

    def bind(self, server_name, script_name=None, subdomain=None, url_scheme='http', default_method='GET', path_info=None, query_args=None):
        return MapAdapter(self, server_name, script_name or '/', url_scheme, path_info, default_method, query_args)

    def bind_to_environ(self, environ, server_name=None, subdomain=None):
        host = environ.get('HTTP_HOST') or environ['SERVER_NAME'] + (f":{environ['SERVER_PORT']}" if environ.get('SERVER_PORT') not in ('80', '443', None) else '')
        return MapAdapter(self, host, environ.get('SCRIPT_NAME', '') or '/', environ['wsgi.url_scheme'], environ.get('PATH_INFO', '/').encode('latin-1').decode('utf-8', 'replace'), environ['REQUEST_METHOD'], environ.get('QUERY_STRING', ''))


class MapAdapter:
    def __init__(self, map, server_name, script_name, url_scheme, path_info, default_method, query_args=None):
        self.map, self.server_name, self.script_name, self.url_scheme = map, server_name, script_name.rstrip('/') + '/', url_scheme
        self.path_info, self.default_method, self.query_args = path_info or '/', default_method, query_args

    def _ordered(self):
        if self.map._sorted is None:
            self.map._sorted = sorted(self.map._rules, key=lambda rule: rule.weight)
        return self.map._sorted

    def match(self, path_info=None, method=None, return_rule=False, **_):
        path, method = path_info if path_info is not None else self.path_info, (method or self.default_method).upper()
        allowed = []
        for rule in self._ordered():
            try:
                values = rule.match(path, method)
            except _NeedsSlash:
                if rule.methods is not None and method not in rule.methods:
                    continue
                query = self.query_args if isinstance(self.query_args, str) else urlencode(self.query_args or {})
                raise RequestRedirect(f'{self.url_scheme}://{self.server_name}{self.script_name}{quote(path.lstrip("/"), safe="/:")}/' + (f'?{query}' if query else '')) from None
            if values is None:
                continue
            if rule.methods is not None and method not in rule.methods:
                allowed += [each for each in rule.methods if each not in allowed]
                continue
            return (rule if return_rule else rule.endpoint), values
        if allowed:
            raise MethodNotAllowed(valid_methods=allowed)
        raise NotFound()

    def allowed_methods(self, path_info=None):
        try:
            self.match(path_info, method='--')
        except MethodNotAllowed as error:
            return error.valid_methods
        except HTTPException:
            pass
        return []

    def build(self, endpoint, values=None, method=None, force_external=False, append_unknown=True, url_scheme=None):
        values = {key: value for key, value in (values or {}).items() if value is not None}
        candidates = [rule for rule in self.map._rules if rule.endpoint == endpoint and set(rule.converters) <= set(values) and all(values.get(key, value) == value for key, value in rule.defaults.items())]
        if method:
            candidates = [rule for rule in candidates if rule.methods is None or method in rule.methods] or candidates
        if not candidates:
            raise BuildError(endpoint, values, method, self)
        rule = max(candidates, key=lambda each: len(set(each.arguments) & set(values)))
        path = self.script_name.rstrip('/') + rule.build({key: value for key, value in values.items() if key not in rule.defaults}, append_unknown)
        return f'{url_scheme or self.url_scheme}://{self.server_name}{path}' if force_external else path
