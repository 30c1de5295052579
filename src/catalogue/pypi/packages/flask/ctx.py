"""The contexts of an application and of a request."""
import functools

from werkzeug.exceptions import HTTPException

from .globals import _cv_app, _cv_request

_missing = object()


class _AppCtxGlobals:
    """``g``: a place for a request's own values."""

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    def pop(self, name, default=_missing):
        return self.__dict__.pop(name) if default is _missing else self.__dict__.pop(name, default)

    def setdefault(self, name, default=None):
        return self.__dict__.setdefault(name, default)

    def __contains__(self, name):
        return name in self.__dict__

    def __iter__(self):
        return iter(self.__dict__)

    def __repr__(self):
        context = _cv_app.get(None)
        return f"<flask.g of '{context.app.name}'>" if context else object.__repr__(self)


class AppContext:
    def __init__(self, app):
        self.app, self.g = app, app.app_ctx_globals_class()
        self.url_adapter = app.create_url_adapter(None)
        self._tokens = []

    def push(self):
        self._tokens.append(_cv_app.set(self))

    def pop(self, exc=None):
        if len(self._tokens) == 1:
            self.app.do_teardown_appcontext(exc)
        _cv_app.reset(self._tokens.pop())

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, kind, value, traceback):
        self.pop(value)


class RequestContext:
    def __init__(self, app, environ, request=None, session=None):
        self.app = app
        self.request = request or app.request_class(environ)
        self.request.json_module = app.json
        self.session, self.flashes = session, None
        self.url_adapter = app.create_url_adapter(self.request)
        self._after_request_functions, self._tokens = [], []

    def match_request(self):
        try:
            self.request.url_rule, self.request.view_args = self.url_adapter.match(return_rule=True)
        except HTTPException as error:
            self.request.routing_exception = error

    def push(self):
        context = _cv_app.get(None)
        own = None
        if context is None or context.app is not self.app:
            own = self.app.app_context()
            own.push()
        self._tokens.append((_cv_request.set(self), own))
        if self.session is None:
            opened = self.app.session_interface.open_session(self.app, self.request)
            self.session = self.app.session_interface.make_null_session(self.app) if opened is None else opened
        if self.url_adapter is not None:
            self.match_request()

    def pop(self, exc=None):
        if len(self._tokens) == 1:
            self.app.do_teardown_request(exc)
        token, own = self._tokens.pop()
        _cv_request.reset(token)
        if own is not None:
            own.pop(exc)

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, kind, value, traceback):
        self.pop(value)

    def __repr__(self):
        return f'<RequestContext {self.request.url!r} [{self.request.method}] of {self.app.name}>'


def has_request_context():
    return _cv_request.get(None) is not None


def has_app_context():
    return _cv_app.get(None) is not None


def after_this_request(function):
    _cv_request.get()._after_request_functions.append(function)
    return function


def copy_current_request_context(function):
    context = _cv_request.get()

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with context:
            return function(*args, **kwargs)
    return wrapper
