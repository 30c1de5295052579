"""What applications and blueprints share: how functions are registered."""
import os

from .helpers import get_root_path


def _endpoint(function):
    assert function is not None, "expected view func if endpoint is not provided."
    return function.__name__


def _method_route(method):
    def add(self, rule, **options):
        if 'methods' in options:
            raise TypeError("Use the 'route' decorator to use the 'methods' argument.")
        return self.route(rule, methods=[method], **options)
    return add


class Scaffold:
    def __init__(self, import_name, static_folder=None, static_url_path=None, template_folder=None, root_path=None):
        self.import_name = import_name
        self.root_path = root_path or get_root_path(import_name)
        self.static_folder_name, self._static_url_path, self.template_folder = static_folder, static_url_path, template_folder
        self.view_functions, self.error_handler_spec = {}, {}
        self.before_request_funcs, self.after_request_funcs, self.teardown_request_funcs = {}, {}, {}
        self.template_context_processors, self.url_value_preprocessors = {}, {}

    @property
    def static_folder(self):
        return os.path.join(self.root_path, self.static_folder_name) if self.static_folder_name is not None else None

    @property
    def has_static_folder(self):
        return self.static_folder is not None

    @property
    def template_path(self):
        return os.path.join(self.root_path, self.template_folder) if self.template_folder is not None else None

    def route(self, rule, **options):
        def decorator(function):
            self.add_url_rule(rule, options.pop('endpoint', None), function, **options)
            return function
        return decorator

    get, post, put, delete, patch = map(_method_route, ('GET', 'POST', 'PUT', 'DELETE', 'PATCH'))

    def endpoint(self, endpoint):
        def decorator(function):
            self.view_functions[endpoint] = function
            return function
        return decorator

    def before_request(self, function):
        self.before_request_funcs.setdefault(None, []).append(function)
        return function

    def after_request(self, function):
        self.after_request_funcs.setdefault(None, []).append(function)
        return function

    def teardown_request(self, function):
        self.teardown_request_funcs.setdefault(None, []).append(function)
        return function

    def context_processor(self, function):
        self.template_context_processors.setdefault(None, []).append(function)
        return function

    def errorhandler(self, code_or_exception):
        def decorator(function):
            self.register_error_handler(code_or_exception, function)
            return function
        return decorator

    def register_error_handler(self, code_or_exception, function):
        self.error_handler_spec.setdefault(None, {})[_exception_class(code_or_exception)] = function


def _exception_class(code_or_exception):
    from werkzeug.exceptions import default_exceptions
    if isinstance(code_or_exception, int):
        if code_or_exception not in default_exceptions:
            raise ValueError(f"'{code_or_exception}' is not a recognized HTTP error code. Use a subclass of HTTPException with that code instead.")
        return default_exceptions[code_or_exception]
    if not isinstance(code_or_exception, type):
        raise TypeError(f'{code_or_exception!r} is an instance, not a class. Handlers can only be registered for Exception classes or HTTP error codes.')
    return code_or_exception
