"""A WSGI server."""
__version__ = '@VERSION@'
version_info = tuple(int(part) for part in __version__.split('.'))
SERVER = 'gunicorn'
SERVER_SOFTWARE = f'gunicorn/{__version__}'
