"""Small things that applications use."""
import os
import re
import sys

from markupsafe import escape


def redirect(location, code=302, Response=None):
    """A response that sends the client to ``location``."""
    if Response is None:
        from .wrappers import Response
    shown = escape(location)
    body = f'<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected automatically to the target URL: <a href="{shown}">{shown}</a>. If not, click the link.\n'
    response = Response(body, code, mimetype='text/html')
    response.headers['Location'] = location
    return response


def secure_filename(filename):
    """A name that can be kept in a folder without leading elsewhere."""
    import unicodedata
    filename = unicodedata.normalize('NFKD', filename).encode('ascii', 'ignore').decode().replace(os.path.sep, ' ')
    return str(re.sub(r'[^A-Za-z0-9_.-]', '', '_'.join(filename.split()))).strip('._')


class cached_property(property):
    """A property that is worked out once."""

    def __init__(self, function):
        super().__init__(function)
        self.function, self.__name__, self.__doc__ = function, function.__name__, function.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = instance.__dict__.setdefault('_cached', {})
        if self.__name__ not in values:
            values[self.__name__] = self.function(instance)
        return values[self.__name__]


def import_string(name, silent=False):
    import importlib
    name = name.replace(':', '.')
    try:
        module, _, attribute = name.rpartition('.')
        return getattr(importlib.import_module(module), attribute) if module else importlib.import_module(name)
    except (ImportError, AttributeError) as error:
        if silent:
            return None
        raise ImportError(f'import_string() failed for {name!r}') from error


def safe_join(directory, *pathnames):
    parts = [directory or '.']
    for filename in pathnames:
        filename = os.path.normpath(filename) if filename else filename
        if os.path.isabs(filename) or filename == '..' or filename.startswith('../'):
            return None
        parts.append(filename)
    return '/'.join(parts)


def find_modules(import_path, include_packages=False, recursive=False):
    import pkgutil
    module = import_string(import_path)
    for _, name, package in pkgutil.iter_modules(module.__path__):
        if not package or include_packages:
            yield f'{import_path}.{name}'


def send_file(path_or_file, environ, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None, max_age=None, response_class=None, **_):
    import mimetypes
    from .http import http_date
    from .wrappers import Response
    response_class = response_class or Response
    path = path_or_file if isinstance(path_or_file, (str, os.PathLike)) else None
    name = download_name or (os.path.basename(os.fspath(path)) if path else None)
    if path:
        with open(path, 'rb') as file:
            data = file.read()
        last_modified = last_modified or os.path.getmtime(path)
    else:
        data = path_or_file.read()
    if mimetype is None:
        if name is None:
            raise TypeError("Unable to detect the MIME type because a file name is not available. Either set 'download_name', pass a file path instead of a file, or set 'mimetype'.")
        mimetype = mimetypes.guess_type(name)[0] or 'application/octet-stream'
    response = response_class(data, mimetype=mimetype)
    if as_attachment or download_name:
        response.headers['Content-Disposition'] = f'{"attachment" if as_attachment else "inline"}; filename={name}'
    if last_modified is not None:
        response.headers['Last-Modified'] = http_date(last_modified)
    response.headers['Cache-Control'] = 'no-cache' if max_age is None else f'public, max-age={max_age}'
    return response


def append_slash_redirect(environ, code=308):
    return redirect(environ['PATH_INFO'].rstrip('/').rsplit('/', 1)[-1] + '/', code)


_ = sys
