"""The application."""
import datetime
import logging
import os
import sys
from inspect import isawaitable, iscoroutinefunction

from jinja2 import Undefined
from werkzeug.exceptions import BadRequestKeyError, HTTPException, InternalServerError
from werkzeug.routing import BuildError, Map, RequestRedirect, Rule
from werkzeug.utils import cached_property
from werkzeug.wrappers import Response as BaseResponse

from . import _release, cli
from .config import Config
from .ctx import _AppCtxGlobals, AppContext, RequestContext
from .globals import _cv_app, _cv_request, g, request, session
from .helpers import get_debug_flag, get_flashed_messages, send_from_directory
from .json import DefaultJSONProvider
from .logging import create_logger
from .scaffold import _endpoint, Scaffold
from .sessions import SecureCookieSessionInterface
from .signals import got_request_exception, request_finished, request_started
from .templating import Environment
from .wrappers import Request, Response


class Flask(Scaffold):
    request_class, response_class = Request, Response
    app_ctx_globals_class = _AppCtxGlobals
    url_rule_class = Rule
    json_provider_class = DefaultJSONProvider
    session_interface = SecureCookieSessionInterface()
    jinja_options = {}
    default_config = {
        'DEBUG': None, 'TESTING': False, 'PROPAGATE_EXCEPTIONS': None, 'SECRET_KEY': None, 'PERMANENT_SESSION_LIFETIME': datetime.timedelta(days=31), 'USE_X_SENDFILE': False, 'SERVER_NAME': None, 'APPLICATION_ROOT': '/',
        'SESSION_COOKIE_NAME': 'session', 'SESSION_COOKIE_DOMAIN': None, 'SESSION_COOKIE_PATH': None, 'SESSION_COOKIE_HTTPONLY': True, 'SESSION_COOKIE_SECURE': False, 'SESSION_COOKIE_SAMESITE': None, 'SESSION_REFRESH_EACH_REQUEST': True,
        'MAX_CONTENT_LENGTH': None, 'SEND_FILE_MAX_AGE_DEFAULT': None, 'TRAP_BAD_REQUEST_ERRORS': None, 'TRAP_HTTP_EXCEPTIONS': False, 'EXPLAIN_TEMPLATE_LOADING': False, 'PREFERRED_URL_SCHEME': 'http', 'TEMPLATES_AUTO_RELOAD': None, 'MAX_COOKIE_SIZE': 4093,
        **({'JSON_AS_ASCII': True, 'JSON_SORT_KEYS': True, 'JSONIFY_PRETTYPRINT_REGULAR': False} if _release < (2, 3) else {}),
    }

    def __init__(self, import_name, static_url_path=None, static_folder='static', template_folder='templates', instance_path=None, instance_relative_config=False, root_path=None, **_):
        super().__init__(import_name, static_folder, static_url_path, template_folder, root_path)
        self.instance_path = instance_path or os.path.join(self.root_path, 'instance')
        self.config = Config(self.instance_path if instance_relative_config else self.root_path, self.default_config)
        self.config['DEBUG'] = get_debug_flag()
        self.json = self.json_provider_class(self)
        self.url_map, self.blueprints, self.extensions = Map(), {}, {}
        self.teardown_appcontext_funcs, self.shell_context_processors = [], []
        self.template_context_processors[None] = [_default_template_ctx_processor]
        self._got_first_request = False
        self._preserving = None
        self.cli = cli.AppGroup(self.name)
        if self.has_static_folder:
            path = self._static_url_path or '/' + os.path.basename(self.static_folder_name.rstrip('/'))
            self.add_url_rule(f'{path}/<path:filename>', 'static', lambda filename: send_from_directory(self.static_folder, filename))

    @cached_property
    def name(self):
        if self.import_name == '__main__':
            path = getattr(sys.modules['__main__'], '__file__', None)
            return '__main__' if path is None else os.path.splitext(os.path.basename(path))[0]
        return self.import_name

    @cached_property
    def logger(self):
        return create_logger(self)

    @cached_property
    def jinja_env(self):
        environment = Environment(self, **self.jinja_options)
        environment.globals.update(url_for=self.url_for, get_flashed_messages=get_flashed_messages, config=self.config, request=request, session=session, g=g)
        return environment

    debug = property(lambda self: self.config['DEBUG'], lambda self, value: self.config.__setitem__('DEBUG', value))
    testing = property(lambda self: self.config['TESTING'], lambda self, value: self.config.__setitem__('TESTING', value))
    secret_key = property(lambda self: self.config['SECRET_KEY'], lambda self, value: self.config.__setitem__('SECRET_KEY', value))
    permanent_session_lifetime = property(lambda self: self.config['PERMANENT_SESSION_LIFETIME'] if isinstance(self.config['PERMANENT_SESSION_LIFETIME'], datetime.timedelta) else datetime.timedelta(seconds=self.config['PERMANENT_SESSION_LIFETIME']))

    def select_jinja_autoescape(self, filename):
        return filename is None or filename.endswith(('.html', '.htm', '.xml', '.xhtml', '.svg'))

    def update_template_context(self, context):
        given = dict(context)
        names = [None]
        if request and request.blueprint:
            names.append(request.blueprint)
        for name in names:
            for function in self.template_context_processors.get(name, []):
                context.update(function())
        context.update(given)

    def add_template_filter(self, function, name=None):
        self.jinja_env.filters[name or function.__name__] = function

    def template_filter(self, name=None):
        return lambda function: self.add_template_filter(function, name) or function

    def template_global(self, name=None):
        return lambda function: self.jinja_env.globals.__setitem__(name or function.__name__, function) or function

    def template_test(self, name=None):
        return lambda function: self.jinja_env.tests.__setitem__(name or function.__name__, function) or function

    def shell_context_processor(self, function):
        self.shell_context_processors.append(function)
        return function

    def make_shell_context(self):
        found = {'app': self, 'g': g}
        for function in self.shell_context_processors:
            found.update(function())
        return found

    def teardown_appcontext(self, function):
        self.teardown_appcontext_funcs.append(function)
        return function

    def before_first_request(self, function):
        if _release >= (2, 3):
            raise AttributeError("'Flask' object has no attribute 'before_first_request'")
        self.before_request_funcs.setdefault(None, []).insert(0, _once(function))
        return function

    def register_blueprint(self, blueprint, **options):
        name = options.get('name', blueprint.name)
        if name in self.blueprints:
            raise ValueError(f"The name '{name}' is already registered for {'this' if self.blueprints[name] is blueprint else 'a different'} blueprint. Use 'name=' to provide a unique name.")
        self.blueprints[name] = blueprint
        blueprint.register(self, options)

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        if self._got_first_request and _release >= (2, 2):
            raise AssertionError("The setup method 'add_url_rule' can no longer be called on the application. It has already handled its first request, any changes will not be applied consistently.\nMake sure all imports, decorators, functions, etc. needed to set up the application are done before running it.")
        endpoint = endpoint or _endpoint(view_func)
        methods = options.pop('methods', None)
        if methods is None:
            methods = getattr(view_func, 'methods', None) or ('GET',)
        if isinstance(methods, str):
            raise TypeError('Allowed methods must be a list of strings, for example: @app.route(..., methods=["POST"])')
        methods = {method.upper() for method in methods}
        automatic = getattr(view_func, 'provide_automatic_options', provide_automatic_options)
        if automatic is None:
            automatic = 'OPTIONS' not in methods
        if automatic:
            methods.add('OPTIONS')
        made = self.url_rule_class(rule, methods=methods, endpoint=endpoint, **options)
        made.provide_automatic_options = automatic
        self.url_map.add(made)
        if view_func is not None:
            old = self.view_functions.get(endpoint)
            if old is not None and old != view_func:
                raise AssertionError(f'View function mapping is overwriting an existing endpoint function: {endpoint}')
            self.view_functions[endpoint] = view_func

    def url_for(self, endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
        context = _cv_request.get(None)
        if context is not None:
            adapter = context.url_adapter
            if endpoint.startswith('.'):
                endpoint = (context.request.blueprint + endpoint) if context.request.blueprint else endpoint[1:]
            external = bool(_external) or _scheme is not None
        else:
            app_context = _cv_app.get(None)
            adapter = app_context.url_adapter if app_context else self.create_url_adapter(None)
            if adapter is None:
                raise RuntimeError("Unable to build URLs outside an active request without 'SERVER_NAME' configured. Also configure 'APPLICATION_ROOT' and 'PREFERRED_URL_SCHEME' as needed.")
            external = True if _external is None else _external
        url = adapter.build(endpoint, values, method=_method, url_scheme=_scheme, force_external=external)
        if _anchor is not None:
            from urllib.parse import quote
            url = f"{url}#{quote(_anchor, safe='%!#$&()*+,/:;=?@~')}"
        return url

    def create_url_adapter(self, request):
        if request is not None:
            return self.url_map.bind_to_environ(request.environ)
        if self.config['SERVER_NAME'] is not None:
            return self.url_map.bind(self.config['SERVER_NAME'], script_name=self.config['APPLICATION_ROOT'], url_scheme=self.config['PREFERRED_URL_SCHEME'])
        return None

    def _find_error_handler(self, error):
        names = [request.blueprint, None] if request and request.blueprint else [None]
        for kind in type(error).__mro__:
            for name in names:
                handler = self.error_handler_spec.get(name, {}).get(kind)
                if handler is not None:
                    return handler
        return None

    def handle_http_exception(self, e):
        if e.code is None or isinstance(e, RequestRedirect):
            return e
        handler = self._find_error_handler(e)
        return e if handler is None else self.ensure_sync(handler)(e)

    def handle_user_exception(self, e):
        if isinstance(e, BadRequestKeyError) and (self.debug or self.config['TRAP_BAD_REQUEST_ERRORS']):
            e.show_exception = True
        if isinstance(e, HTTPException) and not self.config['TRAP_HTTP_EXCEPTIONS']:
            return self.handle_http_exception(e)
        handler = self._find_error_handler(e)
        if handler is None:
            raise
        return self.ensure_sync(handler)(e)

    def handle_exception(self, e):
        got_request_exception.send(self, exception=e)
        propagate = self.config['PROPAGATE_EXCEPTIONS']
        if propagate is None:
            propagate = self.testing or self.debug
        if propagate:
            raise e
        self.log_exception(sys.exc_info())
        server_error = InternalServerError(original_exception=e)
        handler = self._find_error_handler(server_error)
        if handler is not None:
            server_error = self.ensure_sync(handler)(server_error)
        return self.finalize_request(server_error, from_error_handler=True)

    def log_exception(self, exc_info):
        self.logger.error(f'Exception on {request.path} [{request.method}]', exc_info=exc_info)

    def dispatch_request(self):
        req = _cv_request.get().request
        if req.routing_exception is not None:
            raise req.routing_exception
        rule = req.url_rule
        if rule.provide_automatic_options and req.method == 'OPTIONS':
            return self.make_default_options_response()
        view_args = req.view_args
        return self.ensure_sync(self.view_functions[rule.endpoint])(**view_args)

    def full_dispatch_request(self):
        self._got_first_request = True
        try:
            request_started.send(self)
            rv = self.preprocess_request()
            if rv is None:
                rv = self.dispatch_request()
        except Exception as e:
            rv = self.handle_user_exception(e)
        return self.finalize_request(rv)

    def finalize_request(self, rv, from_error_handler=False):
        response = self.make_response(rv)
        try:
            response = self.process_response(response)
            request_finished.send(self, response=response)
        except Exception:
            if not from_error_handler:
                raise
            self.logger.exception('Request finalizing failed with an error while handling an error')
        return response

    def make_default_options_response(self):
        response = self.response_class()
        response.headers['Allow'] = ', '.join(_cv_request.get().url_adapter.allowed_methods())
        return response

    def ensure_sync(self, func):
        if iscoroutinefunction(func):
            return self.async_to_sync(func)
        return func

    def async_to_sync(self, func):
        import asyncio
        return lambda *args, **kwargs: asyncio.run(func(*args, **kwargs))

    def make_response(self, rv):
        status = headers = None
        if isinstance(rv, tuple):
            if len(rv) == 3:
                rv, status, headers = rv
            elif len(rv) == 2:
                if isinstance(rv[1], (dict, list, tuple)) or hasattr(rv[1], 'to_wsgi_list'):
                    rv, headers = rv
                else:
                    rv, status = rv
            else:
                raise TypeError('The view function did not return a valid response tuple. The tuple must have the form (body, status, headers), (body, status), or (body, headers).')
        if rv is None:
            raise TypeError(f'The view function for {request.endpoint!r} did not return a valid response. The function either returned None or ended without a return statement.')
        if not isinstance(rv, self.response_class):
            if isinstance(rv, (str, bytes, bytearray)) or hasattr(rv, '__next__'):
                rv = self.response_class(rv, status=status, headers=headers)
                status = headers = None
            elif isinstance(rv, dict) or (isinstance(rv, list) and _release >= (2, 2)):
                rv = self.json.response(rv)
            elif isinstance(rv, BaseResponse) or callable(rv):
                rv = self.response_class.force_type(rv.get_response(request.environ) if isinstance(rv, HTTPException) else rv, request.environ)
            else:
                raise TypeError(f'The view function did not return a valid response. The return type must be a string, dict, list, tuple with headers or status, Response instance, or WSGI callable, but it was a {type(rv).__name__}.')
        if status is not None:
            rv.status = status
        if headers:
            rv.headers.update(headers)
        return rv

    def _functions(self, table, backwards=False):
        names = [None, *([request.blueprint] if request.blueprint else [])]
        found = [function for name in names for function in table.get(name, [])]
        return reversed(found) if backwards else found

    def preprocess_request(self):
        for function in self._functions(self.before_request_funcs):
            rv = self.ensure_sync(function)()
            if rv is not None:
                return rv
        return None

    def process_response(self, response):
        context = _cv_request.get()
        for function in [*context._after_request_functions, *self._functions(self.after_request_funcs, True)]:
            response = self.ensure_sync(function)(response)
        self.session_interface.save_session(self, context.session, response)
        return response

    def do_teardown_request(self, exc=None):
        for function in self._functions(self.teardown_request_funcs, True):
            self.ensure_sync(function)(exc)

    def do_teardown_appcontext(self, exc=None):
        for function in reversed(self.teardown_appcontext_funcs):
            self.ensure_sync(function)(exc)

    def app_context(self):
        return AppContext(self)

    def request_context(self, environ):
        return RequestContext(self, environ)

    def test_request_context(self, *args, environ_overrides=None, **kwargs):
        from .testing import FlaskClient
        environ = FlaskClient(self).make_environ(*args or ['/'], environ_overrides=environ_overrides, **kwargs)
        return self.request_context(environ)

    def test_client(self, use_cookies=True, **kwargs):
        from .testing import FlaskClient
        return FlaskClient(self, use_cookies=use_cookies, **kwargs)

    def test_cli_runner(self, **kwargs):
        from .testing import FlaskCliRunner
        return FlaskCliRunner(self, **kwargs)

    def wsgi_app(self, environ, start_response):
        ctx = self.request_context(environ)
        error = None
        preserving = self._preserving
        try:
            try:
                ctx.push()
                response = self.full_dispatch_request()
            except Exception as e:
                error = e
                response = self.handle_exception(e)
            except:  # noqa: B001
                error = sys.exc_info()[1]
                raise
            return response(environ, start_response)
        finally:
            if preserving is not None:
                preserving._context = ctx
            else:
                ctx.pop(error)

    def __call__(self, environ, start_response):
        return self.wsgi_app(environ, start_response)

    def run(self, host=None, port=None, debug=None, load_dotenv=True, **options):
        if os.environ.get('FLASK_RUN_FROM_CLI') == 'true':
            return
        if debug is not None:
            self.debug = bool(debug)
        elif get_debug_flag():
            self.debug = True
        name, _, name_port = (self.config['SERVER_NAME'] or '').partition(':')
        host = host or name or '127.0.0.1'
        port = int(port if port is not None else name_port or 5000)
        options.setdefault('use_reloader', self.debug)
        options.setdefault('use_debugger', self.debug)
        options.setdefault('threaded', _release >= (1, 0))
        cli.show_server_banner(self.debug, self.name)
        from werkzeug.serving import run_simple
        try:
            run_simple(host, port, self, **options)
        finally:
            self._got_first_request = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"


def _default_template_ctx_processor():
    found = {'g': g._get_current_object()} if g else {}
    context = _cv_request.get(None)
    if context is not None:
        found.update(request=context.request, session=context.session)
    return found


def _once(function):
    done = []

    def run():
        if not done:
            done.append(True)
            function()
    return run


_ = logging, Undefined, isawaitable, BuildError
