"""JSON with dates and identifiers."""
import dataclasses
import datetime
import decimal
import json as _json
import uuid

from werkzeug.http import http_date


def _default(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return http_date(value if isinstance(value, datetime.datetime) and value.tzinfo else datetime.datetime(*value.timetuple()[:6], tzinfo=datetime.timezone.utc))
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if dataclasses.is_dataclass(value):
        return dataclasses.asdict(value)
    if hasattr(value, '__html__'):
        return str(value.__html__())
    raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')


class DefaultJSONProvider:
    ensure_ascii = True
    sort_keys = True
    compact = None
    mimetype = 'application/json'

    def __init__(self, app):
        self._app = app

    def dumps(self, value, **kwargs):
        kwargs.setdefault('default', _default)
        kwargs.setdefault('ensure_ascii', self.ensure_ascii)
        kwargs.setdefault('sort_keys', self.sort_keys)
        return _json.dumps(value, **kwargs)

    def loads(self, text, **kwargs):
        return _json.loads(text, **kwargs)

    def response(self, *args, **kwargs):
        if args and kwargs:
            raise TypeError('app.json.response() takes either args or kwargs, not both')
        value = kwargs if not args else args[0] if len(args) == 1 else args
        if not args and not kwargs:
            value = None
        pretty = self._app.debug if self.compact is None else not self.compact
        text = self.dumps(value, **({'indent': 2} if pretty else {'separators': (',', ':')}))
        return self._app.response_class(text + '\n', mimetype=self.mimetype)


def dumps(value, **kwargs):
    from ..globals import current_app
    if current_app:
        return current_app.json.dumps(value, **kwargs)
    kwargs.setdefault('default', _default)
    return _json.dumps(value, **kwargs)


def loads(text, **kwargs):
    return _json.loads(text, **kwargs)


def dump(value, file, **kwargs):
    file.write(dumps(value, **kwargs))


def load(file, **kwargs):
    return loads(file.read(), **kwargs)


def jsonify(*args, **kwargs):
    from ..globals import current_app
    return current_app.json.response(*args, **kwargs)
