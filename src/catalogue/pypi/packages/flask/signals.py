"""Signals of a request's life."""
try:
    from blinker import Namespace
except ImportError:
    # Before version 2.3 signals are there only when blinker is.
    class _Signal:
        def connect(self, *_args, **_kwargs):
            raise RuntimeError('Signalling support is unavailable because the blinker library is not installed.')

        connect_via = disconnect = connect

        def send(self, *_args, **_kwargs):
            return []

    class Namespace:
        def signal(self, name, doc=None):
            return _Signal()

_signals = Namespace()
template_rendered = _signals.signal('template-rendered')
before_render_template = _signals.signal('before-render-template')
request_started = _signals.signal('request-started')
request_finished = _signals.signal('request-finished')
request_tearing_down = _signals.signal('request-tearing-down')
got_request_exception = _signals.signal('got-request-exception')
appcontext_pushed = _signals.signal('appcontext-pushed')
