"""What view functions use."""
import os

from werkzeug.exceptions import abort as _abort, NotFound
from werkzeug.utils import redirect as _redirect, safe_join, send_file as _send_file

from .globals import _cv_app, _cv_request, current_app, request, session


def get_debug_flag():
    value = os.environ.get('FLASK_DEBUG')
    if value:
        return value.lower() not in ('0', 'false', 'no')
    return os.environ.get('FLASK_ENV') == 'development'


def make_response(*args):
    if not args:
        return current_app.response_class()
    return current_app.make_response(args[0] if len(args) == 1 else args)


def url_for(endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
    return current_app.url_for(endpoint, _anchor=_anchor, _method=_method, _scheme=_scheme, _external=_external, **values)


def redirect(location, code=302, Response=None):
    return _redirect(location, code, Response or (current_app.response_class if current_app else None))


def abort(code, *args, **kwargs):
    _abort(code, *args, **kwargs)


def flash(message, category='message'):
    flashes = session.get('_flashes', [])
    flashes.append((category, message))
    session['_flashes'] = flashes


def get_flashed_messages(with_categories=False, category_filter=()):
    context = _cv_request.get()
    if context.flashes is None:
        context.flashes = session.pop('_flashes') if '_flashes' in session else []
    found = [tuple(each) for each in context.flashes if not category_filter or each[0] in category_filter]
    return found if with_categories else [message for _, message in found]


def send_file(path_or_file, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None, max_age=None):
    if isinstance(path_or_file, (str, os.PathLike)) and not os.path.isabs(path_or_file):
        path_or_file = os.path.join(current_app.root_path, path_or_file)
    return _send_file(path_or_file, request.environ, mimetype, as_attachment, download_name, conditional, etag, last_modified, max_age, response_class=current_app.response_class)


def send_from_directory(directory, path, **kwargs):
    full = safe_join(os.path.join(current_app.root_path, os.fspath(directory)), os.fspath(path))
    if full is None or not os.path.isfile(full):
        raise NotFound()
    return send_file(full, **kwargs)


def stream_with_context(generator_or_function):
    if callable(generator_or_function):
        return lambda *args, **kwargs: stream_with_context(generator_or_function(*args, **kwargs))
    context = _cv_request.get()

    def generate():
        with context:
            yield None
            yield from generator_or_function
    wrapped = generate()
    next(wrapped)
    return wrapped


def get_root_path(import_name):
    import sys
    module = sys.modules.get(import_name)
    file = getattr(module, '__file__', None)
    return os.path.dirname(os.path.abspath(file)) if file else os.getcwd()


_ = _cv_app
