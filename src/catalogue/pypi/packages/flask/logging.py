"""The application's log."""
import logging
import sys

from werkzeug.local import LocalProxy

from .globals import request

wsgi_errors_stream = LocalProxy(lambda: request.environ['wsgi.errors'] if request else sys.stderr)
default_handler = logging.StreamHandler(wsgi_errors_stream)
default_handler.setFormatter(logging.Formatter('[%(asctime)s] %(levelname)s in %(module)s: %(message)s'))


def create_logger(app):
    logger = logging.getLogger(app.name)
    if app.debug and not logger.level:
        logger.setLevel(logging.DEBUG)
    current, has_handler = logger, False
    while current:
        if any(handler.level <= logger.getEffectiveLevel() for handler in current.handlers):
            has_handler = True
        current = current.parent if current.propagate else None
    if not has_handler:
        logger.addHandler(default_handler)
    return logger
