"""A client and a command runner for tests."""
from contextlib import contextmanager

from werkzeug.test import Client, EnvironBuilder


class FlaskClient(Client):
    def __init__(self, application, *args, **kwargs):
        super().__init__(application, *args, **kwargs)
        self.environ_base = {'REMOTE_ADDR': '127.0.0.1'}
        self._context = None
        self.preserve = False

    def make_environ(self, *args, **kwargs):
        kwargs.setdefault('environ_base', self.environ_base)
        kwargs.setdefault('json_dumps', self.application.json.dumps)
        server = self.application.config['SERVER_NAME'] or 'localhost'
        kwargs.setdefault('base_url', f"{self.application.config['PREFERRED_URL_SCHEME']}://{server}{self.application.config['APPLICATION_ROOT']}")
        return EnvironBuilder(*args, **kwargs).get_environ()

    @contextmanager
    def session_transaction(self, *args, **kwargs):
        app = self.application
        environ = self.make_environ(*args or ['/'], **kwargs)
        if self._cookies:
            environ['HTTP_COOKIE'] = '; '.join(f'{key}={value}' for key, value in self._cookies.items())
        with app.test_request_context(environ_overrides=environ) as context:
            session = app.session_interface.open_session(app, context.request)
            if session is None:
                raise RuntimeError('Session backend did not open a session.')
            yield session
            response = app.response_class()
            app.session_interface.save_session(app, session, response)
        for value in response.headers.getlist('Set-Cookie'):
            key, _, rest = value.partition('=')
            self._cookies[key] = rest.partition(';')[0]

    def __enter__(self):
        self.preserve = True
        return self

    def __exit__(self, *_):
        self.preserve = False
        if self._context is not None:
            self._context.pop()
            self._context = None

    def open(self, *args, **kwargs):
        if self._context is not None:
            self._context.pop()
            self._context = None
        environ_keeper = self if self.preserve else None
        self.application._preserving = environ_keeper
        try:
            return super().open(*args, **kwargs)
        finally:
            self.application._preserving = None


class FlaskCliRunner:
    def __init__(self, app, **_):
        self.app = app

    def invoke(self, cli=None, args=None, **_):
        import contextlib
        import io
        output, code = io.StringIO(), 0
        with contextlib.redirect_stdout(output):
            try:
                (cli or self.app.cli).main(args or [], self.app.name)
            except SystemExit as error:
                code = error.code or 0
        return type('Result', (), {'output': output.getvalue(), 'exit_code': code})()
