"""What the present request and application are."""
from contextvars import ContextVar

from werkzeug.local import LocalProxy

_cv_app = ContextVar('flask.app_ctx')
_cv_request = ContextVar('flask.request_ctx')

_no_app = '''Working outside of application context.

This typically means that you attempted to use functionality that needed
the current application. To solve this, set up an application context
with app.app_context(). See the documentation for more information.'''
_no_request = '''Working outside of request context.

This typically means that you attempted to use functionality that needed
an active HTTP request. Consult the documentation on testing for
information about how to avoid this problem.'''


def _app(name):
    def find():
        context = _cv_app.get(None)
        if context is None:
            raise RuntimeError(_no_app)
        return getattr(context, name)
    return find


def _request(name):
    def find():
        context = _cv_request.get(None)
        if context is None:
            raise RuntimeError(_no_request)
        return getattr(context, name)
    return find


current_app = LocalProxy(_app('app'))
g = LocalProxy(_app('g'))
request = LocalProxy(_request('request'))
session = LocalProxy(_request('session'))
