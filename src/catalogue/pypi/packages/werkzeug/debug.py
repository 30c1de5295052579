"""Shows an error in the browser. There is no console in it: nothing that a visitor types runs here."""
import getpass
import hashlib
import os
import sys
import traceback
import uuid

from markupsafe import escape

from .serving import _log


def traceback_text(error):
    return ''.join(traceback.format_exception(type(error), error, error.__traceback__))


def get_pin_and_cookie_name(app):
    pin = os.environ.get('WERKZEUG_DEBUG_PIN')
    if pin == 'off':
        return None, None
    if pin and pin.replace('-', '').isdigit():
        return pin, None
    try:
        user = getpass.getuser()
    except Exception:
        user = None
    bits = [user, getattr(app, '__module__', type(app).__module__), getattr(app, '__name__', type(app).__name__), getattr(sys.modules.get(getattr(app, '__module__', '')), '__file__', None), _node(), _machine_id()]
    digest = hashlib.sha1(b''.join(str(bit).encode() for bit in bits if bit) + b'pin').hexdigest()
    number = f'{int(digest, 16):09d}'[:9]
    return '-'.join(number[index:index + 3] for index in range(0, 9, 3)), None


def _node():
    """The hardware address of the first network card."""
    try:
        cards = sorted(name for name in os.listdir('/sys/class/net') if name != 'lo')
        with open(f'/sys/class/net/{cards[0]}/address') as file:
            return file.read().strip()
    except (OSError, IndexError):
        return str(uuid.getnode())


def _machine_id():
    for path in ('/etc/machine-id', '/proc/sys/kernel/random/boot_id'):
        try:
            with open(path, 'rb') as file:
                return file.readline().strip().decode()
        except OSError:
            continue
    return ''


class DebuggedApplication:
    def __init__(self, app, evalex=False, pin_security=True, pin_logging=True, **_):
        self.app, self.pin_logging = app, pin_logging

    @property
    def pin(self):
        return get_pin_and_cookie_name(self.app)[0]

    def announce(self):
        _log('warning', ' * Debugger is active!')
        _log('info', ' * Debugger PIN: %s', self.pin) if self.pin else _log('warning', ' * Debugger PIN disabled. DEBUGGER UNSECURED!')

    def __call__(self, environ, start_response):
        result = None
        try:
            result = self.app(environ, start_response)
            yield from result
            if hasattr(result, 'close'):
                result.close()
        except Exception as error:
            if hasattr(result, 'close'):
                result.close()
            error = error.with_traceback(error.__traceback__.tb_next)
            text = traceback_text(error)
            try:
                start_response('500 INTERNAL SERVER ERROR', [('Content-Type', 'text/html; charset=utf-8')])
                yield page(error, text).encode()
            finally:
                environ['wsgi.errors'].write(text)
                environ['wsgi.errors'].flush()


def page(error, text):
    title = f'{type(error).__name__}: {error}'
    frames = ''.join(f'<li><div class="frame"><h4>File <cite class="filename">"{escape(frame.filename)}"</cite>, line <em class="line">{frame.lineno}</em>, in <code class="function">{escape(frame.name)}</code></h4><pre class="source">{escape(frame.line or "")}</pre></div>'
                     for frame in traceback.extract_tb(error.__traceback__))
    return (f'<!doctype html>\n<html lang=en>\n  <head>\n    <title>{escape(title)}\n // Werkzeug Debugger</title>\n  </head>\n  <body style="background-color: #fff">\n    <div class="debugger">\n<h1>{escape(type(error).__name__)}</h1>\n'
            f'<div class="detail">\n  <p class="errormsg">{escape(title)}\n</p>\n</div>\n<h2 class="traceback">Traceback <em>(most recent call last)</em></h2>\n<div class="traceback">\n  <ul>{frames}</ul>\n  <blockquote>{escape(title)}\n</blockquote>\n</div>\n'
            f'<div class="plain">\n<pre>{escape(text)}</pre>\n</div>\n    </div>\n  </body>\n</html>\n\n<!--\n\n{text.replace("--", "- -")}\n-->\n')
